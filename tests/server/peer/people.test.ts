import { expect, onTestFinished, test } from 'vitest'
import { connect } from '../../../server/peer/peerConnection.ts'
import { parseInfoHash, type InfoHash } from '../../../src/core/infoHash.ts'
import { ConnectionBudget } from '../../../src/swarm/link/connectionBudget.ts'
import { PeerLink } from '../../../src/swarm/link/peerLink.ts'
import { makeIdentity, prove, type Identity } from '../../../src/swarm/people/identity.ts'
import type { Meeting } from '../../../src/swarm/people/meeting.ts'
import { People } from '../../../src/swarm/people/people.ts'
import { certificateIn, greetingOf, wordFor, type Ends } from '../../../src/swarm/people/words.ts'
import { parsePerson, serialisePerson, type PersonMessage } from '../../../src/wire/personMessages.ts'
import type { PeerId } from '../../../src/wire/trackerMessages.ts'

/* What somebody gets who says on a connection whatever they like: real WebRTC, in one process of Node. */

const SHARE = parseInfoHash('1'.repeat(40)) as InfoHash
const OTHER = parseInfoHash('2'.repeat(40)) as InfoHash
const LIFETIME = 30_000

/** A share, as one whom it has taken would find it. */
class Place implements Meeting {
  readonly infoHash: InfoHash
  readonly isPrivate: boolean
  readonly isLonely = true
  readonly taken: PeerLink[] = []

  constructor(infoHash: InfoHash, isPrivate = false) {
    this.infoHash = infoHash
    this.isPrivate = isPrivate
  }

  wants(): boolean {
    return this.taken.length === 0
  }

  isLinked(): boolean {
    return this.taken.length > 0
  }

  hasOffered(): boolean {
    return false
  }

  withdraw(): void {
    // Nothing was offered.
  }

  take(link: PeerLink): void {
    this.taken.push(link)
  }
}

/** Mal's end of a connection to Ann, who takes them for whoever they claim to be. */
class Mal {
  readonly heard: PersonMessage[] = []
  readonly link: PeerLink
  readonly ends: Ends

  constructor(link: PeerLink) {
    this.link = link
    const { rtc } = link.carrier.connection
    const [ours, theirs] = [rtc.localDescription, rtc.remoteDescription].map((each) =>
      certificateIn(each?.sdp ?? ''),
    )
    if (!ours || !theirs) throw new Error('Both ends have shown what they are.')
    this.ends = { ours, theirs }
    link.carrier.listen(
      () => undefined,
      (bytes) => this.heard.push(parsePerson(bytes) ?? expect.fail('Ann says what can be read.')),
    )
  }

  async greet(identity: Identity, said = greetingOf('us', this.ends)): Promise<void> {
    const keys = identity.keys ?? expect.fail('Node knows Ed25519.')
    const signature = await prove(keys, said)
    this.say({ kind: 'greeting', publicKey: keys.publicKey, signature })
  }

  async ask(infoHash: InfoHash): Promise<string> {
    const question = await wordFor('question', infoHash, 'us', this.ends)
    this.say({ kind: 'ask', question, offerId: null })
    return question
  }

  say(message: PersonMessage): void {
    this.link.carrier.say(serialisePerson(message))
  }

  kinds(): string[] {
    return this.heard.map(({ kind }) => kind)
  }
}

/** Ann, who is in a share, and Mal, whom she was told to be of this id. */
async function meet(places: readonly Meeting[], claimed: PeerId): Promise<{ people: People; mal: Mal }> {
  const ann = await makeIdentity()
  const people = new People(ann, () => performance.now())
  for (const place of places) void people.join(place)
  const options = { connect, iceServers: [], budget: new ConnectionBudget() }
  const offer = await PeerLink.offer(options, LIFETIME)
  const answer = await PeerLink.answer(offer.sdp, ann.peerId, options)
  onTestFinished(() => {
    offer.link.destroy()
    answer.link.destroy()
  })
  const opened = [offer.link, answer.link].map(
    (link) => new Promise<void>((resolve) => link.once('connect', () => resolve())),
  )
  await offer.link.accept(answer.sdp, claimed)
  void people.meet(offer.link.carrier)
  const mal = new Mal(answer.link)
  await Promise.all(opened)
  await expect.poll(() => mal.kinds()).toContain('greeting')
  return { people, mal }
}

test('who proves to be themselves and knows the share is taken; of another share they learn nothing', async () => {
  const me = await makeIdentity()
  const [place, secret] = [new Place(SHARE), new Place(OTHER, true)]
  const { mal } = await meet([place, secret], me.peerId)
  await mal.greet(me)
  // It has nobody, and asks by itself: for what is not private.
  await expect.poll(() => mal.kinds()).toEqual(['greeting', 'ask'])
  const question = await mal.ask(SHARE)
  expect(mal.heard).toContainEqual({
    kind: 'ask',
    question: await wordFor('question', SHARE, 'them', mal.ends),
    offerId: null,
  })
  // Asked by both: the higher id answers, and it may be Mal's.
  const denied = await mal.ask(OTHER)
  await expect.poll(() => mal.heard).toContainEqual({ kind: 'no', question: denied })
  expect(mal.heard).not.toContainEqual({ kind: 'no', question })
  expect(secret.taken).toEqual([])
})

test.each([
  ['another’s key', async (mal: Mal, me: Identity) => mal.greet(me)],
  [
    'what was signed for another connection',
    async (mal: Mal, me: Identity) => {
      await mal.greet(me, greetingOf('them', mal.ends))
    },
  ],
  ['nothing', () => Promise.resolve()],
])('who comes with %s is asked nothing, and told nothing', async (what, greet) => {
  const [me, other] = [await makeIdentity(), await makeIdentity()]
  const place = new Place(SHARE)
  const { people, mal } = await meet([place], what === 'another’s key' ? other.peerId : me.peerId)
  await greet(mal, me)
  const question = await mal.ask(SHARE)
  await expect.poll(() => mal.heard, { timeout: 5000 }).toContainEqual({ kind: 'no', question })
  void people.join(new Place(OTHER))
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(mal.kinds()).toEqual(['greeting', 'no'])
  expect(place.taken).toEqual([])
  // Their own share goes on as with anybody.
  expect(mal.link.destroyed).toBe(false)
})

test('who says what cannot be said, or opens channels that nobody waits for, is let go', async () => {
  const me = await makeIdentity()
  const one = await meet([], me.peerId)
  one.mal.link.carrier.say(Uint8Array.of(9, 9, 9))
  await expect.poll(() => one.mal.link.destroyed).toBe(true)

  const other = await meet([], me.peerId)
  // The names of answers, too, unless they were asked for.
  for (let at = 0; at < 12; at++) other.mal.link.carrier.openChannel(`shoal-share-${'ab'.repeat(32)}`)
  await expect.poll(() => other.mal.link.destroyed).toBe(true)
})

test('more questions than anybody has are denied without a look', async () => {
  const me = await makeIdentity()
  const place = new Place(SHARE)
  const { mal } = await meet([place], me.peerId)
  await mal.greet(me)
  await expect.poll(() => mal.kinds()).toContain('ask')
  for (let at = 0; at < 180; at++) mal.say({ kind: 'ask', question: 'ab'.repeat(32), offerId: null })
  await expect.poll(() => mal.kinds().filter((kind) => kind === 'no')).toHaveLength(180)
  expect(mal.link.destroyed).toBe(false)
  // A question costs its sender, too: nobody has more than ten thousand units at once.
  for (let at = 0; at < 100; at++) mal.say({ kind: 'ask', question: 'ab'.repeat(32), offerId: null })
  await expect.poll(() => mal.link.destroyed).toBe(true)
})
