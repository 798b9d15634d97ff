import { describe, expect, test } from 'vitest'
import { NO_TERMS } from '../../src/swarm/engineApi.ts'
import type { Invitation } from '../../src/core/invitation.ts'
import { makeMetainfo, readMetainfo, torrentFileOf } from '../../src/torrent/metainfo.ts'
import type { ShareSource } from '../../src/swarm/shareSource.ts'
import { trackersOf, withTrackersOf } from '../../src/swarm/shareTrackers.ts'
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
    classicTrackers: [],
    webSeeds: [],
    torrents: [],
    files: null,
    review: null,
    note: null,
    key: null,
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
  expect(
    trackersOf({ kind: 'files', files: [], sealed: false, terms: NO_TERMS, name: 'a' }, metainfo, OWN),
  ).toEqual([OWN])
})

describe('a share that is opened again', () => {
  const link = (trackers: readonly string[]): ShareSource => ({
    kind: 'invitation',
    invitation: {
      infoHash: infoHash(1),
      name: null,
      size: null,
      trackers: [...trackers],
      classicTrackers: [],
      webSeeds: [],
      torrents: [],
      files: null,
      review: null,
      note: null,
      key: null,
    },
  })

  test('learns the trackers that the other link names, without passkeys', () => {
    const present = { trackers: [OWN], metainfo: null }
    expect(withTrackersOf(link([KEYED, OTHER]), present, OWN)).toEqual([OWN, OTHER])
  })

  test('keeps what it has', () => {
    const present = { trackers: [OWN, OTHER], metainfo: null }
    expect(withTrackersOf(link([]), present, OWN)).toEqual([OWN, OTHER])
  })

  test('stays with its own when it is private', async () => {
    const metainfo = await readMetainfo(torrentFileOf(await made(true), [OWN], []))
    expect(withTrackersOf(link([OTHER]), { trackers: [OWN], metainfo }, OWN)).toEqual([OWN])
  })

  test('has no more than 20', () => {
    const many = Array.from({ length: 30 }, (_, index) => `wss://t${index}.example/`)
    expect(withTrackersOf(link(many), { trackers: [OWN], metainfo: null }, OWN)).toHaveLength(20)
  })
})
