import type { InfoHash } from '../../src/core/infoHash.ts'
import { parseInfoHash } from '../../src/core/infoHash.ts'
import { Gossip, type GossipPeer } from '../../src/notes/gossip.ts'
import { Pauses } from '../../src/notes/pauses.ts'
import { NoteReplica } from '../../src/notes/replica.ts'
import type { ReviewToken } from '../../src/core/reviewToken.ts'
import { deriveReview } from '../../src/notes/reviewKeys.ts'
import { SealedTalk } from '../../src/notes/sealedTalk.ts'
import {
  certify,
  makeAuthor,
  openScope,
  Verifier,
  type Identity,
  type VerifiedEnvelope,
} from '../../src/notes/signing.ts'
import { isSealed } from '../../src/wire/sealedNotes.ts'

const hash = parseInfoHash('0123456789abcdef0123456789abcdef01234567')
if (!hash) throw new Error('Forty hex digits are an info hash.')
export const SHARE: InfoHash = hash

/** What the network does to the next message. */
export type Fate = 'deliver' | 'drop' | 'duplicate' | 'delay'

interface Post {
  readonly to: Page
  readonly peer: GossipPeer
  readonly message: Uint8Array<ArrayBuffer>
}

/** Pages and connections between them in one process: every message waits until the test says what becomes of it. */
export class Mesh {
  readonly pages: Page[] = []
  readonly #posts: Post[] = []
  readonly #random: () => number
  now = 0

  constructor(random: () => number) {
    this.#random = random
  }

  /** @param token of the private review that the page takes part in */
  async add(token: ReviewToken | null = null): Promise<Page> {
    const page = new Page(await identify(token), token, this)
    this.pages.push(page)
    return page
  }

  random(): number {
    return this.#random()
  }

  post(post: Post): void {
    this.#posts.push(post)
  }

  connect(a: Page, b: Page): void {
    if (a === b || a.peers.has(b)) return
    const ends = [this.#end(a, b), this.#end(b, a)] as const
    a.peers.set(b, ends[0])
    b.peers.set(a, ends[1])
    a.join(ends[0])
    b.join(ends[1])
  }

  disconnect(a: Page, b: Page): void {
    for (const [from, to] of [
      [a, b],
      [b, a],
    ] as const) {
      const peer = from.peers.get(to)
      if (peer) from.leave(peer)
      from.peers.delete(to)
    }
  }

  /** Lets up to `count` messages meet their fate. */
  async step(count: number, fate: () => Fate): Promise<void> {
    for (let left = count; left > 0; left--) {
      const post = this.#posts.shift()
      if (!post) return
      switch (fate()) {
        case 'drop':
          continue
        case 'delay':
          this.#posts.push(post)
          continue
        case 'duplicate':
          await this.#deliver(post)
          await this.#deliver(post)
          continue
        case 'deliver':
          await this.#deliver(post)
      }
    }
  }

  /** Delivers everything, and what that brings about. */
  async settle(): Promise<void> {
    do {
      await this.step(this.#posts.length, () => 'deliver')
      for (const page of this.pages) await page.settled()
    } while (this.#posts.length > 0)
  }

  /** As if the network were whole for some minutes. */
  async heal(): Promise<void> {
    await this.settle()
    for (let round = 0; round < this.pages.length * 12; round++) {
      this.now += 20_000
      for (const { gossip } of this.pages) gossip.tick()
      await this.settle()
    }
  }

  async #deliver({ to, peer, message }: Post): Promise<void> {
    await to.receive(peer, message)
  }

  /** The end that `a` holds of its connection to `b`. */
  #end(a: Page, b: Page): GossipPeer {
    return {
      id: 'peer',
      busy: false,
      send: (message) => {
        const back = b.peers.get(a)
        if (back) this.post({ to: b, peer: back, message })
      },
      drop: (why) => {
        a.dropped.push(why)
        this.disconnect(a, b)
      },
    }
  }
}

/** An author who may write in the review. One who has no more than its read-only token tries all the same. */
export async function identify(token: ReviewToken | null): Promise<Identity> {
  const { author, key } = await makeAuthor()
  if (!token) return { review: openScope(SHARE).name, author, key, certificate: null }
  const { name, certifier } = await deriveReview(SHARE, token)
  const certificate = certifier ? await certify(certifier, name, author) : new Uint8Array(64)
  return { review: name, author, key, certificate }
}

export class Page {
  readonly identity: Identity
  readonly replica = new NoteReplica()
  readonly gossip: Gossip
  readonly peers = new Map<Page, GossipPeer>()
  /** Why it has ended connections. */
  readonly dropped: string[] = []
  /** Everything that came to it from the network. */
  readonly overheard: Uint8Array[] = []
  readonly #talk: SealedTalk | null
  #taking: Promise<unknown> = Promise.resolve()

  constructor(identity: Identity, token: ReviewToken | null, mesh: Mesh) {
    this.identity = identity
    this.replica.own(identity.author)
    const keys = token ? deriveReview(SHARE, token) : null
    const verifier = new Verifier(keys ?? openScope(SHARE))
    this.gossip = new Gossip({
      replica: this.replica,
      verify: (envelope) => verifier.verify(envelope),
      now: () => mesh.now,
      pauses: new Pauses(
        () => mesh.now,
        () => Promise.resolve(),
      ),
      random: () => mesh.random(),
      applied: () => undefined,
      forked: () => undefined,
      own: () => identity.author,
      refusing: () => undefined,
      presence: () => Promise.resolve(),
    })
    const room = {
      joined: (peer: GossipPeer) => this.gossip.join(peer),
      left: (peer: GossipPeer) => this.gossip.leave(peer),
      received: (peer: GossipPeer, message: Uint8Array) => this.#take(peer, message),
    }
    this.#talk = keys
      ? new SealedTalk(
          keys.then(({ talk }) => talk),
          room,
        )
      : null
  }

  join(peer: GossipPeer): void {
    if (this.#talk) this.#talk.joined(peer)
    else this.gossip.join(peer)
  }

  leave(peer: GossipPeer): void {
    if (this.#talk) this.#talk.left(peer)
    else this.gossip.leave(peer)
  }

  async receive(peer: GossipPeer, message: Uint8Array): Promise<void> {
    this.overheard.push(message)
    if (isSealed(message)) this.#talk?.received(peer, message)
    else if (!this.#talk) await this.gossip.receive(peer, message)
  }

  /** Settles when all that has come, and all that was said, is through. */
  async settled(): Promise<void> {
    await this.#talk?.settled()
    await this.#taking
    await this.#talk?.settled()
  }

  #take(peer: GossipPeer, message: Uint8Array): void {
    const taken = this.gossip.receive(peer, message)
    this.#taking = Promise.all([this.#taking, taken])
  }

  async write(key: string, value: unknown): Promise<void> {
    for (const envelope of await this.say(key, value)) this.gossip.publish(envelope)
  }

  /** Writes, and tells nobody yet. */
  say(key: string, value: unknown): Promise<readonly VerifiedEnvelope[]> {
    return this.replica.write(this.identity, new Map([[key, value]]), () => Promise.resolve())
  }

  /** All that it holds, in one order. */
  content(): unknown {
    return Array.from(this.replica.logs, ([author, { document }]) => [
      author,
      Array.from(document.entries()).sort(([a], [b]) => (a < b ? -1 : 1)),
    ]).sort(([a], [b]) => (String(a) < String(b) ? -1 : 1))
  }
}
