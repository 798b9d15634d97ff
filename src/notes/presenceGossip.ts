import type { Milliseconds } from '../core/brand.ts'
import type { AuthorId } from '../wire/noteEnvelope.ts'
import {
  MAX_NEAR,
  prefixOf,
  serialiseNoteMessage,
  type AuthorPrefix,
  type NoteMessage,
  type SignedPresence,
} from '../wire/noteMessages.ts'
import type { GossipPeer } from './gossip.ts'
import { parsePresence, type Person } from './presence.ts'

/** How often {@link PresenceGossip.tick} is to be called. */
export const TICK: Milliseconds = 1000
/** Who says nothing for so long is no longer here. */
const EXPIRY: Milliseconds = 12_000
/** The same for one who was heard through a connection that has ended. */
const PARTING: Milliseconds = 3000
/** More people at once are not told of. */
const MOST_PEOPLE = 64
/** Whose last word is remembered, so that nobody can say it again when they have gone. */
const MOST_REMEMBERED = 1000

export interface PresenceOptions {
  readonly verify: (presence: SignedPresence) => Promise<boolean>
  readonly now: () => Milliseconds
  readonly changed: () => void
  /** Ends the connection to a neighbour, and with it every kind of talk. */
  readonly drop: (peer: GossipPeer, why: string) => void
}

interface Heard {
  readonly presence: SignedPresence
  readonly person: Person
  /** Who told it. */
  readonly from: GossipPeer
  /** By its author, with nobody in between. */
  readonly direct: boolean
  expires: Milliseconds
}

interface Neighbour {
  /** Whom it hears by itself. */
  near: ReadonlySet<AuthorPrefix>
  /** The count of each one's last word that it was told, or told. */
  readonly told: Map<AuthorId, number>
  /** Whom it was last told to be heard here. */
  toldNear: string
}

/**
 * Who is here: what each page says of itself goes to its neighbours at once, and by them, once a second, to those
 * of theirs who do not hear it themselves. Nothing of it is kept. Holds no timer.
 */
export class PresenceGossip {
  readonly #options: PresenceOptions
  readonly #neighbours = new Map<GossipPeer, Neighbour>()
  readonly #heard = new Map<AuthorId, Heard>()
  readonly #counts = new Map<AuthorId, number>()
  #work: Promise<void> = Promise.resolve()
  #people: readonly Person[] | null = null
  #me: AuthorId | null = null

  constructor(options: PresenceOptions) {
    this.#options = options
  }

  /** Everybody else who is here, by name; the same array until somebody moves. */
  get people(): readonly Person[] {
    this.#people ??= Array.from(this.#heard.values(), ({ person }) => person).sort(byName)
    return this.#people
  }

  get alone(): boolean {
    return this.#neighbours.size === 0
  }

  join(peer: GossipPeer): void {
    this.#neighbours.set(peer, { near: new Set(), told: new Map(), toldNear: '' })
  }

  leave(peer: GossipPeer): void {
    this.#neighbours.delete(peer)
    for (const heard of this.#heard.values()) {
      if (heard.from === peer) heard.expires = Math.min(heard.expires, this.#options.now() + PARTING)
    }
  }

  /** Tells all neighbours what was just signed here. */
  say(presence: SignedPresence): void {
    this.#me = presence.author
    for (const peer of this.#neighbours.keys()) this.#send(peer, presence, false)
  }

  /** Takes a message; settles when it has been taken in. */
  receive(peer: GossipPeer, message: Extract<NoteMessage, { kind: 'presence' | 'near' }>): Promise<void> {
    const neighbour = this.#neighbours.get(peer)
    if (!neighbour) return Promise.resolve()
    if (message.kind === 'near') {
      neighbour.near = message.near
      return Promise.resolve()
    }
    const { presence, passedOn } = message
    raise(neighbour.told, presence)
    if (!this.#isNews(presence, !passedOn)) return Promise.resolve()
    const verified = this.#options.verify(presence)
    this.#work = this.#work.then(async () => {
      const right = await verified.catch(() => false)
      if (!this.#neighbours.has(peer)) return
      if (!right) this.#options.drop(peer, 'forged')
      else if (this.#isNews(presence, !passedOn)) this.#take(peer, presence, !passedOn)
    })
    return this.#work
  }

  /** Forgets who has gone, and passes on what neighbours have not heard. */
  tick(): void {
    const now = this.#options.now()
    for (const [author, { expires }] of this.#heard) if (expires <= now) this.#forget(author)
    const near = this.#near()
    for (const [peer, neighbour] of this.#neighbours) {
      const names = [...near].join()
      if (names !== neighbour.toldNear) {
        peer.send(serialiseNoteMessage({ kind: 'near', near }))
        neighbour.toldNear = names
      }
    }
    for (const { presence, from } of this.#heard.values()) this.#passOn(presence, from)
  }

  #passOn(presence: SignedPresence, from: GossipPeer): void {
    for (const [peer, { near, told }] of this.#neighbours) {
      if (peer === from || near.has(prefixOf(presence.author))) continue
      if ((told.get(presence.author) ?? -1) < presence.count) this.#send(peer, presence, true)
    }
  }

  /** Of two ways that the same word comes, the one with nobody in between says more. */
  #isNews({ author, count }: SignedPresence, direct: boolean): boolean {
    if (author === this.#me) return false
    const last = this.#counts.get(author) ?? -1
    return count > last || (count === last && direct && this.#heard.get(author)?.direct === false)
  }

  #take(peer: GossipPeer, presence: SignedPresence, direct: boolean): void {
    const { author, count, content } = presence
    this.#remember(author, count)
    const said = content.length === 0 ? null : parsePresence(new TextDecoder().decode(content))
    if (!said) {
      this.#forget(author)
      return this.#passOn(presence, peer)
    }
    if (!this.#heard.has(author) && this.#heard.size >= MOST_PEOPLE) return
    const heardAt = this.#options.now()
    const person = { ...said, author, heardAt, peer: direct ? peer.id : null }
    this.#heard.set(author, { presence, person, from: peer, direct, expires: heardAt + EXPIRY })
    this.#touch()
  }

  #forget(author: AuthorId): void {
    if (this.#heard.delete(author)) this.#touch()
  }

  #remember(author: AuthorId, count: number): void {
    this.#counts.delete(author)
    this.#counts.set(author, count)
    const [oldest] = this.#counts.keys()
    if (this.#counts.size > MOST_REMEMBERED && oldest !== undefined) this.#counts.delete(oldest)
  }

  #near(): ReadonlySet<AuthorPrefix> {
    const direct = [...this.#heard.values()].filter((heard) => heard.direct)
    return new Set(direct.slice(0, MAX_NEAR).map(({ presence }) => prefixOf(presence.author)))
  }

  #send(peer: GossipPeer, presence: SignedPresence, passedOn: boolean): void {
    // It would be old news when it came.
    if (peer.busy) return
    peer.send(serialiseNoteMessage({ kind: 'presence', passedOn, presence }))
    const told = this.#neighbours.get(peer)?.told
    if (told) raise(told, presence)
  }

  #touch(): void {
    this.#people = null
    this.#options.changed()
  }
}

function raise(told: Map<AuthorId, number>, { author, count }: SignedPresence): void {
  // A stranger may name any number of authors.
  if (told.size >= MOST_REMEMBERED) told.clear()
  if ((told.get(author) ?? -1) < count) told.set(author, count)
}

function byName(a: Person, b: Person): number {
  return a.name.localeCompare(b.name, 'en') || (a.author < b.author ? -1 : 1)
}
