import { randomBytes } from 'node:crypto'
import { bytesOfHex } from '../../../src/core/bytes.ts'
import type { InfoHash } from '../../../src/core/infoHash.ts'
import {
  parseOfferId,
  parsePeerId,
  parseTrackerMessage,
  serialiseClientMessage,
} from '../../../src/wire/trackerMessages.ts'
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

/** Joins a swarm in which there is one page and nobody else. */
export async function visit(tracker: string, infoHash: InfoHash): Promise<RawVisitor> {
  const peerId = parsePeerId(randomBytes(20).toString('hex'))
  const offerId = parseOfferId(randomBytes(20).toString('hex'))
  if (!peerId || !offerId) throw new Error('They are made here.')
  const met = Promise.withResolvers<Readonly<Record<string, number>>>()
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
    closed: () => ended.resolve(undefined),
  })
  const socket = new WebSocket(tracker)
  await new Promise((resolve) => (socket.onopen = resolve))
  socket.onmessage = ({ data }: MessageEvent<string>) => {
    const message = parseTrackerMessage(data)
    if (message?.kind === 'answer') link.accept(message.sdp)
  }
  const offers = [{ offerId, sdp: await link.offer() }]
  const counts = { uploaded: 0, downloaded: 0, left: 1, numwant: 1 }
  socket.send(
    serialiseClientMessage({ kind: 'announce', infoHash, peerId, ...counts, offers, event: 'started' }),
  )
  const names = await met.promise
  socket.close()
  return { link, names, ended: ended.promise, listen: (listener) => void (heard = listener) }
}
