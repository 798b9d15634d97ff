import { isUtf8 } from 'node:buffer'
import { serialiseTrackerMessage } from '../../src/wire/serialiseTracker.ts'
import { parseClientMessage } from '../../src/wire/parseTracker.ts'
import type { ClientMessage, Failure, TrackerMessage } from '../../src/wire/trackerMessages.ts'
import { byteTextOf, byteTextOfHex, type ByteText } from './byteText.ts'
import type { TrackerLimits } from './limits.ts'
import { scanMessage } from './scanMessage.ts'

/**
 * What a client sent. Offers and answers come as {@link ByteText}, ids and SDP alike, in the form that
 * {@link writeToClient} takes: the registry only compares and passes them on. Never throws.
 */
export function readFromClient(
  data: Buffer,
  limits: Pick<TrackerLimits, 'offersPerAnnounce' | 'scrapeHashes'>,
): ClientMessage<ByteText> | Failure {
  const offers = limits.offersPerAnnounce || Infinity
  const hashes = limits.scrapeHashes || Infinity
  const scanned = isUtf8(data) ? scanMessage(data.toString('latin1'), offers) : null
  return scanned ?? withByteTexts(parseClientMessage(data.toString('utf8'), { offers, hashes }))
}

function withByteTexts(message: ClientMessage | Failure): ClientMessage<ByteText> | Failure {
  if (message.kind === 'announce') {
    const offers = message.offers.map(({ offerId, sdp }) => ({
      offerId: byteTextOfHex(offerId),
      sdp: byteTextOf(sdp),
    }))
    return { ...message, offers }
  }
  if (message.kind !== 'answer') return message
  return { ...message, offerId: byteTextOfHex(message.offerId), sdp: byteTextOf(message.sdp) }
}

/** What to send, as UTF-8. */
export function writeToClient(message: TrackerMessage<ByteText>): ByteText {
  switch (message.kind) {
    case 'reply': {
      const { intervalSeconds, complete, incomplete } = message
      return (
        `{"action":"announce","info_hash":"${byteTextOfHex(message.infoHash)}",` +
        `"interval":${intervalSeconds},"complete":${complete},"incomplete":${incomplete}}`
      )
    }
    case 'offer':
    case 'answer': {
      const { kind, infoHash, peerId, offerId, sdp } = message
      return (
        `{"action":"announce","info_hash":"${byteTextOfHex(infoHash)}","peer_id":"${byteTextOfHex(peerId)}",` +
        `"offer_id":"${offerId}","${kind}":{"type":"${kind}","sdp":"${sdp}"}}`
      )
    }
    default:
      return Buffer.from(serialiseTrackerMessage(message)).toString('latin1')
  }
}
