import { beforeEach, describe, expect, it } from 'vitest'
import { networkOf, Strangers, TURN } from '../../src/swarm/link/strangers.ts'

const PLACES = 16
const share = {}
let now = 0
let strangers: Strangers
let evicted: string[]

beforeEach(() => {
  now = 1000
  strangers = new Strangers(() => now)
  evicted = []
})

function admit(source: string, name = source, to: object = share) {
  return strangers.admit(to, source, () => evicted.push(name))
}

describe('places for peers that are not proved', () => {
  it('go to a newcomer at once when one source holds most of them', () => {
    for (let each = 0; each < 100; each++) admit('attacker', `${each}`)
    // It gets no more by asking more.
    expect(evicted).toEqual([])
    expect(admit('newcomer')).not.toBeNull()
    expect(evicted).toEqual(['0'])
  })

  it('are turned over when every one is held by another source', () => {
    for (let each = 0; each < PLACES; each++) admit(`network ${each}`)
    expect(admit('newcomer')).toBeNull()
    now += TURN
    expect(admit('newcomer')).not.toBeNull()
    expect(evicted).toEqual(['network 0'])
  })

  it('are held for a turn by what failed at once, so that junk is tried a few times a second', () => {
    let tried = 0
    for (let time = 0; time < 20_000; time += 20) {
      now += 20
      if (admit('junk')) tried++
    }
    expect(tried).toBeLessThanOrEqual(PLACES * (20_000 / TURN + 1))
    expect(tried).toBeGreaterThan(PLACES)
  })

  it('are free as soon as the peer has proved itself', () => {
    const places = Array.from({ length: PLACES }, (_, each) => admit(`network ${each}`))
    places[3]?.leave()
    expect(admit('newcomer')).not.toBeNull()
    expect(evicted).toEqual([])
    expect(places.map((place) => place?.lost)).toEqual(places.map((_, at) => at === 3))
  })

  it('of the whole page are not taken by offers to its many shares', () => {
    for (let each = 0; each < 100; each++) admit('attacker', 'attacker', { each })
    expect(evicted).toEqual([])
    expect(admit('newcomer')).not.toBeNull()
    for (let each = 0; each < 100; each++) admit('attacker', 'attacker', { each })
    expect(evicted).toEqual(['attacker'])
  })
})

describe('the network of an offer', () => {
  const candidate = (address: string) => `v=0\r\na=candidate:1 1 udp 2113937151 ${address} 9 typ host\r\n`
  it.each([
    ['203.0.113.7', '203.0.113'],
    ['2001:db8:7:1::5', '2001:db8:7'],
    ['6f1c2d8e-0000-4000-8000-000000000000.local', ''],
  ])('of %s is %s', (address, network) => expect(networkOf(candidate(address))).toBe(network))

  it('is none where it names none', () => expect(networkOf('v=0')).toBe(''))
})
