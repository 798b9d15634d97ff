import type { InfoHash } from '../../../src/core/infoHash.ts'
import { NO_LIMITS } from '../../../src/core/limits.ts'
import { seededRandom } from '../../../src/core/random.ts'
import type {
  FileSnapshot,
  PeerSnapshot,
  PieceMap,
  RateSample,
  ShareSnapshot,
} from '../../../src/swarm/snapshot.ts'

export const HASH = '2c6b6858d61da9543d4231a71db4b1c9264b0685' as InfoHash

/** A share as the engine would tell it: seeding, one file, nobody else. Each test says what is different. */
export function share(different: Partial<ShareSnapshot> = {}): ShareSnapshot {
  const infoHash = different.infoHash === undefined ? HASH : different.infoHash
  const files = different.files ?? [file()]
  return {
    id: 's1',
    infoHash,
    state: 'seeding',
    mine: true,
    seal: null,
    endsAt: null,
    isUnfetched: false,
    name: files.length === 1 ? (files[0]?.path.at(-1) ?? 'share') : 'Summer on the lake',
    size: files.reduce((sum, each) => sum + each.size, 0),
    files,
    progress: 1,
    getRate: 0,
    giveRate: 0,
    got: 0,
    given: 0,
    limits: NO_LIMITS,
    exhausted: false,
    secondsLeft: null,
    peers: [],
    swarm: { seeds: 1, leechers: 0 },
    situation: { kind: 'alone' },
    attempts: null,
    pieces: infoHash === null ? null : pieces({ count: 640, here: 1 }),
    link: infoHash === null ? null : `https://shoal.example/#${infoHash}`,
    magnet:
      infoHash === null
        ? null
        : `magnet:?xt=urn:btih:${infoHash}&dn=share&tr=wss%3A%2F%2Fshoal.example%2Fannounce`,
    failure: null,
    leftOut: [],
    origins: [],
    contacts: { trackers: [], near: [], others: [], passesOn: false },
    memoryLimit: null,
    copy: null,
    wakeable: false,
    history: [],
    ...different,
  }
}

export function file(different: Partial<FileSnapshot> = {}): FileSnapshot {
  return {
    index: 0,
    path: ['The lake at dawn.mp4'],
    size: 734_000_000,
    start: 0,
    place: 0,
    progress: 1,
    wanted: true,
    ...different,
  }
}

export function files(
  names: readonly (readonly [path: string, size: number, progress?: number, wanted?: boolean])[],
): FileSnapshot[] {
  let end = 0
  return names.map(([path, size, progress = 1, wanted = true], index) => {
    const start = end
    end += size
    return { index, place: index, path: path.split('/'), size, start, progress, wanted }
  })
}

export function peer(different: Partial<PeerSnapshot> = {}): PeerSnapshot {
  return {
    id: '2d53483031303030aa01bb02',
    client: 'Shoal 0.1',
    relayed: false,
    progress: 1,
    getRate: 0,
    giveRate: 0,
    got: 0,
    given: 0,
    ...different,
  }
}

/** A piece map with a part here, a few in flight, and the rest of different rarity, always the same. */
export function pieces({
  count,
  here,
  inFlight = 0,
  most = 4,
}: {
  count: number
  here: number
  inFlight?: number
  most?: number
}): PieceMap {
  const random = seededRandom(count)
  const status = new Uint8Array(count)
  const availability = new Uint8Array(count)
  for (let piece = 0; piece < count; piece++) {
    status[piece] = random() < here ? 2 : 0
    availability[piece] = Math.floor(random() * (most + 1))
  }
  for (let left = inFlight, piece = 0; left > 0 && piece < count; piece++) {
    if (status[piece] !== 0 || random() < 0.6) continue
    status[piece] = 1
    left--
  }
  return { count, pieceLength: 1_048_576, status, availability, version: 1 }
}

/** Rates that rise and waver, as they do. */
export function history(get: number, give: number): RateSample[] {
  const random = seededRandom(3)
  return Array.from({ length: 60 }, (_, second) => {
    const rise = Math.min(1, second / 14)
    const waver = 0.8 + 0.2 * Math.sin(second / 4) + 0.15 * (random() - 0.5)
    return { get: get * rise * waver, give: give * Math.max(0, rise - 0.3) * (0.6 + 0.6 * random()) }
  })
}
