import { describe, expect, test } from 'vitest'
import { Registry } from '../../server/tracker/registry.ts'
import type { Session } from '../../server/tracker/records.ts'
import { readSettings } from '../../server/settings.ts'
import type { ByteText } from '../../server/tracker/byteText.ts'
import type { PeerId, TrackerMessage } from '../../src/wire/trackerMessages.ts'
import { infoHash, offerId, peerId } from '../wire/trackerIds.ts'

/** What one socket and one address can bring to a swarm, with the limits that a server has unless told otherwise. */

const HASH = infoHash(1)
const OUTSIDE = '198.51.100.7'

function createSwarm() {
  let nowMs = 0
  let offers = 0
  const registry = new Registry({ now: () => nowMs, random: Math.random, limits: readSettings({}).tracker })
  /** A page that answers every offer at once, as pages do. */
  function join(id: PeerId, network: string | null, left = 1) {
    const got = { offers: 0, answers: 0, refusals: 0 }
    const queue: { peerId: PeerId; offerId: ByteText }[] = []
    const session: Session = registry.connect(
      (message: TrackerMessage<ByteText>) => {
        if (message.kind === 'offer') {
          got.offers += 1
          queue.push(message)
        } else if (message.kind === 'answer') got.answers += 1
        else if (message.kind === 'failure') got.refusals += 1
      },
      null,
      network,
    )
    return {
      got,
      session,
      announce(count: number, as: PeerId = id): void {
        const made = Array.from({ length: count }, () => ({ offerId: offerId((offers += 1)), sdp: 'v=0' }))
        const sums = { uploaded: 0, downloaded: 0, left, numwant: count }
        registry.receive(session, { kind: 'announce', infoHash: HASH, peerId: as, ...sums, offers: made })
      },
      answer(): void {
        for (const offer of queue.splice(0)) {
          const to = { toPeerId: offer.peerId, offerId: offer.offerId, sdp: 'v=0' }
          registry.receive(session, { kind: 'answer', infoHash: HASH, peerId: id, ...to })
        }
      },
      leave: () => registry.disconnect(session),
    }
  }
  return {
    registry,
    join,
    passSeconds: (seconds: number): void => void (nowMs += seconds * 1_000),
  }
}

describe('one socket', () => {
  test('with a new peer id four times a second for a minute brings twenty of them, and is told', () => {
    const { join, passSeconds } = createSwarm()
    const victim = join(peerId(1), OUTSIDE, 0)
    victim.announce(0)
    const attacker = join(peerId(100), null)
    for (let number = 0; number < 240; number += 1) {
      attacker.announce(1, peerId(100 + number))
      passSeconds(0.25)
    }
    expect(victim.got.offers).toBeLessThanOrEqual(20)
    expect(attacker.got.refusals).toBeGreaterThanOrEqual(220)
  })

  test('with 45 announces of ten offers a second for a minute hands on two minutes’ worth', () => {
    const { join, passSeconds } = createSwarm()
    const victims = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((number) =>
      join(peerId(number), `192.0.2.${number}`, 0),
    )
    for (const victim of victims) victim.announce(0)
    const attacker = join(peerId(100), null)
    for (let number = 0; number < 2_700; number += 1) {
      attacker.announce(10)
      passSeconds(1 / 45)
    }
    const handedOn = victims.reduce((sum, { got }) => sum + got.offers, 0)
    expect(handedOn).toBeGreaterThan(100)
    expect(handedOn).toBeLessThanOrEqual(240)
  })

  test('with two clients on it announces as both for as long as it likes', () => {
    const { join, passSeconds } = createSwarm()
    const other = join(peerId(1), OUTSIDE, 0)
    other.announce(0)
    const shared = join(peerId(2), '192.0.2.2')
    for (let number = 0; number < 40; number += 1) {
      shared.announce(1, peerId(2 + (number % 2)))
      passSeconds(15)
    }
    expect([shared.got.refusals, other.got.offers]).toEqual([0, 40])
  })
})

describe('one address', () => {
  test('with fifty new sockets and peer ids a second for a minute fills nobody, and shuts nobody out', () => {
    const { join, passSeconds } = createSwarm()
    const seed = join(peerId(1), OUTSIDE, 0)
    seed.announce(0)
    for (let number = 0; number < 3_000; number += 1) {
      const attacker = join(peerId(1_000 + number), '192.0.2.66')
      attacker.announce(5)
      attacker.leave()
      passSeconds(1 / 50)
    }
    expect(seed.got.offers).toBeLessThanOrEqual(60)
    const newcomer = join(peerId(2), '203.0.113.9')
    newcomer.announce(1)
    seed.answer()
    expect(newcomer.got.answers).toBe(1)
  })

  test.each([
    ['one after the other', 1],
    ['all at once', 0],
  ])('of a carrier with 2,000 people, who come %s: each finds several others', (_how, secondsApart) => {
    const { join, passSeconds } = createSwarm()
    const seed = join(peerId(1), OUTSIDE, 0)
    seed.announce(0)
    const people = []
    for (let number = 0; number < 2_000; number += 1) {
      const person = join(peerId(10 + number), '192.0.2.1')
      people.push(person)
      person.announce(5)
      passSeconds(secondsApart)
    }
    // Ten minutes, in which each announces as often as the interval has it.
    for (let round = 0; round < 5; round += 1) {
      for (const person of people) {
        person.announce(5)
        passSeconds(120 / people.length)
        person.answer()
      }
    }
    const found = people.map(({ got }) => got.offers + got.answers)
    expect(Math.min(...found)).toBeGreaterThan(0)
    expect(found.reduce((sum, count) => sum + count, 0) / found.length).toBeGreaterThan(3)
    expect(people.every(({ got }) => got.refusals === 0)).toBe(true)
  })
})

test('what is remembered of addresses goes with time', () => {
  const { registry, join, passSeconds } = createSwarm()
  const seed = join(peerId(1), null, 0)
  seed.announce(0)
  for (let number = 0; number < 100; number += 1) {
    const other = join(peerId(10 + number), `192.0.2.${number}`)
    other.announce(1)
    other.leave()
  }
  const swarm = seed.session.peers.get(HASH)?.swarm
  if (!swarm) throw new Error('The seed has left.')
  expect([swarm.newcomers?.size, swarm.members[0]?.bounds.sources?.size]).toEqual([100, 100])
  passSeconds(60)
  seed.announce(0)
  registry.sweep()
  expect([swarm.newcomers?.size, swarm.members[0]?.bounds.sources]).toEqual([0, null])
})
