import Wire, { type Wire as WireType } from 'bittorrent-protocol'
import { Duplex } from 'streamx'
import { expect, it } from 'vitest'
import { Duplex as ByteStream } from '../../../src/swarm/link/byteStream.ts'

/*
 * What wires and links ask of the streams below them. It runs over streamx's, as in Node, and over ours, as in the page
 * (see `vitest.config.ts`).
 */

const isPage = process.env['STREAMS'] === 'page'

const settled = () => new Promise((resolve) => setTimeout(resolve, 0))
const bytes = (...values: number[]) => Uint8Array.from(values)

const EVENTS = ['end', 'finish', 'error', 'close'] as const

/** The events of a stream, in order. */
function eventsOf(stream: Duplex): string[] {
  const events: string[] = []
  for (const event of EVENTS) stream.on(event, () => events.push(event))
  return events
}

/** Keeps what it is given, and says that it is done when a test says so. */
class Slow extends Duplex {
  readonly batches: number[][] = []
  readonly calls: string[] = []
  finish: ((error?: Error) => void) | null = null

  get taken(): number[] {
    return this.batches.flat()
  }

  done(error?: Error): void {
    const { finish } = this
    this.finish = null
    finish?.(error)
  }

  override _writev(chunks: unknown[], done: (error: Error | null) => void): void {
    this.batches.push((chunks as Uint8Array[]).flatMap((chunk) => [...chunk]))
    this.finish = (error) => done(error ?? null)
  }

  override _predestroy(): void {
    this.calls.push('predestroy')
  }

  override _destroy(done: (error: Error | null) => void): void {
    this.calls.push('destroy')
    done(null)
  }
}

/** Is done at once. */
class Quick extends Slow {
  override _writev(chunks: unknown[], done: (error: Error | null) => void): void {
    super._writev(chunks, done)
    this.done()
  }
}

it('is over the streams that it says', () => {
  expect(Object.is(Duplex, ByteStream)).toBe(isPage)
  expect(Object.getPrototypeOf(Wire)).toBe(Duplex)
})

// ── One by itself ──────────────────────────────────────────────────────────────────────────────────────────

it('hands on together what is written in one turn, and not before the turn ends', async () => {
  const stream = new Quick()
  for (const value of [1, 2, 3]) expect(stream.write(bytes(value))).toBe(true)
  expect(stream.batches).toEqual([])
  await settled()
  expect(stream.batches).toEqual([[1, 2, 3]])
})

it('gives nothing more to who is not done', async () => {
  const stream = new Slow()
  stream.write(bytes(1))
  await settled()
  stream.write(bytes(2))
  stream.write(bytes(3))
  await settled()
  expect(stream.batches).toEqual([[1]])
  stream.done()
  await settled()
  expect(stream.batches).toEqual([[1], [2, 3]])
})

it('says when there is no room, and drops what comes after the end', async () => {
  const stream = new Quick()
  expect(stream.write(new Uint8Array(16_383))).toBe(true)
  expect(stream.write(bytes(1))).toBe(false)
  stream.end(bytes(2))
  expect(stream.write(bytes(3))).toBe(false)
  await settled()
  expect(stream.taken.slice(-2)).toEqual([1, 2])
})

it('finishes once all is written, closes when both ways are done, and tells of nothing twice', async () => {
  const stream = new Slow()
  const events = eventsOf(stream)
  stream.on('data', () => undefined)
  stream.write(bytes(1))
  stream.end(null)
  stream.end(null)
  await settled()
  expect(events).toEqual([])
  stream.done()
  await settled()
  expect(events).toEqual(['finish'])
  expect([stream.destroying, stream.destroyed]).toEqual([false, false])
  stream.push(null)
  await settled()
  expect(events).toEqual(['finish', 'end', 'close'])
  expect([stream.destroying, stream.destroyed]).toEqual([true, true])
  stream.destroy()
  await settled()
  expect(events).toEqual(['finish', 'end', 'close'])
  expect(stream.calls).toEqual(['destroy'])
})

it('keeps what is pushed for who listens later, and ends after it', async () => {
  const stream = new Quick()
  const events = eventsOf(stream)
  stream.push(bytes(1))
  stream.push(bytes(2))
  stream.push(null)
  await settled()
  expect(events).toEqual([])
  const heard: number[] = []
  stream.on('data', (chunk) => heard.push(...(chunk as Uint8Array)))
  await settled()
  expect(heard).toEqual([1, 2])
  expect(events).toEqual(['end'])
})

it('is read out of turn, without an end to what is read', async () => {
  const stream = new Quick()
  expect(stream.read()).toBeNull()
  await settled()
  stream.push(bytes(1))
  expect(stream.read()).toEqual(bytes(1))
  expect(stream.read()).toBeNull()
})

it('is destroyed in the middle of a write, which may never be done', async () => {
  const stream = new Slow()
  const events = eventsOf(stream)
  stream.write(bytes(1))
  await settled()
  stream.write(bytes(2))
  stream.destroy()
  expect(stream.destroying).toBe(true)
  expect(stream.calls).toEqual(['predestroy'])
  await settled()
  expect(stream.calls).toEqual(['predestroy', 'destroy'])
  expect(events).toEqual(['close'])
  stream.done()
  await settled()
  expect(events).toEqual(['close'])
  expect(stream.batches).toEqual([[1]])
})

it('tells why it was destroyed before that it is closed', async () => {
  const stream = new Quick()
  const events = eventsOf(stream)
  const told: unknown[] = []
  stream.on('error', (error) => told.push(error, stream.destroyed))
  const reason = new Error('why')
  stream.destroy(reason)
  stream.destroy(new Error('again'))
  await settled()
  expect(events).toEqual(['error', 'close'])
  expect(told).toEqual([reason, false])
})

it('is destroyed by a write that fails', async () => {
  const stream = new Slow()
  const events = eventsOf(stream)
  stream.write(bytes(1))
  stream.write(bytes(2))
  await settled()
  stream.done(new Error('full'))
  await settled()
  expect(events).toEqual(['error', 'close'])
})

it('takes and tells nothing once it is destroyed', async () => {
  const stream = new Quick()
  const events = eventsOf(stream)
  const heard: unknown[] = []
  stream.on('data', (chunk) => heard.push(chunk))
  stream.write(bytes(1))
  stream.push(bytes(1))
  stream.destroy()
  stream.write(bytes(2))
  stream.push(bytes(2))
  stream.push(null)
  stream.end(null)
  await settled()
  expect(events).toEqual(['close'])
  expect(stream.batches).toEqual([])
  expect(heard).toEqual([])
  expect(stream.read()).toBeNull()
})

it.runIf(isPage)('keeps nothing once it is destroyed', () => {
  const stream = new Quick() as unknown as ByteStream
  stream.push(new Uint8Array(100_000))
  expect(stream._readableState.buffered).toBe(100_000)
  stream.destroy()
  expect(stream._readableState.buffered).toBe(0)
  expect(stream.push(new Uint8Array(100_000))).toBe(false)
  expect(stream._readableState.buffered).toBe(0)
})

it('lets who listens write, end and destroy', async () => {
  const writing = new Quick()
  const events = eventsOf(writing)
  writing.on('data', (chunk) => {
    const [first = 0] = chunk as Uint8Array
    writing.write(chunk)
    if (first < 3) writing.push(bytes(first + 1))
    else writing.end(null)
  })
  writing.push(bytes(1))
  await settled()
  expect(writing.taken).toEqual([1, 2, 3])
  expect(events).toEqual(['finish'])

  const destroyed = new Quick()
  const last = eventsOf(destroyed)
  const heard: number[] = []
  destroyed.on('data', (chunk) => {
    heard.push(...(chunk as Uint8Array))
    destroyed.destroy()
  })
  destroyed.push(bytes(1))
  destroyed.push(bytes(2))
  await settled()
  expect(heard).toEqual([1])
  expect(last).toEqual(['close'])
})

// ── Events ─────────────────────────────────────────────────────────────────────────────────────────────────

it('tells who listened when the event came, in order, each once where it asked for that', () => {
  const stream = new Quick()
  const told: string[] = []
  const gone = () => told.push('gone')
  stream.once('connect', () => {
    told.push('once')
    stream.off('connect', gone)
    stream.on('connect', () => told.push('later'))
    if (told.length < 3) stream.emit('connect')
  })
  stream.on('connect', gone)
  expect(stream.listenerCount('connect')).toBe(2)
  expect(stream.emit('connect')).toBe(true)
  expect(told).toEqual(['once', 'later', 'gone'])
  expect(stream.emit('proved')).toBe(false)
  expect(stream.listenerCount('connect')).toBe(1)
})

it('calls with the stream as this, and all values', () => {
  const stream = new Quick()
  let heard: unknown[] = []
  stream.on('request', function (this: unknown, ...values: unknown[]) {
    heard = [this, ...values]
  })
  stream.emit('request', 1, 2, 3)
  expect(heard).toEqual([stream, 1, 2, 3])
})

it('removes one of two that are the same', () => {
  const stream = new Quick()
  let count = 0
  const listener = () => count++
  stream.on('x', listener).on('x', listener).off('x', listener)
  stream.emit('x')
  expect(count).toBe(1)
})

/** What is thrown where nobody catches it. */
async function uncaught(cause: () => Promise<unknown>): Promise<unknown[]> {
  const seen: unknown[] = []
  const others = process.listeners('uncaughtException')
  process.removeAllListeners('uncaughtException')
  process.on('uncaughtException', (error) => seen.push(error))
  try {
    await cause()
    return seen
  } finally {
    process.removeAllListeners('uncaughtException')
    for (const other of others) process.on('uncaughtException', other)
  }
}

it('throws an error that nobody listens to where all see it', async () => {
  const reason = new Error('why')
  const stream = new Quick()
  const seen = await uncaught(async () => {
    stream.destroy(reason)
    await settled()
  })
  expect(seen).toEqual([reason])
})

it('does not hide what a listener throws', async () => {
  const reason = new Error('of a listener')
  const [one, other] = [new Quick(), new Quick()]
  one.on('data', () => {
    throw reason
  })
  const seen = await uncaught(async () => {
    one.push(bytes(1))
    other.write(bytes(1))
    await settled()
  })
  expect(seen).toEqual([reason])
  expect(other.taken).toEqual([1])
})

it.runIf(isPage)('goes on after what a listener throws', async () => {
  const reason = new Error('of a listener')
  const stream = new Quick()
  const heard: number[] = []
  stream.on('data', (chunk) => {
    heard.push(...(chunk as Uint8Array))
    if (heard.length === 1) throw reason
  })
  stream.on('end', () => heard.push(0))
  const seen = await uncaught(async () => {
    stream.push(bytes(1))
    stream.push(bytes(2))
    stream.push(null)
    await settled()
  })
  expect(seen).toEqual([reason])
  expect(heard).toEqual([1, 2, 0])
})

it.runIf(isPage)('ends who throws in the middle of a write, for it would never be done', async () => {
  const reason = new Error('of a listener')
  const stream = new Quick()
  const events = eventsOf(stream)
  stream._writev = () => {
    throw reason
  }
  const seen = await uncaught(async () => {
    stream.write(bytes(1))
    await settled()
  })
  expect(seen).toEqual([reason])
  expect(events).toEqual(['error', 'close'])
})

// ── Piped ──────────────────────────────────────────────────────────────────────────────────────────────────

it('pipes in order, no more than there is room for', async () => {
  const [from, to] = [new Quick(), new Slow()]
  from.pipe(to)
  for (let value = 0; value < 20; value++) from.push(new Uint8Array(4_096).fill(value))
  for (let round = 1; round <= 5; round++) {
    await settled()
    expect(to.batches).toHaveLength(round)
    to.done()
  }
  for (const batch of to.batches) expect(batch).toHaveLength(16_384)
  expect(to.taken.filter((_, at) => at % 4_096 === 0)).toEqual(Array.from({ length: 20 }, (_, at) => at))
})

it('ends whom it is piped to after all that was pushed', async () => {
  const [from, to] = [new Quick(), new Slow()]
  const events = [eventsOf(from), eventsOf(to)]
  from.pipe(to)
  from.push(bytes(1))
  from.push(null)
  await settled()
  expect(events).toEqual([['end'], []])
  to.done()
  await settled()
  expect(to.taken).toEqual([1])
  expect(events).toEqual([['end'], ['finish']])
})

it.each(['from', 'to'] as const)(
  'takes the other end along when the one piped %s is destroyed',
  async (which) => {
    const ends = { from: new Quick(), to: new Quick() }
    const events = { from: eventsOf(ends.from), to: eventsOf(ends.to) }
    ends.from.pipe(ends.to)
    ends[which].destroy()
    await settled()
    expect(events[which]).toEqual(['close'])
    expect(events[which === 'from' ? 'to' : 'from']).toEqual(['error', 'close'])
  },
)

it('is piped to one', () => {
  const stream = new Quick()
  stream.pipe(new Quick())
  expect(() => stream.pipe(new Quick())).toThrow()
})

// ── Two wires ──────────────────────────────────────────────────────────────────────────────────────────────

const BLOCK = 16_384

/** A link as those of pages: what is sent arrives in a task of its own, and the line has room for so much. */
class Link extends Duplex {
  static readonly ROOM = 64 * 1024
  other: Link | null = null
  #waiting = 0
  most = 0
  #drained: (() => void) | null = null
  calls: string[] = []

  override _writev(chunks: unknown[], done: (error: Error | null) => void): void {
    const sent = Buffer.concat(chunks as Uint8Array[])
    this.#waiting += sent.length
    this.most = Math.max(this.most, this.#waiting)
    setImmediate(() => {
      this.#waiting -= sent.length
      if (this.other?.destroying === false) this.other.push(new Uint8Array(sent))
      if (this.#waiting <= Link.ROOM) this.#release()
    })
    if (this.#waiting > Link.ROOM) this.#drained = () => done(null)
    else done(null)
  }

  #release(): void {
    const drained = this.#drained
    this.#drained = null
    drained?.()
  }

  override _predestroy(): void {
    this.#release()
  }

  override _destroy(done: (error: Error | null) => void): void {
    this.calls.push('destroy')
    setImmediate(() => this.other?.destroy())
    done(null)
  }
}

interface End {
  readonly wire: WireType
  readonly link: Link
  readonly events: string[]
}

function connect(): [End, End] {
  const ends = [0, 1].map(() => {
    const [wire, link] = [new Wire('webrtc'), new Link()]
    link.on('error', () => undefined)
    wire.on('error', () => undefined)
    link.pipe(wire)
    wire.pipe(link)
    return { wire, link, events: eventsOf(wire) }
  }) as [End, End]
  ends[0].link.other = ends[1].link
  ends[1].link.other = ends[0].link
  return ends
}

async function shakeHands(): Promise<[End, End]> {
  const ends = connect()
  ends.forEach(({ wire }, at) => wire.handshake('0'.repeat(40), String(at).repeat(40), { fast: true }))
  await expect.poll(() => ends.every(({ wire }) => wire.hasFast)).toBe(true)
  for (const { wire } of ends) wire.unchoke()
  await expect.poll(() => ends.some(({ wire }) => wire.peerChoking)).toBe(false)
  return ends
}

it('shakes hands, of extensions too', async () => {
  const ends = connect()
  class Extension {
    onMessage(): void {
      // Only known.
    }
  }
  Object.defineProperty(Extension.prototype, 'name', { value: 'x_test' })
  for (const { wire } of ends) {
    wire.use(Extension)
    wire.extendedHandshake.metadata_size = 7
  }
  ends.forEach(({ wire }, at) => wire.handshake('0'.repeat(40), String(at).repeat(40), { fast: true }))
  await expect
    .poll(() => ends.map(({ wire }) => wire.peerExtendedMapping))
    .toEqual([{ x_test: 1 }, { x_test: 1 }])
  expect(ends.map(({ wire }) => [wire.peerId, wire.peerExtendedHandshake.metadata_size])).toEqual([
    ['1'.repeat(40), 7],
    ['0'.repeat(40), 7],
  ])
})

it('carries a great deal both ways at once, whole, and no more at a time than there is room for', async () => {
  const ends = await shakeHands()
  const block = (piece: number) => new Uint8Array(BLOCK).fill(piece)
  const wrong: number[] = []
  const came = [0, 0]
  ends.forEach(({ wire }, at) => {
    wire.on(
      'request',
      (piece: number, _offset: number, _length: number, respond: (error: null, bytes: Uint8Array) => void) =>
        respond(null, block(piece)),
    )
    wire.on('piece', (piece: number, _offset: number, bytes: Uint8Array) => {
      came[at] = (came[at] ?? 0) + 1
      if (Buffer.compare(bytes, block(piece)) !== 0) wrong.push(piece)
    })
  })
  for (let piece = 0; piece < 100; piece++)
    for (const { wire } of ends) wire.request(piece, 0, BLOCK, () => undefined)
  await expect.poll(() => came).toEqual([100, 100])
  expect(wrong).toEqual([])
  for (const { link } of ends) expect(link.most).toBeLessThan(Link.ROOM + 3 * BLOCK)
})

it.each(['wire', 'link'] as const)('ends both ends, whichever %s ends', async (which) => {
  const ends = await shakeHands()
  const answers: unknown[] = []
  for (const { wire } of ends) wire.request(1, 0, BLOCK, (error) => answers.push(error?.message))
  await settled()
  const [first] = ends
  first[which].destroy()
  await expect.poll(() => ends.every(({ wire, link }) => wire.destroyed && link.destroyed)).toBe(true)
  for (const { events, link } of ends) {
    expect(events.filter((event) => event !== 'error')).toEqual(['finish', 'end', 'close'])
    expect(link.calls).toEqual(['destroy'])
  }
  expect(answers).toEqual(['wire was closed', 'wire was closed'])
})

it('ends in the middle of what is being sent and taken', async () => {
  const ends = await shakeHands()
  const [giver, taker] = ends
  for (let time = 0; time < 200; time++) giver.wire.piece(1, 0, new Uint8Array(BLOCK))
  let came = 0
  taker.wire.on('piece', () => {
    if (++came === 20) taker.wire.destroy()
  })
  await expect.poll(() => ends.every(({ wire, link }) => wire.destroyed && link.destroyed)).toBe(true)
  const before = came
  await settled()
  expect(came).toBe(before)
  expect(came).toBeLessThan(200)
})

it('sends what was said before it ends', async () => {
  const [giver, taker] = await shakeHands()
  const heard: number[] = []
  taker.wire.on('have', (piece: number) => heard.push(piece))
  for (const piece of [1, 2, 3]) giver.wire.have(piece)
  giver.wire.destroy()
  await expect.poll(() => heard).toEqual([1, 2, 3])
})

it('ends who does not speak the protocol', async () => {
  const [{ wire, link, events }] = connect()
  link.push(new Uint8Array(100).fill(65))
  await expect.poll(() => wire.destroyed).toBe(true)
  expect(events).toEqual(['finish', 'end', 'close'])
})

it('lets who hears a message say something, ask, and end', async () => {
  const ends = await shakeHands()
  const heard: string[] = []
  ends.forEach(({ wire }, at) => {
    wire.on('have', (piece: number) => {
      heard.push(`${at} ${piece}`)
      if (piece < 6) wire.have(piece + 1)
      else wire.destroy()
    })
  })
  ends[0].wire.have(1)
  await expect.poll(() => ends.every(({ wire }) => wire.destroyed)).toBe(true)
  expect(heard).toEqual(['1 1', '0 2', '1 3', '0 4', '1 5', '0 6'])
})

it('goes on with others when one throws at what it hears', async () => {
  const [giver, taker] = await shakeHands()
  const [other, another] = await shakeHands()
  const reason = new Error('of a listener')
  taker.wire.on('have', () => {
    throw reason
  })
  const seen = await uncaught(async () => {
    giver.wire.have(1)
    other.wire.have(2)
    await expect.poll(() => another.wire.peerPieces.get(2)).toBe(true)
    if (isPage) await expect.poll(() => taker.wire.destroyed).toBe(true)
    taker.link.destroy()
    giver.link.destroy()
  })
  expect(seen).toEqual([reason])
})
