import type { InfoHash } from '../../../src/core/infoHash.ts'
import type { ShareSnapshot, Situation } from '../../../src/swarm/snapshot.ts'
import { file, files, HASH, history, peer, pieces, share } from './shares.ts'

/** The page in one of the states it can be in: its shares, and the address it is opened with. */
export interface Scene {
  readonly shares: readonly ShareSnapshot[]
  readonly fragment: string
}

const FOLDER = files([
  ['Summer on the lake/01 Arrival.mp4', 412_000_000],
  ['Summer on the lake/02 The storm.mp4', 288_400_000, 0.62],
  ['Summer on the lake/photos/DSC_0042.jpg', 8_200_000],
  ['Summer on the lake/photos/DSC_0043.jpg', 7_900_000, 0.4],
  ['Summer on the lake/photos/DSC_0044.jpg', 8_050_000, 0, false],
  ['Summer on the lake/notes.txt', 0],
])

const GUESTS = [
  peer({ id: 'a1', client: 'Shoal 0.1', progress: 1, getRate: 3_100_000, given: 0 }),
  peer({ id: 'a2', client: 'Shoal 0.1', progress: 0.72, getRate: 900_000, giveRate: 640_000 }),
  peer({ id: 'a3', client: 'WebTorrent 3.0', progress: 0.31, giveRate: 1_450_000 }),
  peer({ id: 'a4', relayed: true, client: 'Firefox on a train', progress: 0.05, giveRate: 80_000 }),
]

const seeding = share({
  giveRate: 2_170_000,
  given: 3_400_000_000,
  peers: GUESTS.slice(1),
  history: history(0, 2_400_000),
  swarm: { seeds: 3, leechers: 2 },
  situation: { kind: 'moving', peers: 3 },
})

const downloading = share({
  state: 'downloading',
  mine: false,
  files: FOLDER,
  progress: 0.51,
  getRate: 4_000_000,
  giveRate: 2_170_000,
  got: 371_000_000,
  given: 96_000_000,
  secondsLeft: 88,
  peers: GUESTS,
  swarm: { seeds: 3, leechers: 4 },
  situation: { kind: 'moving', peers: 4 },
  pieces: pieces({ count: 692, here: 0.51, inFlight: 14 }),
  history: history(4_600_000, 2_300_000),
})

function waitingFor(situation: Situation, different: Partial<ShareSnapshot> = {}): Scene {
  const peers = situation.kind === 'peers-without-data' || situation.kind === 'choked' ? GUESTS.slice(2) : []
  const waiting = share({
    state: 'waiting',
    mine: false,
    files: FOLDER,
    progress: 0.34,
    situation,
    peers,
    pieces: pieces({ count: 692, here: 0.34, most: 0 }),
    ...different,
  })
  return { shares: [waiting], fragment: HASH }
}

function looking(situation: Situation): Scene {
  return waitingFor(situation, {
    state: 'fetching',
    files: [],
    size: 0,
    name: HASH,
    progress: 0,
    pieces: null,
    peers: [],
  })
}

const hash = (digit: string) => digit.repeat(40) as InfoHash

const hashing = share({
  id: 'new',
  infoHash: null,
  state: 'hashing',
  files: FOLDER,
  progress: 0.43,
  getRate: 812_000_000,
  secondsLeft: 4,
  situation: { kind: 'idle' },
})

const failed = share({
  state: 'failed',
  mine: false,
  progress: 0.2,
  files: [file({ progress: 0.2 })],
  situation: { kind: 'idle' },
  failure: { code: 'disk-full' },
})

const many = share({
  mine: false,
  state: 'downloading',
  progress: 0.7,
  getRate: 11_000_000,
  secondsLeft: 4000,
  files: Array.from({ length: 10_000 }, (_, index) =>
    file({
      index,
      path: ['Archive', `box ${Math.floor(index / 100)}`, `scan ${index}.tif`],
      size: 2_400_000,
      progress: index % 3 === 0 ? 1 : 0.2,
    }),
  ),
  pieces: pieces({ count: 24_000, here: 0.7, inFlight: 60 }),
  peers: Array.from({ length: 40 }, (_, index) =>
    peer({
      id: `m${index}`,
      progress: ((index * 7) % 40) / 40,
      getRate: index * 20_000,
      giveRate: (40 - index) * 11_000,
    }),
  ),
  situation: { kind: 'moving', peers: 40 },
  history: history(11_000_000, 900_000),
})

const hostile = share({
  mine: false,
  name: '<img src=x onerror=alert(1)> a name that goes on and on without any end in sight and then some more \u202egpj.exe',
  files: files([
    ['<b>bold</b>/../\u202egpj.exe', 12],
    [
      'averyveryveryverylongnamewithoutanyspacesatallthatneverseemstoendanywhere-and-still-goes-on.tar.gz',
      99_000,
    ],
  ]),
  peers: [peer({ id: 'h', client: '<script>alert(1)</script> with a long program name' })],
  situation: { kind: 'moving', peers: 1 },
})

const ready = share({
  state: 'ready',
  mine: false,
  files: FOLDER.map((each) => ({ ...each, progress: 0, wanted: true })),
  progress: 0,
  swarm: { seeds: 5, leechers: 3 },
  situation: { kind: 'moving', peers: 2 },
  pieces: pieces({ count: 692, here: 0 }),
  peers: GUESTS.slice(0, 2),
})

/** Before anything of it can be read: what moves is all that the page knows of it. */
const sealed = share({
  mine: false,
  state: 'ready',
  seal: 'locked',
  name: 'sealed.shoal',
  size: 412_090_368,
  files: [file({ path: ['sealed.shoal'], size: 412_090_368, progress: 0 })],
  progress: 0,
  pieces: pieces({ count: 3144, here: 0 }),
  swarm: { seeds: 2, leechers: 1 },
  situation: { kind: 'moving', peers: 2 },
  peers: GUESTS.slice(0, 2),
})

const ended = share({
  mine: false,
  state: 'failed',
  seal: 'open',
  name: 'Summer on the lake',
  files: FOLDER,
  situation: { kind: 'idle' },
  failure: { code: 'seal-expired' },
})

const rows = [
  hashing,
  { ...downloading, id: 's2', infoHash: hash('b') },
  { ...seeding, id: 's3', infoHash: hash('c') },
  { ...failed, id: 's4', infoHash: hash('d') },
  share({
    id: 's5',
    infoHash: hash('e'),
    state: 'paused',
    mine: false,
    progress: 0.12,
    files: [file({ path: ['debian-13.iso'], progress: 0.12 })],
  }),
]

/** Every state of the page, by name. */
export const SCENES: Readonly<Record<string, Scene>> = {
  'home-empty': { shares: [], fragment: '' },
  'home-rows': { shares: rows, fragment: '' },
  'home-damaged': { shares: [], fragment: 'magnet:?xt=urn:btih:12345' },
  hashing: { shares: [hashing], fragment: 'share-new' },
  'seeding-alone': { shares: [share()], fragment: HASH },
  'seeding-busy': { shares: [seeding, ...rows.slice(1, 3)], fragment: HASH },
  'seeding-no-tracker': {
    shares: [share({ situation: { kind: 'tracker-unreachable', retryInSeconds: 12 } })],
    fragment: HASH,
  },
  'seeding-refused': {
    shares: [
      share({ situation: { kind: 'tracker-refused', reason: 'this torrent has yet to be approved here' } }),
    ],
    fragment: HASH,
  },
  'fetching-tracker': looking({ kind: 'tracker-connecting' }),
  'fetching-members-only': looking({ kind: 'members-only' }),
  'fetching-alone': looking({ kind: 'alone' }),
  'fetching-told': waitingFor(
    { kind: 'alone' },
    {
      state: 'fetching',
      files: [],
      size: 240_000_000,
      name: 'Summer on the lake, everything from the first day to the last.zip',
      progress: 0,
      pieces: null,
    },
  ),
  'fetching-unreachable': looking({ kind: 'unreachable', others: 2, wayOut: 'no-udp' }),
  ready: { shares: [ready], fragment: HASH },
  downloading: { shares: [downloading, ...rows.slice(2)], fragment: HASH },
  'waiting-no-tracker': waitingFor({ kind: 'tracker-unreachable', retryInSeconds: 8 }),
  'waiting-alone': waitingFor({ kind: 'alone' }),
  'waiting-connecting': waitingFor({ kind: 'connecting', others: 1 }),
  'waiting-without-data': waitingFor({ kind: 'peers-without-data', peers: 2 }),
  'waiting-choked': waitingFor({ kind: 'choked', peers: 2 }),
  finished: {
    shares: [
      {
        ...downloading,
        state: 'seeding',
        progress: 1,
        getRate: 0,
        secondsLeft: null,
        files: FOLDER.map((each) => ({ ...each, progress: 1, wanted: true })),
        pieces: pieces({ count: 692, here: 1 }),
      },
    ],
    fragment: HASH,
  },
  'finished-one': {
    shares: [
      share({
        mine: false,
        got: 734_000_000,
        situation: { kind: 'moving', peers: 1 },
        peers: [peer()],
        swarm: { seeds: 2, leechers: 0 },
      }),
    ],
    fragment: HASH,
  },
  paused: waitingFor({ kind: 'idle' }, { state: 'paused' }),
  failed: { shares: [failed], fragment: HASH },
  'sealed-asks': {
    shares: [
      { ...sealed, state: 'fetching', seal: 'asks', situation: { kind: 'peers-without-data', peers: 2 } },
    ],
    fragment: HASH,
  },
  'sealed-without-key': { shares: [sealed], fragment: HASH },
  'sealed-wrong-key': {
    shares: [{ ...sealed, state: 'failed', peers: [], failure: { code: 'seal-damaged' } }],
    fragment: HASH,
  },
  'sealed-carried': {
    shares: [{ ...sealed, state: 'seeding', progress: 1, given: 61_000_000, giveRate: 640_000 }],
    fragment: HASH,
  },
  'sealed-rows': {
    shares: [
      { ...sealed, state: 'downloading', progress: 0.4, getRate: 2_000_000 },
      { ...ended, id: 's2', infoHash: hash('b') },
    ],
    fragment: '',
  },
  'sealed-ended': { shares: [ended], fragment: HASH },
  'sealed-ended-mine': { shares: [{ ...ended, mine: true }], fragment: HASH },
  asleep: { shares: [share({ state: 'asleep', situation: { kind: 'idle' } })], fragment: HASH },
  many: { shares: [many], fragment: HASH },
  hostile: { shares: [hostile], fragment: HASH },
  'few-pieces': {
    shares: [
      share({
        files: [file({ path: ['letter.pdf'], size: 180_000 })],
        pieces: pieces({ count: 11, here: 1 }),
      }),
    ],
    fragment: HASH,
  },
}
