import { writeBinary } from './trackerFields.ts'
import type { ClientMessage, TrackerMessage } from './trackerMessages.ts'

/** One block: what libtorrent says while it does not know, and enough not to be taken for a seed. */
const LEFT_WHEN_UNKNOWN = 16_384

/** What a client sends, as the text of one frame. */
export function serialiseClientMessage(message: ClientMessage): string {
  switch (message.kind) {
    case 'announce':
      return JSON.stringify({
        action: 'announce',
        info_hash: writeBinary(message.infoHash),
        peer_id: writeBinary(message.peerId),
        uploaded: message.uploaded,
        downloaded: message.downloaded,
        left: message.left ?? LEFT_WHEN_UNKNOWN,
        event: message.event,
        numwant: message.numwant,
        offers: message.offers.map(({ offerId, sdp }) => ({
          offer_id: writeBinary(offerId),
          offer: { type: 'offer', sdp },
        })),
      })
    case 'answer':
      return JSON.stringify({
        action: 'announce',
        info_hash: writeBinary(message.infoHash),
        peer_id: writeBinary(message.peerId),
        to_peer_id: writeBinary(message.toPeerId),
        offer_id: writeBinary(message.offerId),
        answer: { type: 'answer', sdp: message.sdp },
      })
    case 'scrape':
      return JSON.stringify({ action: 'scrape', info_hash: message.infoHashes.map(writeBinary) })
  }
}

/** What a tracker sends, as the text of one frame. */
export function serialiseTrackerMessage(message: TrackerMessage): string {
  switch (message.kind) {
    case 'reply':
      return JSON.stringify({
        action: 'announce',
        info_hash: writeBinary(message.infoHash),
        interval: message.intervalSeconds,
        complete: message.complete,
        incomplete: message.incomplete,
      })
    case 'offer':
    case 'answer':
      return JSON.stringify({
        action: 'announce',
        info_hash: writeBinary(message.infoHash),
        peer_id: writeBinary(message.peerId),
        offer_id: writeBinary(message.offerId),
        [message.kind]: { type: message.kind, sdp: message.sdp },
      })
    case 'scrape':
      return JSON.stringify({
        action: 'scrape',
        files: Object.fromEntries(
          message.files.map(({ infoHash, complete, incomplete, downloaded }) => [
            writeBinary(infoHash),
            { complete, incomplete, downloaded },
          ]),
        ),
      })
    case 'failure':
      return JSON.stringify({
        action: message.action,
        ...(message.infoHash && { info_hash: writeBinary(message.infoHash) }),
        'failure reason': message.reason,
      })
  }
}
