import type { Milliseconds } from '../../core/brand.ts'
import type { OfferId, PeerId } from '../../wire/trackerMessages.ts'
import type { Carrier } from '../link/carrier.ts'
import type { PeerLink } from '../link/peerLink.ts'
import { Acquaintance } from './acquaintance.ts'
import { isProvable, type Identity } from './identity.ts'
import type { Meeting } from './meeting.ts'

/** A connection that is being made is waited for so long before another is made for another share. */
const PATIENCE: Milliseconds = 6_000

/** Somebody who is there answers within a round trip. */
const SOON: Milliseconds = 300

/** Shares move from one connection to another in an instant, unless one end is not ready: then it is tried again. */
const MOVE_AGAIN: Milliseconds = 2_000
const MOST_MOVES = 8

/** Of one page: everybody who claims to be it. */
interface Person {
  readonly acquaintances: Set<Acquaintance>
  /** Connections that are being made. Each settles once it is known who is at the other end; false if it is not. */
  readonly making: Set<Promise<boolean>>
  /** Shares are moving to the one connection that stays. */
  isMoving: boolean
}

/**
 * The people whom this page is connected to, whichever share it met them in. Two pages that are in several shares need
 * one connection: whoever a tracker or a neighbour names, and is there already, is asked over its own connection.
 */
export class People {
  readonly #identity: Identity
  readonly #now: () => Milliseconds
  readonly #meetings = new Set<Meeting>()
  readonly #known = new WeakMap<Carrier, Acquaintance>()
  readonly #people = new Map<string, Person>()

  constructor(identity: Identity, now: () => Milliseconds) {
    this.#identity = identity
    this.#now = now
  }

  /**
   * A share has begun: everybody here is asked for it, unless it is private. Only who is in it can tell which it is.
   * Settles when all have answered who answer soon; null where there is nobody to ask.
   */
  join(meeting: Meeting): Promise<void> | null {
    this.#meetings.add(meeting)
    if (meeting.isPrivate) return null
    const here = [...this.#people.values()].flatMap(({ acquaintances }) => reachable(acquaintances) ?? [])
    return here.length > 0 ? within(Promise.all(here.map((each) => each.ask(meeting, null))), SOON) : null
  }

  leave(meeting: Meeting): void {
    this.#meetings.delete(meeting)
  }

  /**
   * A connection to this one is about to be made, for whichever share.
   *
   * @param making null when it came to nothing
   */
  making(id: string, making: Promise<PeerLink | null>): void {
    if (!this.#identity.keys || !isProvable(id)) return
    const person = this.#personOf(id)
    const proved = making.then((link) => (link ? this.meet(link.carrier) : false))
    person.making.add(proved)
    void proved.then(() => {
      person.making.delete(proved)
      this.#forgetIfGone(id)
    })
  }

  /** A connection is there, or about to open; true once it is known who is at the other end. */
  meet(carrier: Carrier): Promise<boolean> {
    const { peerId } = carrier
    if (!this.#identity.keys || !isProvable(peerId) || carrier.ended.aborted) return Promise.resolve(false)
    const present = this.#known.get(carrier)
    if (present) return present.proved
    const person = this.#personOf(peerId)
    const acquaintance = new Acquaintance(carrier, {
      identity: this.#identity,
      meetings: () => this.#meetings,
      now: this.#now,
      known: () => this.#introduced(acquaintance, person),
      settled: async () => {
        await within(Promise.all(person.making), PATIENCE)
      },
    })
    this.#known.set(carrier, acquaintance)
    person.acquaintances.add(acquaintance)
    person.making.add(acquaintance.proved)
    void acquaintance.proved.then(() => person.making.delete(acquaintance.proved))
    carrier.ended.addEventListener('abort', () => {
      person.acquaintances.delete(acquaintance)
      this.#forgetIfGone(peerId)
    })
    return acquaintance.proved
  }

  /**
   * Somebody was named in a share. Settles when no other connection is needed for it, because there is a link by then:
   * true. Null where nobody of that id is here, or about to be.
   *
   * @param offerId of the offer that came from this one
   */
  reach(meeting: Meeting, id: PeerId, offerId: OfferId | null): Promise<boolean> | null {
    const person = this.#people.get(id)
    if (!person) return null
    if (person.making.size === 0 && !reachable(person.acquaintances)) return null
    return this.#reach(person, meeting, id, offerId)
  }

  async #reach(person: Person, meeting: Meeting, id: PeerId, offerId: OfferId | null): Promise<boolean> {
    if (!reachable(person.acquaintances)) await oneOf([...person.making])
    if (!meeting.wants(id)) return true
    return (await reachable(person.acquaintances)?.ask(meeting, offerId)) ?? false
  }

  #introduced(acquaintance: Acquaintance, person: Person): void {
    for (const other of person.acquaintances) if (other !== acquaintance) unite(acquaintance, other)
    void this.#move(person, acquaintance.peerId)
    for (const meeting of this.#meetings) {
      if (meeting.isLonely && !meeting.isPrivate) void reachable(person.acquaintances)?.ask(meeting, null)
    }
  }

  /** Asks for what goes over spare connections, over the one that stays; the end with the lower id does. */
  async #move(person: Person, peerId: PeerId | null): Promise<void> {
    if (person.isMoving || peerId === null || this.#identity.peerId > peerId) return
    person.isMoving = true
    for (let moves = 0; moves < MOST_MOVES && hasSpare(person); moves++) {
      const kept = reachable(person.acquaintances)
      for (const meeting of this.#meetings)
        if (meeting.isLinked(peerId) && meeting.wants(peerId)) void kept?.ask(meeting, null, true)
      await new Promise((resolve) => setTimeout(resolve, MOVE_AGAIN))
    }
    person.isMoving = false
  }

  #personOf(id: string): Person {
    const person = this.#people.get(id) ?? {
      acquaintances: new Set(),
      making: new Set(),
      isMoving: false,
    }
    this.#people.set(id, person)
    return person
  }

  #forgetIfGone(id: string): void {
    const person = this.#people.get(id)
    if (person?.acquaintances.size === 0 && person.making.size === 0) this.#people.delete(id)
  }
}

/** Both ends have connected to each other at once, for two shares: the one stays whose name comes first, if it is enough. */
function unite(one: Acquaintance, other: Acquaintance): void {
  if (![one, other].every((each) => each.isReachable && each.hasRoom(0))) return
  const [kept, spare] = (one.name ?? '') < (other.name ?? '') ? [one, other] : [other, one]
  if (kept.hasRoom(spare.carrier.size)) spare.carrier.isSpare = true
}

function hasSpare({ acquaintances }: Person): boolean {
  return [...acquaintances].some(({ carrier }) => carrier.isSpare)
}

/** The one over whose connection something can be asked. */
function reachable(acquaintances: Iterable<Acquaintance>): Acquaintance | undefined {
  return [...acquaintances].find((each) => each.isReachable && each.hasRoom())
}

/** Settles once one of them is known, or none will be. */
async function oneOf(making: readonly Promise<boolean>[]): Promise<void> {
  const known = making.map(async (proved) => {
    if (!(await proved)) throw new Error('not-known')
  })
  await within(
    Promise.any(known).catch(() => undefined),
    PATIENCE,
  )
}

async function within(work: Promise<unknown>, patience: Milliseconds): Promise<void> {
  const { promise: late, resolve } = Promise.withResolvers<undefined>()
  const timer = setTimeout(resolve, patience, undefined)
  await Promise.race([work, late])
  clearTimeout(timer)
}
