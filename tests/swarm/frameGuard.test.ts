import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FrameGuard } from '../../src/swarm/link/frameGuard.ts'

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
        const guard = new FrameGuard()
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
    const guard = new FrameGuard()
    expect(guard.accept(HANDSHAKE)).toBe(true)
    expect(guard.accept(Uint8Array.of(0x40, 0, 0))).toBe(true)
    expect(guard.accept(Uint8Array.of(0))).toBe(false)
  })

  it('refuses another protocol', () => {
    expect(new FrameGuard().accept(new TextEncoder().encode('GET / HTTP/1.1'))).toBe(false)
  })
})
