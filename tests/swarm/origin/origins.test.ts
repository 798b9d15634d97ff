import bencode from 'bencode'
import { createHash } from 'node:crypto'
import { afterEach, describe, expect, it, test } from 'vitest'
import { seededRandom } from '../../../src/core/random.ts'
import { isPiece } from '../../../src/storage/verifiedReads.ts'
import {
  makeMetainfo,
  readInfo,
  readMetainfo,
  torrentFileOf,
  type Metainfo,
} from '../../../src/torrent/metainfo.ts'
import { checkOrigin } from '../../../src/swarm/origin/checkOrigin.ts'
import { joiningFor } from '../../../src/swarm/origin/joining.ts'
import { addressOf } from '../../../src/swarm/origin/originAddress.ts'
import { OriginGate, type GateView } from '../../../src/swarm/origin/originGate.ts'
import { seedOf } from '../../../src/swarm/origin/seedOf.ts'
import { Origins, type OriginUse } from '../../../src/swarm/origin/origins.ts'
import { PieceAssembly } from '../../../src/swarm/driver/pieceAssembly.ts'
import type { Commands } from '../../../src/swarm/scheduler/commands.ts'
import { Scheduler } from '../../../src/swarm/scheduler/scheduler.ts'
import { Uplink } from '../../../src/swarm/scheduler/uplink.ts'
import { startOrigin, type Manner, type OriginServer } from '../../support/originServer.ts'
import type { OriginProblem } from '../../../src/swarm/origin/problems.ts'
import { lengthOfPiece } from '../../../src/torrent/pieces.ts'
import { ledgerOf } from '../support/ledger.ts'

/** A share that is fetched over HTTP from real servers, by the real scheduler. */

const PIECE = 32_768
const LENGTHS = [100_000, 5, 2_500_001]
const TOTAL = LENGTHS.reduce((sum, length) => sum + length, 0)
const NAMES = ['a b.bin', 'ä#?.bin', 'c.bin']
const BYTES = LENGTHS.map((length, file) =>
  Uint8Array.from({ length }, (_, at) => (at * 7 + file + (at >> 9)) & 255),
)

const servers: OriginServer[] = []
const ends: (() => void)[] = []
afterEach(async () => {
  for (const end of ends.splice(0)) end()
  for (const server of servers.splice(0)) await server.stop()
})

async function metainfo(): Promise<Metainfo> {
  const all = Buffer.concat(BYTES)
  const digests: Buffer[] = []
  for (let at = 0; at < all.length; at += PIECE)
    digests.push(
      createHash('sha1')
        .update(all.subarray(at, at + PIECE))
        .digest(),
    )
  return makeMetainfo({
    name: 'a folder',
    pieceLength: PIECE,
    pieces: Buffer.concat(digests),
    files: LENGTHS.map((length, file) => ({ path: [NAMES[file] ?? ''], length })),
    single: false,
  })
}

async function origin(names = NAMES): Promise<OriginServer> {
  const entries = names.map((name) => [
    `a%20folder/${encodeURIComponent(name)}`,
    BYTES[NAMES.indexOf(name)] ?? new Uint8Array(),
  ])
  const server = await startOrigin(Object.fromEntries(entries) as Record<string, Uint8Array>)
  servers.push(server)
  return server
}

/** Fetches all of it; what a page's driver does, without a page. */
class Fetch {
  readonly got = new Map<number, Uint8Array>()
  readonly origins: Origins
  readonly #scheduler: Scheduler
  /** Requests that were made, whether or not they have come to a server. */
  asked = 0
  #now = 1000

  constructor(info: Metainfo, urls: readonly string[], use: Partial<OriginUse> = {}) {
    const assembly = new PieceAssembly({
      memory: (piece) => new Uint8Array(lengthOfPiece(piece, info.size, info.pieceLength)),
      isRight: (piece, bytes) => isPiece(bytes, info.pieces, piece),
    })
    const nothing = () => undefined
    const commands: Commands = {
      request: (key, block) => void this.origins.request(key, block),
      cancel: (key, block) => this.origins.cancel(key, block),
      ban: (key) => queueMicrotask(() => this.origins.distrust(key)),
      drop: (key) => queueMicrotask(() => this.origins.giveUp(key)),
      interested: nothing,
      notInterested: nothing,
      choke: nothing,
      unchoke: nothing,
      suggest: nothing,
      have: nothing,
      serve: nothing,
      ping: () => false,
      waiting: () => 0,
      widen: nothing,
      narrow: nothing,
    }
    const now = () => this.#now
    const random = seededRandom(3)
    this.#scheduler = new Scheduler({
      pieces: ledgerOf(info.size, info.pieceLength),
      now,
      random,
      commands,
      uplink: new Uplink(now),
      lag: () => 0,
    })
    this.#scheduler.select([{ from: 0, to: Math.ceil(info.size / PIECE) - 1 }])
    let key = 0
    this.origins = new Origins({
      metainfo: info,
      secure: false,
      scheduler: this.#scheduler,
      now,
      seed: 3,
      random,
      fetch: (...request) => {
        this.asked++
        return fetch(...request)
      },
      newKey: () => key++,
      arrived: (peer, block, bytes) => {
        const arrival = this.#scheduler.arrived(peer, block)
        if (arrival === 'unasked' || arrival === 'unwanted') return
        assembly.add(block, bytes)
        if (arrival !== 'complete') return
        void assembly.complete(block.piece).then((piece) => {
          if (!piece) return this.#scheduler.failed(block.piece)
          this.got.set(block.piece, piece)
          this.#scheduler.verified(block.piece, assembly.compare(block.piece, piece))
        })
      },
    })
    this.origins.use({
      urls,
      due: () => [],
      watched: () => 'no' as const,
      peers: () => [],
      joining: () => null,
      paused: () => false,
      ...use,
    })
    ends.push(() => this.origins.end())
  }

  get now(): number {
    return this.#now
  }

  /** Something new is read. */
  look(): void {
    this.origins.tick()
  }

  /** Lets so much time pass, in the steps of a page; the network's own time goes on beside it. */
  async until(done: () => boolean, stepMs = 250): Promise<void> {
    for (let steps = 0; !done(); steps++) {
      if (steps > 600)
        throw new Error(`It takes too long: ${JSON.stringify([this.origins.status, this.got.size])}`)
      this.#now += stepMs
      this.#scheduler.tick()
      this.origins.tick()
      await turn()
    }
  }

  get bytes(): Buffer {
    return Buffer.concat([...this.got].sort(([left], [right]) => left - right).map(([, piece]) => piece))
  }

  get whole(): boolean {
    return this.bytes.length === TOTAL
  }
}

/**
 * Gives the network 5 ms. The servers are in this process: while the machine lets it stand still, nobody answers, and
 * no time is to pass for those who wait.
 */
async function turn(): Promise<void> {
  for (let tries = 0; tries < 20; tries++) {
    const before = performance.now()
    await new Promise((resolve) => setTimeout(resolve, 5))
    if (performance.now() - before < 20) return
  }
}

describe('an origin', () => {
  it('brings every byte, once, in few requests that need no leave', async () => {
    const server = await origin()
    const fetching = new Fetch(await metainfo(), [server.url])
    await fetching.until(() => fetching.whole, 5)
    expect(fetching.bytes.equals(Buffer.concat(BYTES))).toBe(true)
    expect(server.sent()).toBe(TOTAL)
    expect(fetching.origins.status).toMatchObject([{ got: TOTAL, state: { kind: 'working' } }])
    expect(
      server.requests.every(({ method, range }) => method === 'GET' && /^bytes=\d+-\d+$/.test(range ?? '')),
    ).toBe(true)
    expect(server.requests.length).toBeLessThan(80)
  })

  it('that lacks a file brings the others, and is asked for it once', async () => {
    const [first = ''] = NAMES
    const [most, rest] = [await origin(NAMES.slice(1)), await origin([first])]
    const alone = new Fetch(await metainfo(), [most.url])
    // All but the four pieces that hold something of the first file.
    const count = Math.ceil(TOTAL / PIECE)
    await alone.until(() => alone.got.size === count - 4)
    expect(alone.origins.status).toMatchObject([{ state: { kind: 'working' } }])
    const inVain = most.requests.filter(({ path }) => path.endsWith(encodeURIComponent(first)))
    expect(inVain.length).toBeLessThan(5)
    expect([...alone.got.keys()]).not.toContain(0)

    // Where another has that file, it is asked for it; the piece with parts of both comes from neither.
    const both = new Fetch(await metainfo(), [most.url, rest.url])
    await both.until(() => both.got.size === count - 1)
    expect(rest.sent()).toBeGreaterThan(3 * PIECE - 1)
    expect([...both.got.keys()]).not.toContain(3)
  })

  const OFF: readonly (readonly [Manner, readonly OriginProblem['code'][]])[] = [
    ['lies', ['origin-false']],
    ['ignores ranges', ['origin-without-ranges']],
    ['is broken', ['origin-error']],
    ['breaks off', ['origin-stopped', 'origin-unreachable']],
  ]
  test.each(OFF)('that %s is left alone for a while, and another one is asked', async (manner, codes) => {
    const [bad, good] = [await origin(), await origin()]
    bad.manner = manner
    const fetching = new Fetch(await metainfo(), [bad.url, good.url])
    let said: OriginProblem['code'] | null = null
    await fetching.until(() => {
      const [status] = fetching.origins.status
      if (status && status.state.kind !== 'working') said = status.state.why.code
      return fetching.whole && said !== null
    })
    expect(fetching.bytes.equals(Buffer.concat(BYTES))).toBe(true)
    expect(codes).toContain(said)
  })

  test('that crawls is not waited for: another one is asked for what is overdue', async () => {
    const [slow, good] = [await origin(), await origin()]
    slow.manner = 'crawls'
    const fetching = new Fetch(await metainfo(), [slow.url, good.url])
    await fetching.until(() => fetching.origins.status[0]?.state.kind === 'resting', 1000)
    await fetching.until(() => fetching.whole)
    expect(good.sent()).toBeGreaterThan(TOTAL - 300_000)
  })

  it('that is away for 20 s is asked again until it is back, and a few times only', async () => {
    const server = await origin()
    server.manner = 'is broken'
    const fetching = new Fetch(await metainfo(), [server.url])
    const from = fetching.now
    await fetching.until(() => fetching.now > from + 20_000)
    expect(server.requests.length).toBeGreaterThan(4)
    expect(server.requests.length).toBeLessThan(16)
    server.manner = 'well'
    await fetching.until(() => fetching.whole)
    expect(fetching.now - from).toBeLessThan(60_000)
  })

  it.each(['lies', 'ignores ranges'] as const)('that %s is looked at again after minutes', async (manner) => {
    const server = await origin()
    server.manner = manner
    const fetching = new Fetch(await metainfo(), [server.url])
    await fetching.until(() => fetching.origins.status[0]?.state.kind === 'resting')
    server.manner = 'well'
    const from = fetching.now
    // What was on its way when it failed has come by then.
    await fetching.until(() => fetching.now > from + 10_000, 1000)
    const asked = server.requests.length
    await fetching.until(() => fetching.now > from + 60_000, 1000)
    expect(server.requests).toHaveLength(asked)
    await fetching.until(() => fetching.whole, 1000)
    expect(fetching.bytes.equals(Buffer.concat(BYTES))).toBe(true)
  })

  it('is asked at once for what somebody jumps to, and let off what they jumped away from', async () => {
    const server = await origin()
    server.manner = 'is silent'
    let reads = { from: 10, to: 30 }
    const fetching = new Fetch(await metainfo(), [server.url], {
      watched: () => 'begun',
      due: () =>
        Array.from({ length: reads.to - reads.from }, (_, at) => ({ piece: reads.from + at, due: 0 })),
    })
    fetching.look()
    // All that it asks for at first has come to the server, which answers nothing.
    await expect.poll(() => server.requests.length).toBeGreaterThan(0)
    await turn()
    await expect.poll(() => server.requests.length === fetching.asked).toBe(true)
    const before = server.requests.length
    server.manner = 'well'
    reads = { from: 60, to: 64 }
    fetching.look()
    // No time passes here: nothing has to be given up first.
    // Two requests bring them side by side, in whatever order.
    await expect.poll(() => new Set(fetching.got.keys())).toEqual(new Set([60, 61, 62, 63]))
    await expect.poll(() => server.abandoned()).toBe(before)
    expect(fetching.origins.status[0]?.state.kind).toBe('working')
  })
})

describe('an address', () => {
  const torrent = (name: string | Uint8Array, path?: readonly (string | Uint8Array)[]) =>
    readInfo(
      bencode.encode({
        name,
        'piece length': PIECE,
        pieces: new Uint8Array(20),
        ...(path ? { files: [{ length: 1, path }] } : { length: 1 }),
      }),
    )

  test.each([
    ['https://o.example/film.mp4', undefined, 'https://o.example/film.mp4'],
    ['https://o.example/films/', undefined, 'https://o.example/films/a%20b'],
    ['https://o.example/films', ['c #', 'd?'], 'https://o.example/films/a%20b/c%20%23/d%3F'],
    ['https://o.example/films/', ['c #', 'd?'], 'https://o.example/films/a%20b/c%20%23/d%3F'],
  ])('at %s of %j', async (url, path, expected) => {
    expect(addressOf(url, await torrent('a b', path), 0)).toBe(expected)
  })

  // What the page calls each of these is something else.
  test.each([
    ['👨‍👩‍👧.txt', '%F0%9F%91%A8%E2%80%8D%F0%9F%91%A9%E2%80%8D%F0%9F%91%A7.txt'],
    ['می‌خواهم.txt', '%D9%85%DB%8C%E2%80%8C%D8%AE%D9%88%D8%A7%D9%87%D9%85.txt'],
    [' leading.txt', '%20leading.txt'],
    ['trailing.txt ', 'trailing.txt%20'],
    ['back\\slash.txt', 'back%5Cslash.txt'],
    [`${'b'.repeat(260)}.tar.gz`, `${'b'.repeat(260)}.tar.gz`],
    [Uint8Array.of(0x66, 0xfc, 0x72), 'f%FCr'],
  ])('has the path as the torrent has it: %j', async (name, encoded) => {
    expect(addressOf('https://o.example/', await torrent('raw', [name]), 0)).toBe(
      `https://o.example/raw/${encoded}`,
    )
    expect(addressOf('https://o.example/', await torrent(name), 0)).toBe(`https://o.example/${encoded}`)
  })

  it('goes with the .torrent file, and nothing else does', async () => {
    const urls = ['https://o.example/a', 'http://o.example/b']
    const file = torrentFileOf(await metainfo(), [], [...urls])
    expect((await readMetainfo(file)).webSeeds).toEqual(urls)
    const hostile = torrentFileOf(
      await metainfo(),
      [],
      ['javascript:alert(1)', 'file:///etc/passwd', 'x', ...urls, ...urls],
    )
    expect((await readMetainfo(hostile)).webSeeds).toEqual(urls)
  })

  it('is checked before it is published', async () => {
    const server = await origin()
    const info = await metainfo()
    const check = (url: string) => checkOrigin(url, info, () => 0.5, globalThis.fetch, false)
    await check(server.url)
    await expect(check(`${server.url}elsewhere/`)).rejects.toThrow('origin-lacks-file')
    server.manner = 'lies'
    await expect(check(server.url)).rejects.toThrow('origin-differs')
    server.manner = 'ignores ranges'
    await expect(check(server.url)).rejects.toThrow('origin-without-ranges')
  })
})

describe('the gate', () => {
  const now = 50_000
  const seconds = (piece: number, ahead: number) => ({ piece, due: now + ahead * 1000 })
  const view = (changes: Partial<GateView>): GateView => ({
    now,
    due: [0, 1, 2, 3, 5, 8, 12, 18, 30].map((ahead) => seconds(ahead, ahead)),
    missing: [],
    watched: 'begun',
    amongPeers: () => 'nobody',
    peers: [],
    joining: null,
    ...changes,
  })
  const chosen = (changes: Partial<GateView>) => [...new OriginGate(7, 1_000_000).choose(view(changes))]

  it('lets one who watches alone read well ahead', () => {
    expect(chosen({})).toEqual([0, 1, 2, 3, 5, 8, 12])
  })

  it('brings the beginning before anything else, and nothing that nobody watches', () => {
    expect(chosen({ watched: 'beginning' })).toEqual([0])
    expect(chosen({ watched: 'beginning', due: [], missing: [1, 2, 3] })).toEqual([])
  })

  it('brings a quarter of a megabyte of what comes first at least, for a film of few bits', () => {
    const due = Array.from({ length: 40 }, (_, piece) => seconds(piece, piece * 2))
    const first = new OriginGate(7, 65_536).choose(view({ watched: 'beginning', due }))
    expect([...first]).toEqual([0, 1, 2, 3])
  })

  it('gives one who joins others no more than the beginning, and more should it take long', () => {
    expect(chosen({ joining: 0 })).toEqual([0])
    expect(chosen({ joining: 900 })).toEqual([0])
    expect(chosen({ joining: 5000 })).toEqual([0, 1, 2])
  })

  it('counts on nobody who has not told what they have, and waits for that a moment', () => {
    const discovery = (leechers: number) => ({ swarm: { seeds: 0, leechers }, heldUntil: null })
    const others = discovery(2)
    expect(joiningFor(others, { connected: 0, heard: 0, age: 9000 })).toBe(9000)
    expect(joiningFor(others, { connected: 0, heard: 0, age: 30_000 })).toBeNull()
    expect(joiningFor(others, { connected: 2, heard: 0, age: 300 })).toBe(300)
    // Who has watched alone for long reads no further than usual either.
    expect(joiningFor(others, { connected: 1, heard: 0, age: 90_000 })).toBe(2000)
    expect(joiningFor(others, { connected: 2, heard: 1, age: 300 })).toBeNull()
    expect(joiningFor(discovery(1), { connected: 0, heard: 0, age: 0 })).toBeNull()
    // A plain download has waited long enough by then.
    expect(chosen({ watched: 'no', due: [], missing: [1], joining: 5000 })).toEqual([])
    expect(chosen({ watched: 'no', due: [], missing: [1], joining: 7000 })).toEqual([1])
  })

  it('leaves to others what they have, unless it would be late', () => {
    expect(chosen({ peers: [1, 2, 3], amongPeers: () => 'open' })).toEqual([0])
    expect(chosen({ peers: [1, 2, 3], amongPeers: () => 'choked' })).toEqual([0, 1])
    // Who has watched for a while has more to lose than to get.
    const gate = new OriginGate(7, 1_000_000)
    const later = { now: now + 5000, due: [0.5, 0.9, 1.5].map((ahead, piece) => seconds(piece, 5 + ahead)) }
    const open = { peers: [1, 2, 3], amongPeers: () => 'open' as const }
    expect([...gate.choose(view({ ...open, ...later }))]).toEqual([])
    const settled = {
      ...later,
      now: now + 10_000,
      due: [0.5, 0.9, 1.5].map((ahead, piece) => seconds(piece, 10 + ahead)),
    }
    expect([...gate.choose(view({ ...open, ...settled }))]).toEqual([0, 1])
  })

  it('gives each of several viewers a part of what none of them has, and everybody what is near', () => {
    const due = Array.from({ length: 1000 }, (_, piece) => seconds(piece, 12))
    const viewers = [1, 2, 3, 4].map((number) => seedOf(`${number}`.repeat(40)))
    const parts = viewers.map((seed) => {
      const peers = viewers.filter((other) => other !== seed)
      return new OriginGate(seed, 1_000_000).choose(view({ due, peers }))
    })
    for (const part of parts) expect(part.size / 1000).toBeCloseTo(0.25, 1)
    // Nothing is asked for twice, and nothing is left out.
    expect(new Set(parts.flatMap((part) => [...part])).size).toBe(1000)
    expect(parts.reduce((sum, { size }) => sum + size, 0)).toBe(1000)
    const near = chosen({ peers: [1, 2, 3] }).filter((piece) => piece < 3)
    expect(near).toEqual([0, 1, 2])
  })

  it('serves a plain download with what nobody else has, a little at a time', () => {
    const missing = Array.from({ length: 1000 }, (_, piece) => piece)
    expect(chosen({ due: [], watched: 'no', missing })).toHaveLength(24)
    const few = chosen({
      due: [],
      watched: 'no',
      missing,
      peers: [1, 2, 3, 4, 5],
      amongPeers: (piece) => (piece < 990 ? 'open' : 'choked'),
    })
    expect(few).toHaveLength(4)
    expect(few.every((piece) => piece >= 990)).toBe(true)
    expect(chosen({ due: [], watched: 'no', missing, peers: [1], amongPeers: () => 'open' })).toEqual([])
  })
})
