import { Duplex } from 'node:stream'
import { expect, test } from 'vitest'
import { EndOfTurn } from '../../../server/tracker/webSocket/endOfTurn.ts'
import { WebSocket, type WebSocketEvents } from '../../../server/tracker/webSocket/webSocket.ts'
import { memoryInUse } from '../support/memory.ts'

const NO_EVENTS: WebSocketEvents = {
  message: () => undefined,
  pinged: () => undefined,
  ponged: () => undefined,
  closed: () => undefined,
}

/** A socket that takes texts as they are, as those of the system do, and hands on none of what is written. */
function stuckSocket(): Duplex {
  return new Duplex({ decodeStrings: false, read: () => undefined, write: () => undefined })
}

test('what waits for a slow reader keeps none of the messages that it is a part of', () => {
  const webSocket = new WebSocket(stuckSocket(), 0, new EndOfTurn(), NO_EVENTS)
  const messageBytes = 200_000
  const memoryBefore = memoryInUse()
  for (let count = 0; count < 200; count += 1) {
    const message = Buffer.alloc(messageBytes, 'x').toString('latin1')
    webSocket.send(`{"sdp":"${message.slice(100, 200)}"}`)
    webSocket.flush()
  }
  expect(webSocket.bufferedBytes).toBeGreaterThan(200 * 100)
  expect(memoryInUse() - memoryBefore).toBeLessThan(20 * messageBytes)
})

test('what waits is sent as it was, in its order', async () => {
  const written: string[] = []
  const waiting: (() => void)[] = []
  const socket = new Duplex({
    decodeStrings: false,
    read: () => undefined,
    write: (chunk: Buffer | string, _encoding, done) => {
      written.push(typeof chunk === 'string' ? chunk : chunk.toString('latin1'))
      waiting.push(done)
    },
  })
  const webSocket = new WebSocket(socket, 0, new EndOfTurn(), NO_EVENTS)
  for (const text of ['one', 'tw\u00ff', 'three']) {
    webSocket.send(text)
    webSocket.flush()
  }
  while (waiting.length > 0) {
    waiting.shift()?.()
    await new Promise((resolve) => setImmediate(resolve))
  }
  expect(written).toEqual(['\u0081\u0003one', '\u0081\u0003tw\u00ff', '\u0081\u0005three'])
})
