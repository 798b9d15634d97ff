import { describe, expect, it } from 'vitest'
import { filesIn, fileTree, inOrder, rowsOf, type FileOrder } from '../../src/core/fileTree.ts'

function tree(paths: readonly (readonly [path: string, size: number])[], order: FileOrder = 'name') {
  const files = paths.map(([path, size], index) => ({ index, path: path.split('/'), size }))
  return fileTree(inOrder(files, order), 'album', order)
}

/** The rows as text: folders end in a slash, depth is two spaces each. */
function drawn(of: ReturnType<typeof tree>, isOpen: (path: string) => boolean = () => true): string[] {
  return rowsOf(of, ({ path }) => isOpen(path)).map((row) =>
    row.kind === 'folder'
      ? `${'  '.repeat(row.depth)}${row.folder.name}/`
      : `${'  '.repeat(row.depth)}${row.index}`,
  )
}

describe('the tree of a share’s files', () => {
  it('has folders first, and both as people count', () => {
    const of = tree([
      ['album/10.jpg', 1],
      ['album/2.jpg', 1],
      ['album/b/x', 1],
      ['album/a 10/x', 1],
      ['album/a 2/y', 1],
      ['album/a 2/x', 1],
    ])
    expect(drawn(of)).toEqual(['a 2/', '  5', '  4', 'a 10/', '  3', 'b/', '  2', '1', '0'])
  })

  it('has the largest first, folders by all that they hold', () => {
    const of = tree(
      [
        ['album/a/1', 5],
        ['album/a/2', 6],
        ['album/b/1', 10],
        ['album/small', 1],
        ['album/large', 100],
      ],
      'size',
    )
    expect(drawn(of)).toEqual(['a/', '  1', '  0', 'b/', '  2', '4', '3'])
    expect(of).toMatchObject({ count: 5, size: 122 })
  })

  it('leaves out what is in a closed folder', () => {
    const of = tree([
      ['album/a/1', 1],
      ['album/b/1', 1],
    ])
    expect(drawn(of, (path) => path === 'b')).toEqual(['a/', 'b/', '  1'])
  })

  it('draws folders that hold one folder and nothing else as one', () => {
    const of = tree([
      ['album/a/b/c/1', 1],
      ['album/a/b/c/2', 1],
      ['album/d/1', 1],
    ])
    expect(drawn(of)).toEqual(['a / b / c/', '  0', '  1', 'd/', '  2'])
    expect(of.folders[0]).toMatchObject({ path: 'a/b/c', count: 2 })
  })

  it('keeps the share’s own folder where not all files are in it', () => {
    expect(
      drawn(
        tree([
          ['album/a', 1],
          ['b', 1],
        ]),
      ),
    ).toEqual(['album/', '  0', '1'])
    expect(drawn(tree([['album', 1]]))).toEqual(['0'])
  })

  it('knows all files below a folder, and none that a name like a property’s would bring', () => {
    const of = tree([
      ['album/__proto__/constructor', 1],
      ['album/__proto__/a/b', 1],
      ['album/c', 1],
    ])
    expect(of.folders.map(filesIn)).toEqual([[1, 0]])
    expect(filesIn(of)).toHaveLength(3)
  })
})
