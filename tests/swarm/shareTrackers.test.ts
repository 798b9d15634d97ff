import { expect, test } from 'vitest'
import type { Invitation } from '../../src/core/invitation.ts'
import { makeMetainfo, readMetainfo, torrentFileOf } from '../../src/swarm/metainfo.ts'
import { trackersOf } from '../../src/swarm/shareTrackers.ts'
import { infoHash } from '../wire/trackerIds.ts'

const OWN = 'wss://share.example/announce'
const KEYED = `${OWN}/${'ab'.repeat(20)}`
const OTHER = 'wss://other.example/announce/key'

const made = (isPrivate: boolean) =>
  makeMetainfo({
    name: 'a',
    pieceLength: 65_536,
    pieces: new Uint8Array(20),
    files: [{ path: ['a'], length: 1 }],
    single: true,
    private: isPrivate,
  })

test('a link that names this tracker with somebody’s passkey names it without', () => {
  const invitation: Invitation = {
    infoHash: infoHash(1),
    name: null,
    size: null,
    trackers: [KEYED, OTHER],
    webSeeds: [],
  }
  expect(trackersOf({ kind: 'invitation', invitation }, null, OWN)).toEqual([OWN, OTHER])
})

test('a .torrent file with a passkey is handed on without', async () => {
  for (const isPrivate of [true, false]) {
    const metainfo = await readMetainfo(torrentFileOf(await made(isPrivate), [KEYED], []))
    expect(metainfo.private).toBe(isPrivate)
    expect(trackersOf({ kind: 'torrent', metainfo }, metainfo, OWN)).toEqual([OWN])
  }
})

test('a private torrent is announced to no tracker that it does not name', async () => {
  const metainfo = await readMetainfo(torrentFileOf(await made(true), [OTHER], []))
  expect(trackersOf({ kind: 'torrent', metainfo }, metainfo, OWN)).toEqual([OTHER])
})

test('one made here is announced to this tracker alone', async () => {
  const metainfo = await made(true)
  expect(trackersOf({ kind: 'files', files: [], name: 'a' }, metainfo, OWN)).toEqual([OWN])
})
