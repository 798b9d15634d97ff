import type { AnnounceRequest } from '../../../src/wire/trackerMessages.ts'
import { infoHash, offerId, peerId } from '../../wire/trackerIds.ts'
import type { TrackerClient } from './trackerClient.ts'

/** What peer `number` says in swarm `swarm`, with offers of these numbers. */
export function announceBy(
  number: number,
  { swarm = 1, offers = [], ...fields }: { swarm?: number; offers?: readonly number[]; left?: number } = {},
): AnnounceRequest {
  return {
    kind: 'announce',
    infoHash: infoHash(swarm),
    peerId: peerId(number),
    uploaded: 0,
    downloaded: 0,
    left: 1,
    numwant: offers.length,
    offers: offers.map((offer) => ({ offerId: offerId(offer), sdp: `offer ${offer} ü "\\` })),
    ...fields,
  }
}

/** Announces, and says how many the swarm has. */
export async function countBy(client: TrackerClient, number: number, swarm = 1): Promise<number> {
  client.send(announceBy(number, { swarm }))
  const { complete, incomplete } = await client.next('reply')
  return complete + incomplete
}

/** Whether an offer of one reaches the other, the only other in the swarm, and its answer comes back. */
export async function introduce(
  from: { client: TrackerClient; number: number },
  to: { client: TrackerClient; number: number },
  offer: number,
  swarm = 1,
): Promise<void> {
  from.client.send(announceBy(from.number, { swarm, offers: [offer] }))
  const { sdp, ...offered } = await to.client.next('offer')
  if (sdp !== `offer ${offer} ü "\\`) throw new Error(`It came as ${sdp}`)
  to.client.send({
    kind: 'answer',
    infoHash: infoHash(swarm),
    peerId: peerId(to.number),
    toPeerId: offered.peerId,
    offerId: offered.offerId,
    sdp: `answer ${offer}`,
  })
  await from.client.next('answer')
}
