import { binaryOfHex } from '../../src/core/infoHash.ts'

/** Whether the peer answers offers at all; `from nowhere` names an address at which nobody listens. */
export type Answering = 'never' | 'from nowhere'

const PEER_ID = '-XX0001-unreachable.'

/**
 * Somebody whom the tracker counts as a seed, but who cannot be connected to: to the others, a peer that went
 * away, or one behind a network that lets nothing through.
 */
export async function joinUnreachably(
  trackerUrl: string,
  infoHash: string,
  answering: Answering,
): Promise<{ leave: () => void }> {
  const socket = new WebSocket(trackerUrl)
  await new Promise<void>((resolve, reject) => {
    socket.onopen = () => resolve()
    socket.onerror = () => reject(new Error(`No connection to ${trackerUrl}`))
  })
  const own = { action: 'announce', info_hash: binaryOfHex(infoHash), peer_id: PEER_ID }
  const joined = new Promise<void>((resolve) => {
    socket.onmessage = ({ data }: MessageEvent<string>) => {
      resolve()
      const { offer_id, peer_id } = JSON.parse(data) as { offer_id?: string; peer_id?: string }
      if (answering === 'never' || offer_id === undefined) return
      socket.send(
        JSON.stringify({ ...own, to_peer_id: peer_id, offer_id, answer: { type: 'answer', sdp: NOWHERE } }),
      )
    }
  })
  const counts = { numwant: 0, uploaded: 0, downloaded: 0, left: 0 }
  socket.send(JSON.stringify({ ...own, ...counts, event: 'started', offers: [] }))
  await joined
  return { leave: () => socket.close() }
}

/** A well-formed answer of a peer that sits at the discard port. */
const NOWHERE = [
  'v=0',
  'o=- 1 2 IN IP4 127.0.0.1',
  's=-',
  't=0 0',
  'a=group:BUNDLE 0',
  'm=application 9 UDP/DTLS/SCTP webrtc-datachannel',
  'c=IN IP4 127.0.0.1',
  'a=candidate:1 1 udp 2113937151 127.0.0.1 9 typ host',
  'a=ice-ufrag:nowh',
  'a=ice-pwd:nobodylistenshereatall00',
  `a=fingerprint:sha-256 ${Array.from({ length: 32 }, () => 'AB').join(':')}`,
  'a=setup:active',
  'a=mid:0',
  'a=sctp-port:5000',
  '',
].join('\r\n')
