import type { InfoHash } from '../../src/core/infoHash.ts'
import { parseInfoHash } from '../../src/core/infoHash.ts'
import { Gossip, type GossipPeer } from '../../src/notes/gossip.ts'
import { NoteReplica } from '../../src/notes/replica.ts'
import { makeIdentity, Verifier, type Identity } from '../../src/notes/signing.ts'

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

  async add(): Promise<Page> {
    const page = new Page(await makeIdentity(), this)
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
    a.gossip.join(ends[0])
    b.gossip.join(ends[1])
  }

  disconnect(a: Page, b: Page): void {
    for (const [from, to] of [
      [a, b],
      [b, a],
    ] as const) {
      const peer = from.peers.get(to)
      if (peer) from.gossip.leave(peer)
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
    while (this.#posts.length > 0) await this.step(this.#posts.length, () => 'deliver')
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
    await to.gossip.receive(peer, message)
  }

  /** The end that `a` holds of its connection to `b`. */
  #end(a: Page, b: Page): GossipPeer {
    return {
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

export class Page {
  readonly identity: Identity
  readonly replica = new NoteReplica(SHARE)
  readonly gossip: Gossip
  readonly peers = new Map<Page, GossipPeer>()
  /** Why it has ended connections. */
  readonly dropped: string[] = []

  constructor(identity: Identity, mesh: Mesh) {
    this.identity = identity
    const verifier = new Verifier(SHARE)
    this.gossip = new Gossip({
      replica: this.replica,
      verify: (envelope) => verifier.verify(envelope),
      now: () => mesh.now,
      random: () => mesh.random(),
      applied: () => undefined,
      forked: () => undefined,
      presence: () => Promise.resolve(),
    })
  }

  async write(key: string, value: unknown): Promise<void> {
    for (const envelope of await this.replica.write(this.identity, new Map([[key, value]]))) {
      this.gossip.publish(envelope)
    }
  }

  /** All that it holds, in one order. */
  content(): unknown {
    return Array.from(this.replica.logs, ([author, { document }]) => [
      author,
      Array.from(document.entries()).sort(([a], [b]) => (a < b ? -1 : 1)),
    ]).sort(([a], [b]) => (String(a) < String(b) ? -1 : 1))
  }
}
