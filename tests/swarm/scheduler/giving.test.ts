import { describe, expect, it } from 'vitest'
import { EXTENT_LENGTH } from '../../../src/torrent/pieces.ts'
import { MOST_ASKED } from '../../../src/swarm/scheduler/receiver.ts'
import { block, BLOCK, Harness } from './harness.ts'

const ALL = Array.from({ length: 64 }, (_, piece) => piece)

/** Says of everything that is to be served that it was sent, until nothing more is. Answers the pieces. */
function sendAll(harness: Harness, key: number): number[] {
  const served: number[] = []
  for (;;) {
    const blocks = harness.told.flatMap((each) =>
      each.kind === 'serve' && each.peer === key ? [each.block] : [],
    )
    if (blocks.length === 0) return served
    harness.told.splice(
      0,
      harness.told.length,
      ...harness.told.filter((each) => each.kind !== 'serve' || each.peer !== key),
    )
    for (const each of blocks) {
      harness.scheduler.sent(key, each)
      served.push(each.piece)
    }
  }
}

/** Answers every ping of the peer after a while. */
function answer(harness: Harness, key: number, after: number): void {
  harness.now += after
  for (const token of harness.tokens(key)) harness.scheduler.answered(key, token, null)
  harness.told.splice(
    0,
    harness.told.length,
    ...harness.told.filter((each) => each.kind !== 'ping' || each.peer !== key),
  )
}

describe('giving', () => {
  it('serves whoever is interested, when asked for what is here', () => {
    const harness = new Harness({ pieces: 64, have: [3] })
    harness.taker(1)
    expect(harness.peersTold('unchoke')).toEqual([1])
    harness.scheduler.asked(1, block(3))
    harness.scheduler.asked(1, block(4))
    expect(harness.blocks('serve', 1)).toEqual([block(3)])
  })

  it('tells who comes at once that it may ask, while there is a slot to spare, and no longer when others want it', () => {
    const harness = new Harness({ pieces: 64, have: ALL })
    for (let key = 1; key <= 9; key++) harness.scheduler.peerJoined(key)
    expect(harness.peersTold('unchoke')).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
    // Nobody has a use for it yet, and it is left to them.
    harness.now += 30_000
    harness.scheduler.tick()
    expect(harness.peersTold('choke')).toEqual([])
    harness.scheduler.interested(9, true)
    expect(harness.peersTold('unchoke')).toContain(9)
    expect(harness.peersTold('choke')).toHaveLength(1)
  })

  it.each([
    { piece: 0, offset: 0, length: BLOCK + 1 },
    { piece: 0, offset: -1, length: 1 },
    { piece: 0, offset: 0, length: 0 },
    { piece: 64, offset: 0, length: 1 },
    { piece: -1, offset: 0, length: 1 },
  ])('has nothing for %o', (asked) => {
    const harness = new Harness({ pieces: 64, have: ALL })
    harness.taker(1)
    harness.scheduler.asked(1, asked)
    expect(harness.blocks('serve', 1)).toEqual([])
  })

  it('holds back a peer that asks for all at once, until what was sent has arrived', () => {
    const harness = new Harness({ pieces: 64, have: ALL })
    harness.taker(1)
    for (const piece of ALL) harness.scheduler.asked(1, block(piece))
    const first = sendAll(harness, 1)
    expect(first.length).toBeLessThan(8)
    answer(harness, 1, 40)
    expect(sendAll(harness, 1).length).toBeGreaterThan(0)
  })

  it('takes requests for the sign of arrival from a peer that cannot be pinged', () => {
    const harness = new Harness({ pieces: 64, have: ALL })
    harness.pingable = false
    harness.taker(1)
    for (const piece of ALL.slice(0, 32)) harness.scheduler.asked(1, block(piece))
    const first = sendAll(harness, 1).length
    for (const piece of ALL.slice(32)) {
      harness.now += 5
      harness.scheduler.asked(1, block(piece))
      sendAll(harness, 1)
    }
    expect(harness.scheduler.given / BLOCK).toBeGreaterThan(first + 20)
  })

  it('keeps little waiting for a peer that cannot be pinged and reads nothing, and goes on once that has gone', () => {
    const harness = new Harness({ pieces: 64, blocksPerPiece: 64, have: ALL })
    harness.pingable = false
    harness.taker(1)
    // Nothing leaves the connection.
    const send = () => {
      const { given } = harness.scheduler
      sendAll(harness, 1)
      harness.waiting += harness.scheduler.given - given
      return harness.scheduler.given - given
    }
    for (let asked = 0; asked < 500; asked++) {
      harness.scheduler.asked(1, { ...block(asked % 64, 8 * (asked >> 6)), length: 8 * BLOCK })
      send()
    }
    expect(harness.waiting).toBeLessThan(1_000_000)
    harness.now += 5000
    harness.scheduler.tick()
    expect(send()).toBe(0)
    harness.waiting = 0
    harness.scheduler.tick()
    expect(send()).toBeGreaterThan(0)
  })

  it('gives what was given least first', () => {
    const harness = new Harness({ pieces: 8, have: ALL.slice(0, 8) })
    const given: number[] = []
    for (const key of [1, 2]) {
      harness.taker(key)
      for (let piece = 0; piece < 8; piece++) harness.scheduler.asked(key, block(piece))
    }
    for (let round = 0; round < 20; round++) {
      for (const key of [1, 2]) {
        given.push(...sendAll(harness, key))
        answer(harness, key, 20)
      }
    }
    expect(given).toHaveLength(16)
    // A peer whose window is full cannot be waited for; what the other asks for is given meanwhile.
    expect(new Set(given.slice(0, 8)).size).toBeGreaterThanOrEqual(7)
  })

  it('gives what was asked for long ago before what was given least', () => {
    const harness = new Harness({ pieces: 64, have: ALL })
    harness.taker(1)
    harness.scheduler.asked(1, block(0))
    sendAll(harness, 1)
    answer(harness, 1, 20)
    // The window of a peer that answers nothing is soon full; piece 0 was given once, so it waits.
    for (let piece = 1; piece < 30; piece++) harness.scheduler.asked(1, block(piece))
    harness.scheduler.asked(1, block(0))
    expect(sendAll(harness, 1)).not.toContain(0)
    harness.now += 800
    harness.scheduler.asked(1, block(40))
    const rest: number[] = []
    for (let round = 0; round < 40; round++) {
      answer(harness, 1, 0)
      rest.push(...sendAll(harness, 1))
    }
    expect(rest.slice(-2)).toEqual([0, 40])
  })

  it.each([
    ['far ahead', 2000, 1],
    ['for much at once', 8, 8],
  ])('lets no peer that asks %s crowd out one that asks for little', (_how, ahead, length) => {
    const harness = new Harness({ pieces: 64, blocksPerPiece: 256, have: ALL })
    harness.uplink.setLimits({ up: 40 * BLOCK, down: null })
    const peers = [
      { key: 1, ahead, length, piece: 32, asked: 0, given: 0 },
      { key: 2, ahead: 4, length: 1, piece: 0, asked: 0, given: 0 },
    ]
    for (const { key } of peers) harness.taker(key)
    for (let round = 0; round < 1000; round++) {
      for (const peer of peers) {
        peer.given += sendAll(harness, peer.key).length
        for (; peer.asked < peer.given + peer.ahead; peer.asked++) {
          const at = block(peer.piece + (peer.asked % 32), peer.length * (peer.asked >> 5))
          harness.scheduler.asked(peer.key, { ...at, length: peer.length * BLOCK })
        }
      }
      for (const { key } of peers) answer(harness, key, 10)
      harness.scheduler.tick()
    }
    const [much = 0, little = 0] = peers.map((peer) => peer.given * peer.length)
    expect(much + little).toBeGreaterThan(700)
    expect(little / (much + little)).toBeGreaterThan(1 / 3)
  })

  it('has no more on its way for being asked for much at once', () => {
    const harness = new Harness({ pieces: 64, blocksPerPiece: 8, have: ALL })
    harness.taker(1)
    for (const piece of ALL) harness.scheduler.asked(1, { ...block(piece), length: 8 * BLOCK })
    expect(sendAll(harness, 1)).toHaveLength(1)
  })

  it('forgets what a peer took back', () => {
    const harness = new Harness({ pieces: 64, have: ALL })
    harness.taker(1)
    for (const piece of ALL) harness.scheduler.asked(1, block(piece))
    const served = new Set(sendAll(harness, 1))
    for (const piece of ALL) harness.scheduler.cancelled(1, block(piece))
    for (let round = 0; round < 10; round++) {
      answer(harness, 1, 40)
      for (const piece of sendAll(harness, 1)) served.add(piece)
    }
    expect(served.size).toBeLessThan(8)
  })

  it('forgets what a peer asked for when it chokes it', () => {
    let mayGive = true
    const budget = { gave: () => undefined, mayGive: () => mayGive }
    const harness = new Harness({ pieces: 64, have: ALL, budget })
    harness.taker(1)
    for (const piece of ALL) harness.scheduler.asked(1, block(piece))
    sendAll(harness, 1)
    mayGive = false
    harness.scheduler.tick()
    expect(harness.peersTold('choke')).toEqual([1])
    mayGive = true
    harness.now += 10_000
    harness.scheduler.tick()
    expect(harness.peersTold('unchoke')).toEqual([1, 1])
    answer(harness, 1, 40)
    expect(sendAll(harness, 1)).toEqual([])
    harness.scheduler.asked(1, block(63))
    expect(sendAll(harness, 1)).toEqual([63])
  })

  it('ends the connection of a peer that asks without end', () => {
    const harness = new Harness({ pieces: 64, blocksPerPiece: 128, have: ALL })
    harness.taker(1)
    for (let count = 0; count < MOST_ASKED + 100; count++)
      harness.scheduler.asked(1, block(count % 64, count >> 6))
    expect(harness.peersTold('drop')).toContain(1)
  })

  it('does not let others wait for a peer to which nothing comes through', () => {
    const harness = new Harness({ pieces: 64, have: ALL })
    harness.taker(1)
    for (const piece of ALL) harness.scheduler.asked(1, block(piece))
    sendAll(harness, 1)
    harness.taker(2)
    harness.scheduler.asked(2, block(0))
    expect(sendAll(harness, 2)).toEqual([])
    harness.now += 3000
    harness.scheduler.tick()
    expect(sendAll(harness, 2)).toEqual([0])
  })

  it('keeps to its limit, and gives no more than it may in all', () => {
    const harness = new Harness({ pieces: 64, have: ALL })
    harness.scheduler.setLimits({ up: 4 * BLOCK, down: null, give: 20 * BLOCK })
    harness.taker(1)
    for (const piece of ALL) harness.scheduler.asked(1, block(piece))
    let afterThree = 0
    for (let tick = 0; tick < 100; tick++) {
      sendAll(harness, 1)
      answer(harness, 1, 100)
      harness.scheduler.tick()
      if (tick === 30) afterThree = harness.scheduler.given / BLOCK
    }
    expect(afterThree).toBeLessThanOrEqual(4 * 3 + 5)
    expect(harness.scheduler.given).toBe(20 * BLOCK)
    expect(harness.peersTold('choke')).toContain(1)
  })

  it('gives no more than it may, however long it takes until somebody looks', () => {
    const harness = new Harness({ pieces: 64, blocksPerPiece: 16, have: ALL })
    harness.scheduler.setLimits({ up: null, down: null, give: 20 * BLOCK })
    harness.taker(1)
    for (let asked = 0; asked < 1000; asked++) harness.scheduler.asked(1, block(asked % 64, asked >> 6))
    // What comes to nothing is not given: something else is.
    harness.told.splice(
      harness.told.findIndex(({ kind }) => kind === 'serve'),
      1,
    )
    harness.scheduler.notSent(1)
    for (let round = 0; round < 25; round++) {
      for (const each of harness.blocks('serve', 1)) harness.scheduler.sent(1, each)
      harness.told.splice(0, harness.told.length, ...harness.told.filter(({ kind }) => kind === 'ping'))
      answer(harness, 1, 10)
    }
    expect(harness.scheduler.given).toBe(20 * BLOCK)
  })

  it('takes its load off the line once when it ends, though its connections close and answer later', () => {
    const harness = new Harness({ pieces: 64, have: ALL })
    let loaded = 0
    const tell = harness.uplink.loaded.bind(harness.uplink)
    harness.uplink.loaded = (blocks) => {
      loaded += blocks
      tell(blocks)
    }
    for (const key of [1, 2]) {
      harness.taker(key)
      for (const piece of ALL) harness.scheduler.asked(key, block(piece))
      sendAll(harness, key)
    }
    expect(loaded).toBeGreaterThan(0)
    harness.scheduler.end()
    expect(loaded).toBe(0)
    answer(harness, 1, 40)
    for (const key of [1, 2]) harness.scheduler.peerLeft(key)
    expect(loaded).toBe(0)
  })

  it('is nothing over a relay that carries no more, until it does again', () => {
    const harness = new Harness({ pieces: 64, have: ALL })
    harness.taker(1)
    harness.taker(2)
    expect(harness.peersTold('unchoke')).toEqual([1, 2])
    harness.scheduler.peerRelayed(1, true, false)
    expect(harness.peersTold('choke')).toEqual([1])
    harness.scheduler.asked(1, block(3))
    harness.scheduler.asked(2, block(4))
    expect(harness.blocks('serve', 1)).toEqual([])
    expect(harness.blocks('serve', 2)).toEqual([block(4)])
    harness.now += 60_000
    harness.scheduler.tick()
    expect(harness.peersTold('unchoke')).toEqual([1, 2])
    harness.scheduler.peerRelayed(1, true, true)
    expect(harness.peersTold('unchoke')).toEqual([1, 2, 1])
    harness.scheduler.asked(1, block(3))
    expect(harness.blocks('serve', 1)).toEqual([block(3)])
  })

  it('charges nobody for what was handed out and never went', () => {
    let charged = 0
    const harness = new Harness({
      pieces: 64,
      have: ALL,
      budget: { gave: (bytes) => (charged += bytes), mayGive: () => true },
    })
    harness.uplink.setLimits({ up: 2 * BLOCK, down: null })
    harness.scheduler.setLimits({ up: 2 * BLOCK, down: null, give: null })
    harness.now += 10_000
    harness.taker(1)
    harness.taker(2)
    // Far more than the limits would let pass, taken back each time before it was read.
    for (let round = 0; round < 20; round++) {
      for (let piece = 0; piece < 4; piece++) harness.scheduler.asked(1, block(piece))
      for (let piece = 0; piece < 4; piece++) harness.scheduler.cancelled(1, block(piece))
      harness.blocks('serve', 1).forEach(() => harness.scheduler.notSent(1))
      harness.told.length = 0
    }
    expect(charged).toBe(0)
    harness.scheduler.asked(1, block(9))
    harness.scheduler.peerLeft(1)
    expect(charged).toBe(0)
    for (const piece of [10, 11]) harness.scheduler.asked(2, block(piece))
    expect(sendAll(harness, 2)).toEqual([10, 11])
    expect(charged).toBe(2 * BLOCK)
  })

  it('charges for what went, whichever of two blocks that were read came to nothing', () => {
    let charged = 0
    const harness = new Harness({
      pieces: 64,
      blocksPerPiece: 8,
      have: ALL,
      budget: { gave: (bytes) => (charged += bytes), mayGive: () => true },
    })
    harness.taker(1)
    const [long, short] = [{ ...block(0), length: 8 * BLOCK }, block(1)]
    for (const each of [long, short]) harness.scheduler.asked(1, each)
    harness.scheduler.notSent(1)
    harness.scheduler.sent(1, long)
    expect(charged).toBe(8 * BLOCK)
  })

  it('serves a peer on after a pause, however few blocks were the last ones before it', () => {
    const stuck: number[] = []
    for (let count = 40; count < 64; count++) {
      const harness = new Harness({ pieces: 64, have: ALL })
      harness.taker(1)
      for (const piece of ALL.slice(0, count)) harness.scheduler.asked(1, block(piece))
      for (let round = 0; round < 30; round++) {
        sendAll(harness, 1)
        answer(harness, 1, 40)
      }
      for (let second = 0; second < 60; second++) {
        harness.scheduler.tick()
        answer(harness, 1, 1000)
      }
      harness.scheduler.asked(1, block(63))
      if (harness.blocks('serve', 1).length === 0) stuck.push(count)
    }
    expect(stuck).toEqual([])
  })

  it('gives nothing more once the page’s budget is used up, and goes on with the next', () => {
    let budget = 10 * BLOCK
    const harness = new Harness({
      pieces: 64,
      have: ALL,
      budget: { gave: (bytes) => (budget -= bytes), mayGive: () => budget > 0 },
    })
    harness.taker(1)
    const give = (ticks: number) => {
      for (const piece of ALL) harness.scheduler.asked(1, block(piece))
      for (let tick = 0; tick < ticks; tick++) {
        sendAll(harness, 1)
        answer(harness, 1, 100)
        harness.scheduler.tick()
      }
    }
    give(20)
    expect(harness.scheduler.given).toBe(10 * BLOCK)
    expect(harness.peersTold('choke')).toEqual([1])
    budget = 10 * BLOCK
    harness.now += 10_000
    harness.scheduler.tick()
    expect(harness.peersTold('unchoke')).toEqual([1, 1])
    give(20)
    expect(harness.scheduler.given).toBe(20 * BLOCK)

    // Lifted by hand, it holds at once, not when peers take turns the next time.
    budget = 10 * BLOCK
    harness.scheduler.budgetChanged()
    expect(harness.peersTold('unchoke')).toEqual([1, 1, 1])
    give(20)
    expect(harness.scheduler.given).toBe(30 * BLOCK)
  })
})

describe('choking', () => {
  it('serves eight at once, and a seed everybody by turns', () => {
    const harness = new Harness({ pieces: 64, have: ALL })
    for (let key = 0; key < 30; key++) harness.taker(key)
    expect(harness.peersTold('unchoke')).toHaveLength(8)
    for (let second = 0; second < 150; second++) {
      harness.now += 1000
      harness.scheduler.tick()
    }
    expect(new Set(harness.peersTold('unchoke')).size).toBe(30)
    const served = harness.peersTold('unchoke').length - harness.peersTold('choke').length
    expect(served).toBe(8)
  })

  it('serves those who give, while it fetches itself', () => {
    const harness = new Harness({ pieces: 64, have: ALL.slice(0, 8) })
    for (let key = 0; key < 20; key++) harness.taker(key)
    const generous = [13, 14, 15]
    for (const key of generous) {
      harness.hasAll(key)
      harness.scheduler.unchoked(key)
    }
    // They are seeds now, and need nothing; but they still want something when they say so.
    for (const key of generous) harness.scheduler.lostPiece(key, 0)
    for (let second = 0; second < 11; second++) {
      harness.now += 1000
      for (const key of generous) {
        for (const asked of harness.newRequests(key).slice(0, 1)) harness.scheduler.arrived(key, asked)
      }
      harness.scheduler.tick()
    }
    const state = new Map<number, boolean>()
    for (const { kind, peer } of harness.told) {
      if (kind === 'choke' || kind === 'unchoke') state.set(peer, kind === 'unchoke')
    }
    for (const key of generous) expect(state.get(key)).toBe(true)
  })
})

describe('suggesting', () => {
  it('tells each peer of other pieces, and of all of them in the end', () => {
    const harness = new Harness({ pieces: 64, have: ALL })
    const told = new Map<number, number[]>([
      [1, []],
      [2, []],
    ])
    for (const key of told.keys()) harness.taker(key)
    for (let round = 0; round < 64; round++) {
      for (const each of harness.told.splice(0)) {
        if (each.kind !== 'suggest') continue
        told.get(each.peer)?.push(each.piece)
        harness.scheduler.have(each.peer, each.piece)
      }
    }
    const [one = [], two = []] = [...told.values()]
    expect(new Set([...one, ...two]).size).toBe(64)
    expect(one.slice(0, 24).filter((piece) => two.slice(0, 24).includes(piece))).toEqual([])
  })

  it('is of what lies together, one piece after the other: a store reads that at once', () => {
    const harness = new Harness({ pieces: 64, have: ALL })
    harness.taker(1)
    const told: number[] = []
    while (told.length < 64) {
      for (const each of harness.told.splice(0)) {
        if (each.kind !== 'suggest') continue
        told.push(each.piece)
        harness.scheduler.have(1, each.piece)
      }
    }
    const together = EXTENT_LENGTH / BLOCK
    for (let at = 0; at < 64; at += together) {
      const first = Math.min(...told.slice(at, at + together))
      expect(first % together).toBe(0)
      expect(told.slice(at, at + together)).toEqual(ALL.slice(first, first + together))
    }
  })

  it('is of what fewest have, and not of what another was told of', () => {
    const harness = new Harness({ pieces: 64, have: ALL })
    harness.scheduler.peerJoined(3)
    for (const piece of ALL.slice(0, 40)) harness.scheduler.have(3, piece)
    const suggested = (): number[] =>
      harness.told.splice(0).flatMap((each) => (each.kind === 'suggest' ? [each.piece] : []))
    for (const key of [1, 2, 4]) harness.taker(key)
    const first = suggested()
    expect(new Set(first).size).toBe(24)
    expect(Math.min(...first)).toBe(40)
    harness.taker(5)
    const second = suggested()
    expect(second).toHaveLength(8)
    expect(Math.max(...second)).toBeLessThan(40)
  })

  it('is of what others were told of, when there is nothing else', () => {
    const harness = new Harness({ pieces: 8, have: ALL.slice(0, 8) })
    harness.taker(1)
    expect(harness.peersTold('suggest')).toHaveLength(8)
    harness.taker(2)
    expect(harness.peersTold('suggest').filter((key) => key === 2)).toHaveLength(8)
  })

  it('begins anew for who was not served meanwhile', () => {
    const harness = new Harness({ pieces: 64, have: ALL })
    for (let key = 0; key < 9; key++) harness.taker(key)
    const waiting = ALL.slice(0, 9).find((key) => !harness.peersTold('unchoke').includes(key))
    const served = harness.peersTold('unchoke')[0] ?? -1
    expect(harness.peersTold('suggest')).not.toContain(waiting)
    // Whoever wants nothing keeps its place until another wants it.
    harness.scheduler.interested(served, false)
    expect(harness.peersTold('choke')).toEqual([served])
    expect(harness.peersTold('unchoke').at(-1)).toBe(waiting)
    expect(harness.peersTold('suggest').filter((key) => key === waiting)).toHaveLength(8)
  })

  it('is so far ahead as the peer fetches fast', () => {
    const all = Array.from({ length: 1000 }, (_, piece) => piece)
    const harness = new Harness({ pieces: 1000, have: all })
    harness.taker(1)
    expect(harness.peersTold('suggest').length).toBe(8)
    let asked = 0
    for (let round = 0; round < 60; round++) {
      for (let more = 0; more < 40; more++) harness.scheduler.asked(1, block(asked++ % 1000))
      sendAll(harness, 1)
      answer(harness, 1, 30)
    }
    // Suggestions that are not followed stay open: it was told of all these, and fetched others.
    expect(harness.peersTold('suggest').length).toBeGreaterThan(100)
  })

  it('is for seeds: a leecher keeps quiet', () => {
    const harness = new Harness({ pieces: 64, have: ALL.slice(1) })
    harness.taker(1)
    expect(harness.peersTold('suggest')).toEqual([])
  })
})
