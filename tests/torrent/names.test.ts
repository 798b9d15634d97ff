import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { utf8Length } from '../../src/core/cutText.ts'
import { magnetOf } from '../../src/core/invitation.ts'
import { isPlayable } from '../../src/core/mediaType.ts'
import { readMetainfo } from '../../src/torrent/metainfo.ts'

const read = (name: string) => readMetainfo(readFileSync(`tests/fixtures/names/${name}`))

it('has a magnet link, whatever its name is cut in', async () => {
  const { infoHash, name, size } = await read('cut.torrent')
  expect(infoHash).toBe('bf0199cd12383a19a1ffdcacba0b24d5b69a738b')
  expect(name.isWellFormed()).toBe(true)
  expect(magnetOf({ infoHash, name, size, trackers: [], webSeeds: [] })).toContain(infoHash)
})

it('has names that disks take, with their endings', async () => {
  const { infoHash, files } = await read('long.torrent')
  expect(infoHash).toBe('9fcf40dbfe34372a1b7768f9b3619afd45071015')
  const names = files.map(({ path }) => path.at(-1) ?? '')
  expect(names.map(utf8Length).every((length) => length <= 255)).toBe(true)
  expect(names.map((name) => name.slice(-4)).sort()).toEqual(['.mp4', '.rar'])
  expect(names.filter(isPlayable)).toHaveLength(1)
})
