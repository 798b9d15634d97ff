import { expect, it } from 'vitest'
import type { InfoHash } from '../../src/core/infoHash.ts'
import { exactSource } from '../../src/swarm/exactSource.ts'
import { readMetainfo } from '../../src/torrent/metainfo.ts'
import { makeTorrent } from '../support/torrents.ts'

const wanted = makeTorrent('wanted', [{ path: ['a'], data: Buffer.from('a') }])
const other = makeTorrent('other', [{ path: ['a'], data: Buffer.from('a') }])
const hash = wanted.infoHash as InfoHash

/** A web of these addresses alone; the addresses that were asked for. */
function web(files: Readonly<Record<string, Uint8Array>>) {
  const asked: string[] = []
  const read = async (address: string) => {
    asked.push(address)
    const bytes = files[address]
    if (!bytes) throw new Error('Nothing is there.')
    return readMetainfo(bytes)
  }
  return { asked, read }
}

it('is the first address with the very torrent', async () => {
  const { asked, read } = web({
    page: Buffer.from('<html>'),
    other: other.bytes,
    right: wanted.bytes,
  })
  const found = await exactSource(['gone', 'page', 'other', 'right', 'more'], hash, read)
  expect(found).toMatchObject({ infoHash: hash, name: 'wanted' })
  expect(asked).toEqual(['gone', 'page', 'other', 'right'])
})

it('is none where no address has it', async () => {
  expect(await exactSource(['other', 'gone'], hash, web({ other: other.bytes }).read)).toBeNull()
  expect(await exactSource([], hash, web({}).read)).toBeNull()
})
