import { afterEach, describe, expect, it, vi } from 'vitest'
import { ConnectionBudget } from '../../../src/swarm/link/connectionBudget.ts'
import type { PeerConnection } from '../../../src/swarm/link/peerConnection.ts'
import { PeerLink } from '../../../src/swarm/link/peerLink.ts'
import type { PeerId } from '../../../src/wire/trackerMessages.ts'

const links: PeerLink[] = []

/** Writes more than a channel takes before it says that it is full, and answers while it is. */
async function fill(link: PeerLink): Promise<void> {
  for (let block = 0; block < 600; block++) link.write(new Uint8Array(16_384))
  while (link.waiting === 0) await Promise.resolve()
}

/** An open connection to another end in this page. */
async function linked(): Promise<PeerLink> {
  const connect = () => new RTCPeerConnection() as PeerConnection
  const options = { connect, iceServers: [], budget: new ConnectionBudget() }
  const offer = await PeerLink.offer(options, 30_000)
  const answer = await PeerLink.answer(offer.sdp, 'a'.repeat(40) as PeerId, options)
  links.push(offer.link, answer.link)
  const open = [offer.link, answer.link].map(
    (link) => new Promise<void>((done) => link.once('connect', () => done())),
  )
  await offer.link.accept(answer.sdp, 'b'.repeat(40) as PeerId)
  await Promise.all(open)
  return offer.link
}

afterEach(() => {
  for (const link of links.splice(0)) link.destroy()
})

describe('PeerLink', () => {
  it('ends at once, though what it writes has no room: a peer that vanished takes nothing any more', async () => {
    const giver = await linked()
    const closed = vi.fn()
    giver.once('close', closed)
    await fill(giver)
    giver.destroy()
    await new Promise((resolve) => setTimeout(resolve, 0))
    expect(closed).toHaveBeenCalled()
  })
})
