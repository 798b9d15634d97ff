import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import type { BytesInFlight } from './bytesInFlight.ts'
import { AddressCount } from './tracker/addressCount.ts'

type Answer = (request: IncomingMessage, response: ServerResponse) => void

export interface AnswersOptions {
  readonly inFlight: BytesInFlight
  readonly addressOf: (request: IncomingMessage) => string
  /** Counts a request; false when its address asks too often. */
  readonly allow: (address: string) => boolean
}

/**
 * Requests of one address that may wait for the answers before theirs on the same connection. Browsers send none
 * ahead, BitTorrent clients five to a web seed. Whoever sends more is cut off, and may ask again what was not answered
 * (RFC 9112, 9.3.2).
 */
const MOST_WAITING = 2_000
/** The same for all addresses together. */
const MOST_WAITING_IN_ALL = 20_000

/**
 * Answers requests, of one connection one at a time: the next begins once the system has taken all of the last, so
 * that a client that asks and does not read costs one answer.
 */
export function answerInTurn(answer: Answer, { inFlight, addressOf, allow }: AnswersOptions): Answer {
  /** What waits, by connection; absent while nothing is being answered there. */
  const queues = new WeakMap<Duplex, [IncomingMessage, ServerResponse][]>()
  const waiting = new AddressCount(MOST_WAITING)
  let waitingInAll = 0

  function begin(request: IncomingMessage, response: ServerResponse): void {
    const { socket } = request
    const address = addressOf(request)
    const takeBack = inFlight.whenRoom(address, () => {
      if (allow(address)) answer(request, response)
      else response.writeHead(429, { Connection: 'close', 'Content-Type': 'text/plain' }).end('429\n')
    })
    response.once('close', () => {
      takeBack()
      const next = socket.writable ? dequeue(socket) : undefined
      if (next) begin(...next)
      else forget(socket)
    })
  }

  function dequeue(socket: Duplex): [IncomingMessage, ServerResponse] | undefined {
    const next = queues.get(socket)?.shift()
    if (next) {
      waiting.leave(addressOf(next[0]))
      waitingInAll -= 1
    }
    return next
  }

  function forget(socket: Duplex): void {
    while (dequeue(socket));
    queues.delete(socket)
  }

  return (request, response) => {
    const { socket } = request
    const queue = queues.get(socket)
    if (!queue) {
      queues.set(socket, [])
      begin(request, response)
    } else if (!socket.destroyed) {
      if (waitingInAll < MOST_WAITING_IN_ALL && waiting.enter(addressOf(request))) {
        waitingInAll += 1
        queue.push([request, response])
      } else socket.destroy()
    }
  }
}

/** Counts what an answer that was made for its request alone holds until it is read. */
export function chargeAnswer(
  request: IncomingMessage,
  response: ServerResponse,
  { inFlight, addressOf }: Pick<AnswersOptions, 'inFlight' | 'addressOf'>,
): void {
  function charge(): void {
    const bytes = response.writableLength
    if (bytes === 0) return
    response.once(
      'close',
      inFlight.charge(addressOf(request), bytes, () => request.socket.destroy()),
    )
  }
  if (response.writableEnded) charge()
  else response.once('prefinish', charge)
}
