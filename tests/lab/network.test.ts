import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../src/core/random.ts'
import { HEADERS, Network, type LineOptions } from '../support/lab/network.ts'
import { Pings } from '../support/lab/pings.ts'

/** 8 Mbit/s each way: 1,000 bytes a millisecond. A packet of 972 bytes has 1,000 with its headers. */
const LINE: LineOptions = { upKbit: 8000, downKbit: 8000, delay: 10 }
const SIZE = 1000 - HEADERS

function networkOf(hosts: Readonly<Record<string, LineOptions>>, random = () => 0.5): Network {
  const network = new Network(random)
  for (const [name, line] of Object.entries(hosts)) network.addHost(name, line)
  return network
}

/** Sends a packet and tells when it arrives; null until it does. */
function track(network: Network, now: number, from: string, to: string): { at: number | null } {
  const arrival: { at: number | null } = { at: null }
  network.send(now, { from, to, size: SIZE, deliver: (at) => (arrival.at = at) })
  return arrival
}

describe('a network', () => {
  test('takes a packet through uplink, both delays and downlink', () => {
    const network = networkOf({ a: LINE, b: { ...LINE, downKbit: 4000, delay: 15 } })
    const arrival = track(network, 100, 'a', 'b')
    expect(network.nextDue).toBe(126)
    network.advance(127.999)
    expect(arrival.at).toBeNull()
    network.advance(128)
    expect(arrival.at).toBe(128)
    expect(network.nextDue).toBe(Infinity)
  })

  test('a host shares its uplink between all it sends to', () => {
    const network = networkOf({ a: LINE, b: LINE, c: LINE })
    const toB = track(network, 0, 'a', 'b')
    const toC = track(network, 0, 'a', 'c')
    network.advance(1000)
    expect([toB.at, toC.at]).toEqual([22, 23])
  })

  test('a host shares its downlink between all it receives from, first come first served', () => {
    const network = networkOf({ a: { ...LINE, delay: 30 }, b: LINE, c: LINE })
    const fromA = track(network, 0, 'a', 'c')
    const fromB = track(network, 20.5, 'b', 'c')
    network.advance(1000)
    // a's reaches c at 41, b's at 41.5 and waits for half a millisecond.
    expect([fromA.at, fromB.at]).toEqual([42, 43])
  })

  test('both directions of a line are apart', () => {
    const network = networkOf({ a: LINE, b: LINE })
    const there = track(network, 0, 'a', 'b')
    const back = track(network, 0, 'b', 'a')
    network.advance(1000)
    expect([there.at, back.at]).toEqual([22, 22])
  })

  test('counts what it drops before the uplink and before the downlink', () => {
    const network = networkOf({ a: { ...LINE, buffer: 10 }, b: { ...LINE, downKbit: 4000, buffer: 5 } })
    for (let packet = 0; packet < 20; packet++) track(network, 0, 'a', 'b')
    network.advance(1000)
    const { a, b } = network.stats
    // Ten milliseconds' worth waits in front of a's, and one is on its way.
    expect(a).toEqual({ sent: 11_000, received: 0, droppedUp: 9, droppedDown: 0, lost: 0 })
    // One comes each millisecond and takes two: after n have been taken the wait is n ms, up to the limit of 5.
    expect(b).toEqual({ sent: 0, received: 8000, droppedUp: 0, droppedDown: 3, lost: 0 })
  })

  test('loses as much as it is told, from the sender that is told so, the same for the same seed', () => {
    const run = (seed: number): { arrived: number[]; lost: number } => {
      const network = networkOf({ a: { ...LINE, loss: 0.02 }, b: LINE }, seededRandom(seed))
      const arrived: number[] = []
      for (let now = 0; now < 10_000; now++) {
        network.send(now, { from: 'a', to: 'b', size: SIZE, deliver: (at) => arrived.push(at) })
        network.send(now, { from: 'b', to: 'a', size: SIZE, deliver: () => undefined })
      }
      network.advance(Infinity)
      expect(network.stats['b']?.lost).toBe(0)
      expect(network.stats['a']?.received).toBe(10_000_000)
      return { arrived, lost: network.stats['a']?.lost ?? 0 }
    }
    const first = run(1)
    expect(first.lost + first.arrived.length).toBe(10_000)
    expect(first.lost).toBeGreaterThan(150)
    expect(first.lost).toBeLessThan(250)
    expect(run(1)).toEqual(first)
    expect(run(2).arrived).not.toEqual(first.arrived)
  })

  test('holds back what comes while a Wi-Fi stands still, and hands it over in order', () => {
    const network = networkOf({ a: { ...LINE, standstill: 40 }, b: LINE }, seededRandom(1))
    const travelled: number[] = []
    for (let now = 0; now < 5000; now += 5)
      network.send(now, { from: 'a', to: 'b', size: SIZE, deliver: (at) => travelled.push(at - now) })
    network.advance(Infinity)
    expect(travelled).toHaveLength(1000)
    expect(Math.min(...travelled)).toBeCloseTo(22.04)
    expect(Math.max(...travelled)).toBeGreaterThan(50)
    expect(Math.max(...travelled)).toBeLessThan(75)
    const arrivals = travelled.map((time, index) => time + 5 * index)
    expect(arrivals).toEqual([...arrivals].sort((left, right) => left - right))
  })

  test('refuses hosts that it does not know or knows already', () => {
    const network = networkOf({ a: LINE })
    expect(() => track(network, 0, 'a', 'z')).toThrow('z')
    expect(() => network.addHost('a', LINE)).toThrow('a')
  })
})

describe('pings', () => {
  test('wait behind what the host sends', () => {
    const network = networkOf({ a: LINE, b: LINE })
    const pings = new Pings(network)
    pings.send(0, 'a')
    network.advance(100)
    // 84 bytes up, 10 ms, and the same back.
    expect(pings.take('a')).toEqual({ roundTrips: [expect.closeTo(20.168, 9)], sent: 1 })

    for (let packet = 0; packet < 30; packet++) track(network, 100, 'a', 'b')
    pings.send(100, 'a')
    network.advance(1000)
    expect(pings.take('a')).toEqual({ roundTrips: [expect.closeTo(50.168, 9)], sent: 1 })
  })

  test('one that is still under way when the others are told is told the next time', () => {
    const network = networkOf({ a: LINE })
    const pings = new Pings(network)
    pings.send(0, 'a')
    expect(pings.take('a')).toEqual({ roundTrips: [], sent: 1 })
    network.advance(1000)
    expect(pings.take('a')).toEqual({ roundTrips: [expect.closeTo(20.168, 9)], sent: 0 })
  })

  test('one that finds the buffer full is sent, and never comes back', () => {
    const network = networkOf({ a: { ...LINE, buffer: 5 }, b: LINE })
    const pings = new Pings(network)
    for (let packet = 0; packet < 30; packet++) track(network, 0, 'a', 'b')
    pings.send(0, 'a')
    network.advance(1000)
    expect(pings.take('a')).toEqual({ roundTrips: [], sent: 1 })
  })
})
