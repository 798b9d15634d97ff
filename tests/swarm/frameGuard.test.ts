import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Allowance } from '../../src/core/allowance.ts'
import { joined } from '../../src/core/bytes.ts'
import { FrameGuard } from '../../src/swarm/link/frameGuard.ts'
import { PEER_TERMS, priceOfChunk } from '../../src/swarm/link/prices.ts'
import { message as frame } from '../support/fuzz/messages.ts'

const HANDSHAKE = Uint8Array.from([
  19,
  ...new TextEncoder().encode('BitTorrent protocol'),
  ...new Uint8Array(48),
])

function message(length: number): Uint8Array {
  const bytes = new Uint8Array(4 + length)
  new DataView(bytes.buffer).setUint32(0, length)
  return bytes
}

describe('FrameGuard', () => {
  it('lets honest streams pass, however they are cut', () => {
    const stream = [HANDSHAKE, message(0), message(1), message(131_081), message(0)].flatMap((part) => [
      ...part,
    ])
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 9000 }), { minLength: 1, maxLength: 60 }), (cuts) => {
        const guard = new FrameGuard(() => true)
        let at = 0
        for (const cut of cuts) {
          expect(guard.accept(Uint8Array.from(stream.slice(at, at + cut)))).toBe(true)
          at += cut
        }
        expect(guard.accept(Uint8Array.from(stream.slice(at)))).toBe(true)
        // It is in step: the next prefix is read as one.
        expect(guard.accept(Uint8Array.of(0x40, 0, 0, 0))).toBe(false)
      }),
      { numRuns: 30 },
    )
  })

  it('refuses a length of 1 GiB the moment it is announced', () => {
    const guard = new FrameGuard(() => true)
    expect(guard.accept(HANDSHAKE)).toBe(true)
    expect(guard.accept(Uint8Array.of(0x40, 0, 0))).toBe(true)
    expect(guard.accept(Uint8Array.of(0))).toBe(false)
  })

  it('refuses another protocol', () => {
    expect(new FrameGuard(() => true).accept(new TextEncoder().encode('GET / HTTP/1.1'))).toBe(false)
  })

  it('has each message paid for once, by what it is, however the stream is cut', () => {
    const extension = (number: number, length: number) => {
      const bytes = message(length)
      bytes.set([20, number], 4)
      return [...bytes]
    }
    const have = [0, 0, 0, 5, 4, 0, 0, 0, 1]
    const stream = [
      ...HANDSHAKE,
      ...have,
      ...message(0),
      ...extension(3, 2048),
      ...extension(0, 160),
      ...have,
    ]
    for (const step of [1, 2, 3, stream.length]) {
      let paid = 0
      const guard = new FrameGuard((units) => {
        // The chunks themselves cost little.
        if (units >= 1) paid += units
        return true
      })
      for (let at = 0; at < stream.length; at += step)
        guard.accept(Uint8Array.from(stream.slice(at, at + step)))
      expect(paid).toBe(1 + 1 + (2 + 1) + (100 + 10) + 1)
      expect(guard.shookHands).toBe(true)
    }
  })

  it('has messages that come together cost what they do one by one, but for the events', () => {
    const have = Uint8Array.of(0, 0, 0, 5, 4, 0, 0, 0, 1)
    const costOf = (chunks: readonly Uint8Array[]) => {
      let paid = 0
      const guard = new FrameGuard((units) => {
        paid += units
        return true
      })
      guard.accept(HANDSHAKE)
      for (const chunk of chunks) guard.accept(chunk)
      return paid
    }
    const many = Array.from({ length: 1000 }, () => have)
    const [apart, together] = [costOf(many), costOf([joined(many)])]
    expect(apart - together).toBeCloseTo(999 * priceOfChunk(0))
    expect(together).toBeGreaterThan(1000)
  })

  it('lets go of a peer that puts more messages together than it may send', () => {
    const allowance = new Allowance(PEER_TERMS, () => 0)
    const guard = new FrameGuard((units) => allowance.spend(units))
    const requests = (count: number) =>
      joined(Array.from({ length: count }, (_, at) => frame(6, [at, 0, 16_384])))
    expect(guard.accept(HANDSHAKE)).toBe(true)
    expect(guard.accept(requests(4096))).toBe(true)
    expect(guard.accept(requests(PEER_TERMS.burst))).toBe(false)
  })

  it('has a long frame that comes in crumbs paid for by what is copied', () => {
    let paid = 0
    const guard = new FrameGuard((units) => (paid += units) < 10_000)
    guard.accept(HANDSHAKE)
    guard.accept(message(500_000).subarray(0, 5))
    let crumbs = 0
    while (guard.accept(Uint8Array.of(0))) crumbs++
    expect(crumbs).toBeLessThan(40_000)
    guard.accept(new Uint8Array(100))
  })

  it('refuses more handshakes of extensions than anybody needs, and long ones', () => {
    const hello = Uint8Array.from([0, 0, 0, 4, 20, 0, 100, 101])
    const guard = new FrameGuard(() => true)
    guard.accept(HANDSHAKE)
    for (let time = 0; time < 16; time++) expect(guard.accept(hello)).toBe(true)
    expect(guard.accept(hello)).toBe(false)
    const other = new FrameGuard(() => true)
    other.accept(HANDSHAKE)
    expect(other.accept(Uint8Array.of(0, 2, 0, 0, 20, 0))).toBe(false)
  })
})
