import { describe, expect, it } from 'vitest'
import { matchFiles } from '../../src/swarm/matchFiles.ts'

function local(path: string, size: number) {
  return { path: path.split('/'), file: new File([new Uint8Array(size)], path) }
}

function names(files: readonly File[] | null): string[] | null {
  return files && files.map((file) => file.name)
}

const torrent = {
  files: [
    { path: ['a', 'x.txt'], length: 3 },
    { path: ['b', 'x.txt'], length: 3 },
    { path: ['c.bin'], length: 5 },
  ],
}

describe('matchFiles', () => {
  it('puts files into the torrent’s order, by path where sizes are equal', () => {
    const chosen = [local('top/c.bin', 5), local('top/b/x.txt', 3), local('top/a/x.txt', 3)]
    expect(names(matchFiles(torrent, chosen))).toEqual(['top/a/x.txt', 'top/b/x.txt', 'top/c.bin'])
  })

  it('finds a file that was renamed, and ignores others', () => {
    const chosen = [local('renamed.bin', 5), local('a/x.txt', 3), local('b/x.txt', 3), local('other', 9)]
    expect(names(matchFiles(torrent, chosen))).toEqual(['a/x.txt', 'b/x.txt', 'renamed.bin'])
  })

  it('is null when a file is missing or its size differs', () => {
    expect(matchFiles(torrent, [local('a/x.txt', 3), local('c.bin', 5)])).toBeNull()
    expect(matchFiles(torrent, [local('a/x.txt', 3), local('b/x.txt', 4), local('c.bin', 5)])).toBeNull()
  })
})
