import { randomBytes } from 'node:crypto'
import { bytesOfHex } from '../../../src/core/bytes.ts'
import type { InfoHash } from '../../../src/core/infoHash.ts'
import { serialiseClientMessage } from '../../../src/wire/serialiseTracker.ts'
import { parseTrackerMessage } from '../../../src/wire/parseTracker.ts'
import { parseOfferId, parsePeerId } from '../../../src/wire/trackerMessages.ts'
import { extensionsIn, FrameReader, type Frame } from '../fuzz/frames.ts'
import { extendedHandshake, handshake, NAMES } from '../fuzz/messages.ts'
import { RawLink } from './rawLink.ts'

/** Somebody who has met a page that has everything, and greeted it. */
export interface RawVisitor {
  readonly link: RawLink
  /** The numbers by which the page wants to be told of extensions. */
  readonly names: Readonly<Record<string, number>>
  /** Settles when the page has let go. */
  readonly ended: Promise<void>
  /** Called with each message of the page from now on. */
  listen(heard: (frame: Frame) => void): void
}

/** Nobody has answered: the tracker may not have known the page yet, or the page had no place. */
const PATIENCE_MS = 5000

/** Joins a swarm in which there is one page and nobody else, under another name each time until it is met. */
export async function visit(tracker: string, infoHash: InfoHash): Promise<RawVisitor> {
  for (;;) {
    const visitor = await visitOnce(tracker, infoHash)
    if (visitor) return visitor
  }
}

async function visitOnce(tracker: string, infoHash: InfoHash): Promise<RawVisitor | null> {
  const peerId = parsePeerId(randomBytes(20).toString('hex'))
  const offerId = parseOfferId(randomBytes(20).toString('hex'))
  if (!peerId || !offerId) throw new Error('They are made here.')
  const met = Promise.withResolvers<Readonly<Record<string, number>> | null>()
  const ended = Promise.withResolvers<undefined>()
  const frames = new FrameReader()
  let heard: (frame: Frame) => void = () => undefined
  const link = new RawLink({
    opened() {
      link.send('wire', handshake(bytesOfHex(infoHash), bytesOfHex(peerId)))
      link.send('wire', extendedHandshake(NAMES))
    },
    received(bytes) {
      for (const frame of frames.read(bytes)) {
        const names = extensionsIn(frame)
        if (names) met.resolve(names)
        heard(frame)
      }
    },
    aside: () => undefined,
    closed() {
      met.resolve(null)
      ended.resolve(undefined)
    },
  })
  const patience = setTimeout(() => met.resolve(null), PATIENCE_MS)
  const socket = new WebSocket(tracker)
  socket.onerror = () => met.resolve(null)
  socket.onmessage = ({ data }: MessageEvent<string>) => {
    const message = parseTrackerMessage(data)
    if (message?.kind === 'answer') link.accept(message.sdp)
  }
  const offers = [{ offerId, sdp: await link.offer() }]
  const announce = serialiseClientMessage({
    kind: 'announce',
    infoHash,
    peerId,
    uploaded: 0,
    downloaded: 0,
    left: 1,
    numwant: 1,
    offers,
    event: 'started',
  })
  if (socket.readyState === WebSocket.OPEN) socket.send(announce)
  else socket.onopen = () => socket.send(announce)
  const names = await met.promise
  clearTimeout(patience)
  socket.close()
  if (names) return { link, names, ended: ended.promise, listen: (listener) => void (heard = listener) }
  link.close()
  return null
}
