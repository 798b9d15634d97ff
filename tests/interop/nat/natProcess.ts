import { createInterface } from 'node:readline'
import { RTCPeerConnection } from 'webrtc-polyfill'
import { ConnectionBudget } from '../../../src/swarm/link/connectionBudget.ts'
import type { IceServer, PeerConnection } from '../../../src/swarm/link/peerConnection.ts'
import { PeerLink } from '../../../src/swarm/link/peerLink.ts'
import { parsePeerId } from '../../../src/wire/trackerMessages.ts'
import { handshake } from '../../support/fuzz/messages.ts'
import type { Order, Told } from './natPeer.ts'

/**
 * The engine's links at one host of a {@link Network}: orders come as lines of JSON, and what became of each link is
 * told the same way.
 */

const NOBODY = parsePeerId('5'.repeat(40))
const INFO_HASH = new Uint8Array(20)
const LOOK_EVERY_MS = 200

const budget = new ConnectionBudget()
const links = new Map<string, PeerLink>()

function tell(told: Told): void {
  process.stdout.write(`${JSON.stringify(told)}\n`)
}

async function obey(order: Order): Promise<void> {
  if (!NOBODY) return
  if (order.kind === 'accept') {
    await links.get(order.id)?.accept(order.sdp, NOBODY)
    return
  }
  const connect = (iceServers: readonly IceServer[]) =>
    new RTCPeerConnection({ iceServers: iceServers.map(escaped) }) as PeerConnection
  const options = { connect, iceServers: order.iceServers, budget }
  const { link, sdp } =
    order.kind === 'offer'
      ? await PeerLink.offer(options, order.lifetimeMs)
      : await PeerLink.answer(order.sdp, NOBODY, options)
  links.set(order.id, link)
  // What is proved is that bytes came, and not only that a channel seems open.
  link.once('connect', () => link.write(handshake(INFO_HASH, INFO_HASH)))
  link.once('proved', () => watch(order.id, link))
  link.resume()
  link.once('error', () => tell({ id: order.id, end: 'none' }))
  tell({ id: order.id, sdp })
}

/** ICE may begin with a relay and go over to a direct way. */
function watch(id: string, link: PeerLink): void {
  let last: boolean | null = null
  const watching = setInterval(() => {
    if (link.isRelayed === last) return
    last = link.isRelayed
    tell({ id, end: last ? 'relay' : 'direct' })
  }, LOOK_EVERY_MS)
  link.once('close', () => clearInterval(watching))
}

/** The polyfill writes names and passwords into the address of the server. */
function escaped({ urls, username = '', credential = '' }: IceServer): RTCIceServer {
  // Its reader of addresses takes the colons of IPv6 for the port's.
  const plain = [urls]
    .flat()
    .map((url) => url.replace(/\[(.*)\]/, (_, address: string) => encodeURIComponent(address)))
  if (username === '') return { urls: plain }
  return { urls: plain, username: encodeURIComponent(username), credential: encodeURIComponent(credential) }
}

createInterface(process.stdin).on('line', (line) => {
  const order = JSON.parse(line) as Order
  obey(order).catch((error: unknown) => tell({ id: order.id, end: 'none', why: String(error) }))
})
