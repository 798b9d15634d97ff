import { describe, expect, it } from 'vitest'
import { Receiver } from '../../../src/swarm/scheduler/receiver.ts'
import { Uplink } from '../../../src/swarm/scheduler/uplink.ts'

describe('a line', () => {
  it('takes more at once when a peer has lanes, whatever one connection holds back', () => {
    let now = 0
    const uplink = new Uplink(() => now)
    let sent = 0
    uplink.join({
      sendOne: () => {
        sent++
        uplink.loaded(1)
        return true
      },
    })
    // The transport of the first connection loses packets: what comes through comes late.
    for (let round = 0; round < 40; round++) {
      uplink.pump()
      now += 200
      uplink.loaded(-1)
      uplink.sample(round === 0 ? 0 : 160, 200, 1)
    }
    uplink.pump()
    const before = sent
    uplink.pump()
    expect(sent).toBe(before)
    uplink.widened()
    expect(sent).toBe(before + 8)
  })
})

describe('the queue on the way to a peer', () => {
  /** Pings it again and again. Answers the queue of the last time. */
  function queueOf(answers: readonly { roundTrip: number; receivedAt: number | null }[]): number | undefined {
    const receiver = new Receiver(1, { target: () => 40 })
    let now = 1000
    let queue: number | undefined
    for (const [token, { roundTrip, receivedAt }] of answers.entries()) {
      receiver.pinged(token, now)
      now += roundTrip
      queue = receiver.answered(token, receivedAt, now)?.queue
    }
    return queue
  }

  it('is what the peer’s clock says it is, which may be set to anything', () => {
    const answers = [
      { roundTrip: 40, receivedAt: 501_020 },
      // From 1,040 to 1,140, of which the way there took 50.
      { roundTrip: 100, receivedAt: 501_090 },
    ]
    expect(queueOf(answers)).toBe(30)
  })

  it.each([
    [0, 1e15],
    [0, Number.MAX_VALUE],
    [-Number.MAX_VALUE, Number.MAX_VALUE],
    [Number.MAX_VALUE, -Number.MAX_VALUE],
    [Number.MAX_VALUE, 0],
    [-1e15, 0],
    [1e15, 1e15],
  ])(
    'is neither longer than the round trip shows nor far shorter, when a peer says %d and then %d',
    (...told) => {
      const answers = told.flatMap((receivedAt) => [
        { roundTrip: 40, receivedAt },
        { roundTrip: 400, receivedAt },
        { roundTrip: 400, receivedAt },
      ])
      const queue = queueOf(answers)
      expect(queue).toBeGreaterThanOrEqual(160)
      expect(queue).toBeLessThanOrEqual(360)
    },
  )
})
