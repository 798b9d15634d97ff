import { createHash } from 'node:crypto'
import type { Wire } from 'bittorrent-protocol'
import { expect, onTestFinished, test } from 'vitest'
import { connect } from '../../../server/peer/peerConnection.ts'
import { parseInfoHash, type InfoHash } from '../../../src/core/infoHash.ts'
import { ConnectionBudget } from '../../../src/swarm/link/connectionBudget.ts'
import { HeldMemory } from '../../../src/swarm/link/heldMemory.ts'
import { PeerLink } from '../../../src/swarm/link/peerLink.ts'
import { useMetadata } from '../../../src/swarm/wireMetadata.ts'
import { Wires } from '../../../src/swarm/wires.ts'
import { handshakeOf, type ShortOpening } from '../../../src/wire/shortOpening.ts'
import type { PeerId } from '../../../src/wire/trackerMessages.ts'

/* How two pages open a wire without asking for what the other would say anyway, over real connections. */

const [ANN, BEN] = ['a', 'b'].map((digit) => digit.repeat(40) as PeerId) as [PeerId, PeerId]
const INFO = Buffer.from(`d4:name1:a12:piece lengthi16384e6:pieces40000:${'p'.repeat(40_000)}6:lengthi1ee`)
const INFO_HASH = parseInfoHash(createHash('sha1').update(INFO).digest('hex')) as InfoHash

/** How a question for a piece of it begins (BEP 9). */
const REQUEST = 'd8:msg_typei0e'

const KNOWS: ShortOpening = { lacksInfo: false }
const LACKS: ShortOpening = { lacksInfo: true }

/** The two ends of a connection: of who made the offer, and of who answered it. */
async function ends(
  offerer: ShortOpening | null,
  answerer: ShortOpening | null,
): Promise<readonly [PeerLink, PeerLink]> {
  const options = { connect, iceServers: [], budget: new ConnectionBudget() }
  const offer = await PeerLink.offer(options, 30_000, offerer)
  const answer = await PeerLink.answer(offer.sdp, ANN, options, answerer)
  onTestFinished(() => [offer, answer].forEach(({ link }) => link.destroy()))
  const open = [offer, answer].map(
    ({ link }) => new Promise<void>((done) => link.once('connect', () => done())),
  )
  await offer.link.accept(answer.sdp, BEN)
  await Promise.all(open)
  return [offer.link, answer.link]
}

/** What one page does with its end; of what it is asked for by `ut_metadata` it keeps count. */
function use(link: PeerLink, peerId: PeerId, info: Uint8Array | null) {
  const [received, wires]: [Uint8Array[], Wire[]] = [[], []]
  let asked = 0
  const all = new Wires({
    infoHash: INFO_HASH,
    peerId,
    greeted: (wire) => {
      wires.push(wire)
      wire.on('extended', (name: unknown, bytes: unknown) => {
        const text = bytes instanceof Uint8Array ? new TextDecoder('latin1').decode(bytes) : ''
        if (name === 'ut_metadata' && text.startsWith(REQUEST)) asked++
      })
      const { awaitsInfo, isOwedInfo } = link
      const memory = new HeldMemory()
      const known = () => received[0] ?? info
      const told = (came: Uint8Array) => void received.push(came)
      useMetadata(wire, { infoHash: INFO_HASH, known, received: told, memory, awaitsInfo, isOwedInfo })
    },
    opened: () => undefined,
  })
  onTestFinished(() => all.end())
  all.add(link)
  return { received, wires, asked: () => asked }
}

test.each([
  ['offered the connection', LACKS, KNOWS],
  ['answered the offer', KNOWS, LACKS],
])('who knows nothing and %s is told without asking', async (_what, offerer, answerer) => {
  const [ann, ben] = await ends(offerer, answerer)
  expect([ann, ben].map(({ opensShortly }) => opensShortly)).toEqual([true, true])
  const [lacking, knowing] = offerer.lacksInfo ? [ann, ben] : [ben, ann]
  const taker = use(lacking, lacking === ann ? ANN : BEN, null)
  const giver = use(knowing, knowing === ann ? ANN : BEN, INFO)
  await expect.poll(() => taker.received).toHaveLength(1)
  expect(Buffer.compare(taker.received[0] ?? new Uint8Array(), INFO)).toBe(0)
  expect(giver.asked()).toBe(0)
  expect(taker.wires[0]?.destroyed).toBe(false)
})

test.each([
  ['offered', null, KNOWS],
  ['answered', LACKS, null],
])('with another program, which has %s, all is said in turn', async (_what, offerer, answerer) => {
  const [ann, ben] = await ends(offerer, answerer)
  expect([ann, ben].map(({ opensShortly }) => opensShortly)).toEqual([false, false])
  const taker = use(ann, ANN, null)
  const giver = use(ben, BEN, INFO)
  expect(taker.wires).toEqual([])
  await expect.poll(() => taker.received).toHaveLength(1)
  expect(giver.asked()).toBe(3)
})

test('nobody is told unasked who knows what there is', async () => {
  const [ann, ben] = await ends(KNOWS, KNOWS)
  const other = use(ann, ANN, INFO)
  use(ben, BEN, INFO)
  await expect.poll(() => other.wires[0]?.peerExtendedMapping['ut_metadata']).toBe(1)
  expect(other.wires[0]?.downloaded).toBe(0)
  expect(other.received).toEqual([])
})

test('who is in another share than was taken for granted is let go', async () => {
  const [ann, ben] = await ends(KNOWS, KNOWS)
  const us = use(ann, ANN, INFO)
  ben.write(handshakeOf('0'.repeat(40) as InfoHash, BEN))
  await expect.poll(() => us.wires[0]?.destroyed).toBe(true)
})
