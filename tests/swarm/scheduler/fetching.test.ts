import { describe, expect, it } from 'vitest'
import { amongPeers } from '../../../src/swarm/origin/amongPeers.ts'
import type { Block } from '../../../src/swarm/scheduler/geometry.ts'
import { block, BLOCK, Harness } from './harness.ts'

describe('what is asked of whom', () => {
  it('is only what the peer has and is missing here', () => {
    const harness = new Harness({ pieces: 8, have: [0, 1] })
    harness.giver(1, [1, 2])
    expect(harness.newRequests(1)).toEqual([block(2)])
  })

  it('is nothing while the peer chokes, and nothing that was not selected', () => {
    const harness = new Harness({ pieces: 4 })
    harness.scheduler.select([{ from: 2, to: 2 }])
    harness.scheduler.peerJoined(1)
    harness.hasAll(1)
    expect(harness.newRequests(1)).toEqual([])
    expect(harness.peersTold('interested')).toEqual([1])
    harness.scheduler.unchoked(1)
    expect(harness.newRequests(1)).toEqual([block(2)])
  })

  it('is less of a peer behind a relay, however much its line takes', () => {
    const ask = (isRelayed: boolean) => {
      const harness = new Harness({ pieces: 400 })
      harness.giver(1, 'all')
      harness.scheduler.peerRelayed(1, isRelayed)
      let open = harness.newRequests(1)
      let most = open.length
      for (let round = 0; round < 6; round++) {
        harness.now += 40
        for (const each of open) harness.scheduler.arrived(1, each)
        open = harness.newRequests(1)
        most = Math.max(most, open.length)
      }
      return most
    }
    expect(ask(false)).toBeGreaterThan(16)
    expect(ask(true)).toBeLessThanOrEqual(16)
  })

  it('is nothing of a peer behind a relay that carries no more, and what it was asked for is asked of others', () => {
    const harness = new Harness({ pieces: 8 })
    harness.giver(1, 'all')
    const [first = block(0), ...others] = harness.newRequests(1)
    expect(others.length).toBeGreaterThan(0)
    harness.scheduler.peerRelayed(1, true, false)
    // What was on its way by then is of use all the same.
    expect(harness.scheduler.arrived(1, first)).toBe('complete')
    harness.scheduler.verified(first.piece)
    harness.giver(2, 'all')
    const came = new Set([first.piece])
    for (let round = 0; round < 4; round++) {
      for (const each of harness.newRequests(2)) {
        came.add(each.piece)
        harness.scheduler.arrived(2, each)
        harness.scheduler.verified(each.piece)
      }
    }
    expect(came.size).toBe(8)
    expect(harness.newRequests(1)).toEqual([])

    const later = new Harness({ pieces: 8 })
    later.giver(1, 'all')
    later.newRequests(1)
    later.scheduler.peerRelayed(1, true, false)
    later.scheduler.peerRelayed(1, true, true)
    later.scheduler.tick()
    expect(later.ledger.peers.get(1)?.barred).toBe(false)
    // A direct path was found: the site's limit is nothing to it.
    later.scheduler.peerRelayed(1, true, false)
    later.scheduler.peerRelayed(1, false, false)
    expect(later.ledger.peers.get(1)?.barred).toBe(false)
  })

  it('is the rarest first', () => {
    const harness = new Harness({ pieces: 40 })
    const common = Array.from({ length: 38 }, (_, piece) => piece)
    for (const key of [1, 2, 3]) {
      harness.scheduler.peerJoined(key)
      harness.scheduler.peerHas(key, common)
    }
    harness.giver(4, [...common, 38, 39])
    expect(harness.newRequests(4).map(({ piece }) => piece)).toContain(38)
    expect(harness.newRequests(4)).toEqual([])
  })

  it('is of a seed what no leecher has, as long as there is any', () => {
    const harness = new Harness({ pieces: 16 })
    harness.scheduler.peerJoined(1)
    harness.scheduler.peerHas(1, [0, 1, 2, 3, 4, 5, 6, 7])
    harness.giver(2, 'all')
    for (const { piece } of harness.newRequests(2)) expect(piece).toBeGreaterThanOrEqual(8)
  })

  it('is what a seed suggests, unless a leecher has it', () => {
    const harness = new Harness({ pieces: 64 })
    harness.scheduler.peerJoined(2)
    harness.scheduler.have(2, 33)
    harness.scheduler.peerJoined(1)
    harness.hasAll(1)
    for (const piece of [33, 44, 22, -1, 1e9]) harness.scheduler.suggested(1, piece)
    harness.scheduler.unchoked(1)
    expect(harness.newRequests(1).slice(0, 2)).toEqual([block(44), block(22)])
  })

  it('is nothing else of a seed that leads, while something is under way from it', () => {
    const harness = new Harness({ pieces: 64 })
    harness.scheduler.peerJoined(2)
    harness.scheduler.have(2, 33)
    harness.scheduler.peerJoined(1)
    harness.scheduler.peerPaces(1)
    harness.hasAll(1)
    for (const piece of [33, 44]) harness.scheduler.suggested(1, piece)
    harness.scheduler.unchoked(1)
    // A leecher has the one, but the seed, which knows what it can give, would have it fetched here.
    expect(harness.newRequests(1)).toEqual([block(44), block(33)])
    harness.scheduler.arrived(1, block(44))
    expect(harness.newRequests(1)).toEqual([])
    harness.scheduler.suggested(1, 22)
    expect(harness.newRequests(1)).toEqual([block(22)])
  })

  it('is whatever a seed has, while nobody else fetches', () => {
    const harness = new Harness({ pieces: 64 })
    harness.scheduler.peerJoined(1)
    harness.scheduler.peerPaces(1)
    harness.hasAll(1)
    harness.scheduler.suggested(1, 44)
    harness.scheduler.unchoked(1)
    expect(harness.newRequests(1)).toHaveLength(4)
  })

  it('is whatever of a seed that leads when only a part is wanted, which no seed knows', () => {
    const harness = new Harness({ pieces: 64 })
    harness.scheduler.select([{ from: 0, to: 31 }])
    harness.scheduler.peerJoined(2)
    harness.scheduler.peerJoined(1)
    harness.scheduler.peerPaces(1)
    harness.hasAll(1)
    for (const piece of [44, 22]) harness.scheduler.suggested(1, piece)
    harness.scheduler.unchoked(1)
    const asked = harness.newRequests(1)
    expect(asked).toHaveLength(4)
    expect(asked[0]).toEqual(block(22))
  })

  it('is the rest of a piece before another piece, whoever began it', () => {
    const harness = new Harness({ pieces: 4, blocksPerPiece: 16 })
    harness.giver(1, 'all')
    const begun = harness.newRequests(1).at(0)?.piece
    harness.giver(2, 'all')
    for (const { piece } of harness.newRequests(2)) expect(piece).toBe(begun)
  })

  it('is what is needed soonest before all else', () => {
    const harness = new Harness({ pieces: 64 })
    harness.scheduler.want({ from: 40, to: 63 }, 9000)
    harness.scheduler.want({ from: 20, to: 21 }, 5000)
    harness.giver(1, 'all')
    expect(harness.newRequests(1).map(({ piece }) => piece)).toEqual([20, 21, 40, 41])
    harness.scheduler.want({ from: 40, to: 63 }, null)
    harness.scheduler.want({ from: 5, to: 5 }, 7000)
    harness.scheduler.arrived(1, block(20))
    expect(harness.newRequests(1).at(0)).toEqual(block(5))
  })

  it('is asked of others when a peer leaves, chokes, refuses or sends nothing', () => {
    const fates: ((harness: Harness) => void)[] = [
      (harness) => harness.scheduler.peerLeft(1),
      (harness) => harness.scheduler.choked(1),
      (harness) => {
        for (const asked of harness.newRequests(1)) harness.scheduler.refused(1, asked)
        harness.scheduler.choked(1)
      },
      (harness) => {
        harness.now += 6000
        harness.scheduler.tick()
      },
    ]
    for (const fate of fates) {
      const harness = new Harness({ pieces: 2 })
      harness.giver(1, 'all')
      expect(harness.blocks('request', 1)).toHaveLength(2)
      harness.giver(2, 'all')
      expect(harness.newRequests(2)).toEqual([])
      fate(harness)
      expect(harness.newRequests(2)).toHaveLength(2)
    }
  })

  it('is not asked a second time of a peer that is late with it, which may send it still', () => {
    const harness = new Harness({ pieces: 1, blocksPerPiece: 4 })
    harness.giver(1, 'all')
    const [first = block(0), second = block(0), ...rest] = harness.newRequests(1)
    harness.now += 6000
    harness.scheduler.tick()
    harness.scheduler.arrived(1, first)
    expect(harness.newRequests(1)).toEqual([])
    for (const each of [second, ...rest]) harness.scheduler.arrived(1, each)
    expect(harness.peersTold('request')).toEqual([])
    expect(harness.scheduler.wasted).toBe(0)
  })

  it('is not asked a second time of a peer that is late with it while somebody else is asked as well', () => {
    const harness = new Harness({ pieces: 3 })
    harness.giver(1, 'all')
    const [first = block(0), second = block(0), third = block(0)] = harness.newRequests(1)
    harness.now += 50
    harness.scheduler.arrived(1, first)
    harness.now += 1600
    harness.scheduler.tick()
    harness.giver(2, 'all')
    expect(harness.newRequests(2)).toEqual([second, third])
    // What the second peer will take longer for than the first used to is on its way from the first already.
    harness.scheduler.arrived(1, second)
    expect(harness.newRequests(1)).toEqual([])
  })

  it('is not asked of others when a peer chokes that says what it will not send, until it says so', () => {
    const harness = new Harness({ pieces: 4 })
    harness.giver(1, 'all')
    const [first = block(0), second = block(1)] = harness.newRequests(1)
    harness.scheduler.choked(1, true)
    harness.giver(2, 'all')
    expect(harness.newRequests(2)).toEqual([])
    harness.scheduler.refused(1, second)
    expect(harness.newRequests(2)).toEqual([second])
    expect(harness.scheduler.arrived(1, first)).toBe('complete')
  })

  it('is not asked again and again of a peer that refuses everything', () => {
    const harness = new Harness({ pieces: 100 })
    harness.giver(1, 'all')
    let asked = 0
    for (let round = 0; round < 1000; round++) {
      const requests = harness.newRequests(1)
      asked += requests.length
      for (const each of requests) harness.scheduler.refused(1, each)
    }
    expect(asked).toBeLessThan(30)
  })
})

describe('blocks that come', () => {
  it('make the piece complete, and then it is no longer asked for', () => {
    const harness = new Harness({ pieces: 1, blocksPerPiece: 2 })
    harness.giver(1, 'all')
    expect(harness.scheduler.arrived(1, block(0, 0))).toBe('taken')
    expect(harness.scheduler.arrived(1, block(0, 1))).toBe('complete')
    expect(harness.peersTold('notInterested')).toEqual([1])
    harness.scheduler.verified(0)
    expect(harness.ledger.here.has(0)).toBe(true)
  })

  it.each([
    ['was not asked for', block(1)],
    ['is no block', { piece: 0, offset: 5, length: BLOCK }],
    ['is too short', { piece: 0, offset: 0, length: 100 }],
    ['is of no piece', block(99)],
    ['is of a negative piece', block(-1)],
  ])('are thrown away when one %s', (_, unasked) => {
    const harness = new Harness({ pieces: 2, have: [1] })
    harness.giver(1, 'all')
    expect(harness.scheduler.arrived(1, unasked)).toBe('unasked')
  })

  it('are taken late, and taken back where they were asked for again', () => {
    const harness = new Harness({ pieces: 1 })
    harness.giver(1, 'all')
    harness.giver(2, 'all')
    harness.now += 6000
    harness.scheduler.tick()
    expect(harness.newRequests(2)).toEqual([block(0)])
    expect(harness.scheduler.arrived(1, block(0))).toBe('complete')
    expect(harness.blocks('cancel', 2)).toEqual([block(0)])
    expect(harness.scheduler.arrived(2, block(0))).toBe('unwanted')
    expect(harness.scheduler.wasted).toBe(BLOCK)
  })

  it('from a peer that has gone silent for a minute end its connection', () => {
    const harness = new Harness({ pieces: 1 })
    harness.giver(1, 'all')
    for (let second = 0; second < 65; second++) {
      harness.now += 1000
      harness.scheduler.tick()
    }
    expect(harness.peersTold('drop')).toContain(1)
  })
})

describe('false pieces', () => {
  it('convict the one who sent them', () => {
    const harness = new Harness({ pieces: 1, blocksPerPiece: 2 })
    harness.giver(1, 'all')
    for (const asked of harness.newRequests(1)) harness.scheduler.arrived(1, asked)
    harness.scheduler.failed(0)
    expect(harness.peersTold('ban')).toEqual([1])
  })

  it('from several are fetched from one alone, and what differs tells who lied', () => {
    const harness = new Harness({ pieces: 1, blocksPerPiece: 8 })
    harness.giver(1, 'all')
    harness.giver(2, 'all')
    const senders = new Map<number, number>()
    for (const key of [1, 2]) {
      for (const asked of harness.newRequests(key)) {
        senders.set(asked.offset / BLOCK, key)
        harness.scheduler.arrived(key, asked)
      }
    }
    expect(new Set(senders.values())).toEqual(new Set([1, 2]))
    harness.told.length = 0
    harness.scheduler.failed(0)
    expect(harness.peersTold('ban')).toEqual([])
    const sole = new Set(harness.peersTold('request'))
    expect(sole.size).toBe(1)
    const [key = 0] = sole
    for (let asked = harness.newRequests(key); asked.length > 0; asked = harness.newRequests(key)) {
      for (const each of asked) harness.scheduler.arrived(key, each)
    }
    const [lie = 0] = [...senders].find(([, sender]) => sender === 2) ?? []
    harness.scheduler.verified(0, [lie])
    expect(harness.peersTold('ban')).toEqual([2])
  })

  describe.each<[string, (harness: Harness, sole: number, asked: readonly Block[]) => void]>([
    ['has them no more', (harness, sole) => harness.scheduler.lostPiece(sole, 0)],
    ['leaves', (harness, sole) => harness.scheduler.peerLeft(sole)],
    ['chokes', (harness, sole) => harness.scheduler.choked(sole)],
    [
      'chokes after it sent all that was asked',
      (harness, sole, asked) => {
        // Nothing more may be asked for now.
        harness.scheduler.setLimits({ up: null, down: 0, give: null })
        for (const each of asked) harness.scheduler.arrived(sole, each)
        harness.scheduler.choked(sole, true)
        harness.scheduler.setLimits({ up: null, down: null, give: null })
      },
    ],
    [
      'chokes and says what it will not send',
      (harness, sole, asked) => {
        harness.scheduler.choked(sole, true)
        for (const each of asked) harness.scheduler.refused(sole, each)
      },
    ],
    [
      'sends nothing',
      (harness) => {
        harness.now += 6000
        harness.scheduler.tick()
      },
    ],
  ])('and are to come from one that %s', (_name, fate) => {
    it.each([[[0]], [[0, 1, 2, 3, 4, 5, 6, 7]]])('come from another, with %j', (pieces) => {
      const harness = new Harness({ pieces: 8, blocksPerPiece: 256 })
      harness.scheduler.select([{ from: 0, to: 0 }])
      for (const key of [1, 2]) harness.giver(key, pieces)
      for (let round = 0; round < 16; round++) {
        for (const key of [1, 2])
          for (const each of harness.newRequests(key)) harness.scheduler.arrived(key, each)
      }
      harness.scheduler.failed(0)
      const [sole = 0] = harness.peersTold('request')
      const other = sole === 1 ? 2 : 1
      const asked = harness.newRequests(sole)
      expect(harness.newRequests(other)).toEqual([])
      fate(harness, sole, asked)
      const sent: Block[] = []
      for (let next = harness.newRequests(other); next.length > 0; next = harness.newRequests(other)) {
        for (const each of next) harness.scheduler.arrived(other, each)
        sent.push(...next)
      }
      // All of it, so that whatever is wrong with it is known to be this one's.
      expect(sent).toHaveLength(256)
      harness.scheduler.failed(0)
      expect(harness.peersTold('ban')).toEqual([other])
    })
  })
})

describe('an origin beside others', () => {
  it('does not count as somebody who fetches: a lone seed is asked for whatever it has', () => {
    const harness = new Harness({ pieces: 64 })
    harness.scheduler.originJoined(9)
    harness.scheduler.peerJoined(1)
    harness.scheduler.peerPaces(1)
    harness.hasAll(1)
    harness.scheduler.suggested(1, 44)
    harness.scheduler.unchoked(1)
    expect(harness.newRequests(1)).toHaveLength(4)
  })
})

describe('pieces that are begun and cannot be completed', () => {
  /** As many as may be begun, each by a peer that has nothing else. */
  function begun(): Harness {
    const harness = new Harness({ pieces: 20, blocksPerPiece: 1024 })
    for (let piece = 0; piece < 8; piece++) harness.giver(piece, [piece])
    return harness
  }

  it('do not keep others from being begun when they are not wanted any more', () => {
    const harness = begun()
    for (let peer = 0; peer < 8; peer++) {
      for (const each of harness.newRequests(peer)) harness.scheduler.arrived(peer, each)
    }
    harness.scheduler.select([{ from: 8, to: 19 }])
    harness.giver(9, 'all')
    const asked = harness.newRequests(9)
    expect(asked.length).toBeGreaterThan(1)
    for (const { piece } of asked) expect(piece).toBeGreaterThanOrEqual(8)
    // What came of them is of use when they are wanted again.
    harness.scheduler.peerLeft(9)
    harness.scheduler.select([{ from: 0, to: 0 }])
    harness.giver(10, 'all')
    expect(harness.newRequests(10)).not.toContainEqual(block(0))
  })

  it('do not keep others from being begun when those who had them are gone', () => {
    const harness = begun()
    for (let peer = 0; peer < 8; peer++) harness.scheduler.peerLeft(peer)
    harness.giver(9, [8, 9, 10])
    const pieces = new Set<number>()
    for (let asked = harness.newRequests(9); asked.length > 0; asked = harness.newRequests(9)) {
      for (const each of asked) {
        pieces.add(each.piece)
        if (harness.scheduler.arrived(9, each) === 'complete') harness.scheduler.verified(each.piece)
      }
    }
    expect(pieces).toEqual(new Set([8, 9, 10]))
  })

  it('are no more than a few beside those that are under way', () => {
    const harness = begun()
    for (const key of [8, 9]) harness.giver(key, [8, 9, 10, 11, 12, 13, 14, 15])
    const pieces = new Set<number>()
    for (let round = 0; round < 20; round++) {
      for (const key of [8, 9]) {
        for (const each of harness.newRequests(key)) {
          if (harness.scheduler.arrived(key, each) === 'complete') pieces.delete(each.piece)
          else pieces.add(each.piece)
        }
        expect(pieces.size).toBeLessThanOrEqual(2)
      }
    }
  })
})

describe('an origin', () => {
  it('is asked for what it is said to have, by the megabyte, and serves nobody’s count', () => {
    const harness = new Harness({ pieces: 200 })
    harness.scheduler.originJoined(9)
    expect(harness.newRequests(9)).toEqual([])
    for (let piece = 0; piece < 100; piece++) harness.scheduler.have(9, piece)
    expect(harness.newRequests(9)).toHaveLength(64)
    expect(amongPeers(harness.ledger, 0)).toBe('nobody')
    harness.giver(1, [0])
    expect(amongPeers(harness.ledger, 0)).toBe('open')
    harness.scheduler.choked(1)
    expect(amongPeers(harness.ledger, 0)).toBe('choked')
    expect([...harness.ledger.missing()]).toHaveLength(200)
    harness.scheduler.peerLeft(9)
    harness.scheduler.tick()
    expect(harness.peersTold('choke')).not.toContain(9)
  })
})

describe('the end', () => {
  it('asks a second peer for what the first is slow with, and never a third', () => {
    const harness = new Harness({ pieces: 3 })
    harness.giver(1, [2])
    harness.giver(2, [0])
    harness.giver(3, [1])
    expect(harness.newRequests(1)).toEqual([block(2)])
    // The third is known to be by far the quickest, the second quicker than the first.
    harness.now += 10
    harness.scheduler.arrived(3, block(1))
    harness.now += 290
    harness.scheduler.arrived(2, block(0))
    for (const key of [2, 3]) harness.newRequests(key)
    harness.scheduler.have(2, 2)
    harness.scheduler.tick()
    expect(harness.newRequests(2)).toEqual([block(2)])
    harness.scheduler.have(3, 2)
    harness.scheduler.tick()
    expect(harness.newRequests(3)).toEqual([])
    // With the second gone, the third is the second.
    harness.scheduler.peerLeft(2)
    harness.scheduler.tick()
    expect(harness.newRequests(3)).toEqual([block(2)])
  })
})

describe('what a busy seed was just asked for', () => {
  /** A seed whose line has a queue, and the block that it was asked for last. */
  function busy(): { harness: Harness; last: Block } {
    const harness = new Harness({ pieces: 64 })
    harness.giver(1, 'all')
    harness.giver(2, [])
    for (const wait of [20, 100, 100, 100, 100, 100]) {
      harness.now += wait
      const [oldest = block(0)] = harness.newRequests(1)
      harness.scheduler.arrived(1, oldest)
    }
    const last = harness.newRequests(1).at(-1)
    if (!last) throw new Error('the seed was asked for nothing')
    return { harness, last }
  }

  it('is asked of a leecher that has it since', () => {
    const { harness, last } = busy()
    harness.scheduler.have(2, last.piece)
    expect(harness.blocks('cancel', 1)).toEqual([last])
    expect(harness.newRequests(2)).toEqual([last])
    // It may have been on its way.
    expect(harness.scheduler.arrived(1, last)).toBe('complete')
  })

  it('is left with the seed when it is likely to be on its way, or the leecher does not let us fetch', () => {
    const late = busy()
    late.harness.now += 200
    late.harness.scheduler.have(2, late.last.piece)
    expect(late.harness.blocks('cancel', 1)).toEqual([])
    const closed = busy()
    closed.harness.scheduler.choked(2)
    closed.harness.scheduler.have(2, closed.last.piece)
    expect(closed.harness.blocks('cancel', 1)).toEqual([])
  })
})

describe('the end, when a message comes that carries nothing', () => {
  it.each<[string, (harness: Harness) => void]>([
    ['a choke', (harness) => harness.scheduler.choked(4)],
    ['that somebody left', (harness) => harness.scheduler.peerLeft(4)],
    ['a refusal', (harness) => harness.scheduler.refused(3, block(4))],
    ['that a piece is here', (harness) => harness.scheduler.have(2, 6)],
  ])('waits for the next look at the time: %s', (_name, message) => {
    const harness = new Harness({ pieces: 6 })
    harness.giver(1, [5])
    harness.giver(3, [4])
    harness.giver(4, [])
    harness.scheduler.peerJoined(2)
    harness.scheduler.have(2, 0)
    harness.scheduler.unchoked(2)
    harness.now += 20
    for (const each of harness.newRequests(2)) harness.scheduler.arrived(2, each)
    harness.scheduler.select([{ from: 4, to: 5 }])
    harness.told.length = 0
    // The second would be much sooner with it than the first.
    harness.scheduler.have(2, 5)
    message(harness)
    expect(harness.newRequests(2)).not.toContainEqual(block(5))
    harness.scheduler.tick()
    expect(harness.newRequests(2)).toContainEqual(block(5))
  })
})

describe('limits', () => {
  it('keeps to what may be asked for each second, for the share and for the page', () => {
    for (const limit of ['share', 'page']) {
      const harness = new Harness({ pieces: 1000 })
      const down = 10 * BLOCK
      if (limit === 'share') harness.scheduler.setLimits({ up: null, down, give: null })
      else harness.uplink.setLimits({ up: null, down })
      harness.giver(1, 'all')
      let asked = 0
      for (let tick = 0; tick < 100; tick++) {
        harness.now += 100
        for (const each of harness.newRequests(1)) {
          asked++
          harness.scheduler.arrived(1, each)
        }
        harness.scheduler.tick()
      }
      expect(asked).toBeGreaterThan(90)
      expect(asked).toBeLessThan(115)
    }
  })

  it('are for those who send, and not for a peer that lets us fetch for a moment and refuses', () => {
    const harness = new Harness({ pieces: 2000 })
    harness.scheduler.setLimits({ up: null, down: 10 * BLOCK, give: null })
    harness.giver(2, 'all')
    harness.giver(1, 'all')
    let came = 0
    for (let step = 0; step < 2000; step++) {
      harness.now += 10
      const asked = harness.newRequests(2)
      harness.scheduler.choked(2, true)
      for (const each of asked) harness.scheduler.refused(2, each)
      harness.scheduler.unchoked(2)
      for (const each of harness.newRequests(1)) {
        harness.scheduler.arrived(1, each)
        came++
      }
      if (step % 25 === 0) harness.scheduler.tick()
    }
    expect(came).toBeGreaterThan(150)
    expect(came).toBeLessThan(230)
  })

  it('forgets announcements without end', () => {
    const harness = new Harness({ pieces: 8 })
    harness.scheduler.peerJoined(1)
    for (let piece = -1000; piece < 100_000; piece++) harness.scheduler.have(1, piece)
    harness.scheduler.peerHas(1, [-1, 0.5, 7, 7, 8, 2 ** 32, NaN])
    harness.scheduler.unchoked(1)
    expect(harness.newRequests(1).every(({ piece }) => piece >= 0 && piece < 8)).toBe(true)
  })
})
