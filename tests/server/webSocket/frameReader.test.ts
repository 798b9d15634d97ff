import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FrameReader, type Violation } from '../../../server/tracker/webSocket/frameReader.ts'
import { clientFrame, closePayload, OPCODE } from './frames.ts'

/** The cases that the Autobahn test suite made the measure of a WebSocket server, by the numbers of its groups. */

interface Heard {
  readonly events: readonly string[]
  readonly violation: Violation | null
}

/** What a reader makes of frames that come in chunks of so many bytes. */
function hear(frames: readonly Buffer[], chunkBytes = Infinity, mostBytes = 200_000): Heard {
  const events: string[] = []
  const reader = new FrameReader(mostBytes, {
    message: (data, isText) => events.push(`${isText ? 'text' : 'binary'} ${data.toString('hex')}`),
    ping: (data) => events.push(`ping ${data.toString('hex')}`),
    pong: () => events.push('pong'),
    closing: (code) => events.push(`close ${code}`),
  })
  const all = Buffer.concat(frames)
  for (let at = 0; at < all.length; at += chunkBytes) {
    // A copy, since the reader writes to what it is given.
    const violation = reader.read(Buffer.from(all.subarray(at, at + chunkBytes)))
    if (violation) return { events, violation }
  }
  return { events, violation: null }
}

const hex = (text: string): string => Buffer.from(text).toString('hex')
const CHUNKS = [Infinity, 1, 2, 3, 7, 997]

function expectHeard(frames: readonly Buffer[], events: readonly string[]): void {
  for (const chunkBytes of CHUNKS) {
    if (chunkBytes < 3 && Buffer.concat(frames).length > 10_000) continue
    expect(hear(frames, chunkBytes)).toEqual({ events, violation: null })
  }
}

function expectRefused(frames: readonly Buffer[], code: number, before: readonly string[] = []): void {
  for (const chunkBytes of CHUNKS) {
    const { events, violation } = hear(frames, chunkBytes)
    expect({ events, code: violation?.code }).toEqual({ events: before, code })
  }
}

describe('1: messages of every kind of length', () => {
  test.each([0, 1, 125, 126, 127, 128, 65_535, 65_536, 200_000])('%d bytes', (length) => {
    const text = 'x'.repeat(length)
    const payload = Buffer.from(Array.from({ length }, (_, at) => (at * 7) & 0xff))
    expectHeard([clientFrame(OPCODE.text, text)], [`text ${hex(text)}`])
    expectHeard([clientFrame(OPCODE.binary, payload)], [`binary ${payload.toString('hex')}`])
  })

  test.each([2, 8] as const)('a short one whose length takes %d bytes', (lengthBytes) => {
    expectHeard([clientFrame(OPCODE.text, 'short', { lengthBytes })], [`text ${hex('short')}`])
  })
})

describe('2: pings and pongs', () => {
  test('with nothing, with text, with bytes, and as long as may be', () => {
    for (const payload of ['', 'Hello', '\0\xff\xfe', 'x'.repeat(125)]) {
      expectHeard([clientFrame(OPCODE.ping, payload)], [`ping ${hex(payload)}`])
    }
    expectHeard([clientFrame(OPCODE.pong, 'nobody asked')], ['pong'])
  })

  test('ten in a row keep their order', () => {
    const texts = Array.from({ length: 10 }, (_, number) => `ping ${number}`)
    expectHeard(
      texts.map((text) => clientFrame(OPCODE.ping, text)),
      texts.map((text) => `ping ${hex(text)}`),
    )
  })

  test('longer ones are refused', () => {
    expectRefused([clientFrame(OPCODE.ping, 'x'.repeat(126))], 1002)
    expectRefused([clientFrame(OPCODE.pong, 'x'.repeat(126))], 1002)
  })
})

describe('3: reserved bits', () => {
  test.each([1, 2, 3, 4, 5, 6, 7])('%d', (reserved) => {
    const before = clientFrame(OPCODE.text, 'before')
    expectRefused([before, clientFrame(OPCODE.text, 'x', { reserved })], 1002, [`text ${hex('before')}`])
    expectRefused([clientFrame(OPCODE.ping, '', { reserved })], 1002)
    expectRefused([clientFrame(OPCODE.close, '', { reserved })], 1002)
  })
})

describe('4: reserved opcodes', () => {
  test.each([3, 4, 5, 6, 7, 11, 12, 13, 14, 15])('%d', (opcode) => {
    expectRefused([clientFrame(opcode, '')], 1002)
    expectRefused([clientFrame(OPCODE.text, 'a'), clientFrame(opcode, 'b')], 1002, [`text ${hex('a')}`])
  })
})

describe('5: fragments', () => {
  const part = (opcode: number, text: string): Buffer => clientFrame(opcode, text, { isLast: false })

  test('of a text, of bytes, empty ones too, are one message', () => {
    expectHeard(
      [part(OPCODE.text, 'one '), clientFrame(OPCODE.continuation, 'two')],
      [`text ${hex('one two')}`],
    )
    expectHeard(
      [part(OPCODE.binary, ''), part(OPCODE.continuation, ''), clientFrame(OPCODE.continuation, '')],
      ['binary '],
    )
    expectHeard(
      [part(OPCODE.text, ''), part(OPCODE.continuation, 'middle'), clientFrame(OPCODE.continuation, '')],
      [`text ${hex('middle')}`],
    )
  })

  test('let control frames pass between them', () => {
    expectHeard(
      [
        part(OPCODE.text, 'one '),
        clientFrame(OPCODE.ping, 'here?'),
        part(OPCODE.continuation, 'two '),
        clientFrame(OPCODE.pong, ''),
        clientFrame(OPCODE.continuation, 'three'),
        clientFrame(OPCODE.text, 'four'),
      ],
      [`ping ${hex('here?')}`, 'pong', `text ${hex('one two three')}`, `text ${hex('four')}`],
    )
  })

  test('of a control frame are refused', () => {
    expectRefused([part(OPCODE.ping, 'one'), clientFrame(OPCODE.continuation, 'two')], 1002)
    expectRefused([part(OPCODE.pong, '')], 1002)
    expectRefused([part(OPCODE.close, '')], 1002)
  })

  test('that continue nothing are refused', () => {
    expectRefused([clientFrame(OPCODE.continuation, 'x')], 1002)
    expectRefused([part(OPCODE.continuation, 'x'), clientFrame(OPCODE.text, 'y')], 1002)
    const whole = clientFrame(OPCODE.text, 'whole')
    expectRefused([whole, clientFrame(OPCODE.continuation, 'x')], 1002, [`text ${hex('whole')}`])
  })

  test('with another message between them are refused', () => {
    expectRefused([part(OPCODE.text, 'one'), clientFrame(OPCODE.text, 'two')], 1002)
    expectRefused([part(OPCODE.binary, 'one'), part(OPCODE.text, 'two')], 1002)
  })

  test('are refused when they are more than anyone needs', () => {
    const parts = Array.from({ length: 300 }, () => part(OPCODE.continuation, ''))
    expectRefused([part(OPCODE.text, ''), ...parts], 1008)
  })
})

describe('6: UTF-8', () => {
  const valid = [
    'κόσμε',
    '\u0000',
    '\u007f\u0080\u07ff\u0800\uffff',
    '\u{10000}\u{10ffff}',
    '\ufeff',
    '\ufffe',
  ]
  const invalid = {
    'a lonely continuation byte': '80',
    'a sequence cut short': 'cebae1bdb9cf83cebcceb5eda0',
    'a surrogate': 'eda080',
    'an overlong slash': 'c0af',
    'an overlong null': 'e08080',
    'beyond U+10FFFF': 'f4908080',
    'a byte that is never used': 'fe',
    'five bytes': 'f888808080',
  }

  test.each(valid)('%j is passed on, however it is cut', (text) => {
    const bytes = Buffer.from(text)
    expectHeard([clientFrame(OPCODE.text, bytes)], [`text ${hex(text)}`])
    const parts = Array.from(bytes, (_, at) =>
      clientFrame(at === 0 ? OPCODE.text : OPCODE.continuation, bytes.subarray(at, at + 1), {
        isLast: false,
      }),
    )
    expectHeard([...parts, clientFrame(OPCODE.continuation, '')], [`text ${hex(text)}`])
  })

  test.each(Object.entries(invalid))('%s is refused as text, in one frame and in two', (_name, bad) => {
    const bytes = Buffer.from(bad, 'hex')
    expectRefused([clientFrame(OPCODE.text, bytes)], 1007)
    expectRefused(
      [
        clientFrame(OPCODE.text, bytes.subarray(0, 1), { isLast: false }),
        clientFrame(OPCODE.continuation, bytes.subarray(1)),
      ],
      1007,
    )
    expectHeard([clientFrame(OPCODE.binary, bytes)], [`binary ${bad}`])
  })
})

describe('7: closing', () => {
  test('with and without code and reason', () => {
    expectHeard([clientFrame(OPCODE.close, '')], ['close null'])
    expectHeard([clientFrame(OPCODE.close, closePayload(1000))], ['close 1000'])
    expectHeard([clientFrame(OPCODE.close, closePayload(1000, 'x'.repeat(123)))], ['close 1000'])
  })

  test('nothing after it is read', () => {
    const frames = [OPCODE.close, OPCODE.text, OPCODE.ping, OPCODE.close].map((opcode) =>
      clientFrame(opcode, ''),
    )
    expectHeard(frames, ['close null'])
    expectHeard([...frames, clientFrame(15, '', { mask: null })], ['close null'])
  })

  test.each([1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 3000, 3999, 4000, 4999])(
    'code %d is taken',
    (code) => expectHeard([clientFrame(OPCODE.close, closePayload(code))], [`close ${code}`]),
  )

  test.each([0, 999, 1004, 1005, 1006, 1015, 1016, 1100, 2000, 2999, 5000, 65_535])(
    'code %d is refused',
    (code) => expectRefused([clientFrame(OPCODE.close, closePayload(code))], 1002),
  )

  test('half a code, a reason that is too long and one that is no UTF-8 are refused', () => {
    expectRefused([clientFrame(OPCODE.close, 'x')], 1002)
    expectRefused([clientFrame(OPCODE.close, closePayload(1000, 'x'.repeat(124)))], 1002)
    expectRefused([clientFrame(OPCODE.close, closePayload(1000, Buffer.from('eda080', 'hex')))], 1007)
  })
})

describe('9: limits', () => {
  test('a message that is too long is refused before it comes', () => {
    const head = clientFrame(OPCODE.text, 'x'.repeat(200_001)).subarray(0, 14)
    expectRefused([head], 1009)
    expectRefused([Buffer.from('81ffffffffffffffffff00000000', 'hex')], 1009)
  })

  test('so are fragments that add up to one', () => {
    const half = 'x'.repeat(100_001)
    const frames = [
      clientFrame(OPCODE.text, half, { isLast: false }),
      clientFrame(OPCODE.continuation, half, { isLast: false }),
    ]
    expect(hear(frames).violation?.code).toBe(1009)
    expect(hear(frames, Infinity, 0).violation).toBeNull()
  })
})

describe('masks', () => {
  test('a frame without one is refused', () => {
    expectRefused([clientFrame(OPCODE.text, 'x', { mask: null })], 1002)
    expectRefused([clientFrame(OPCODE.ping, '', { mask: null })], 1002)
  })

  test('any mask comes off, at any place and length, in any chunks', () => {
    const mask = fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255), fc.nat(255))
    const part = fc.record({ data: fc.uint8Array({ maxLength: 400 }), mask })
    fc.assert(
      fc.property(
        fc.array(part, { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 1, max: 900 }),
        (parts, size) => {
          const frames = parts.map(({ data, mask: used }) => clientFrame(OPCODE.binary, data, { mask: used }))
          const events = parts.map(({ data }) => `binary ${Buffer.from(data).toString('hex')}`)
          expect(hear(frames, size)).toEqual({ events, violation: null })
        },
      ),
      { numRuns: 500 },
    )
  })
})

test('whatever comes, it throws nothing, and gives nothing after a violation', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 10 }), (chunks) => {
      let isOver = false
      const late: string[] = []
      const note = (): void => {
        if (isOver) late.push('late')
      }
      const reader = new FrameReader(1_000, { message: note, ping: note, pong: note, closing: note })
      for (const chunk of chunks) {
        const violation = reader.read(Buffer.from(chunk))
        if (isOver) expect(violation).toBeNull()
        if (violation) isOver = true
      }
      expect(late).toEqual([])
    }),
    { numRuns: 2_000 },
  )
})
