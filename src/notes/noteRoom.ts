import type { Milliseconds } from '../core/brand.ts'
import type { NoteStore } from '../storage/noteStore.ts'
import type { NoteHandler } from '../swarm/wireNotes.ts'
import { parseEnvelope, type AuthorId } from '../wire/noteEnvelope.ts'
import { nextTask } from '../swarm/nextTask.ts'
import { UnseenAnswers, type Answer } from './answers.ts'
import { Checks } from './checks.ts'
import { ASK_INTERVAL, Gossip } from './gossip.ts'
import {
  noteEntry,
  parseRef,
  profileEntry,
  refOf,
  resolveEntry,
  type Note,
  type NoteContent,
} from './noteModel.ts'
import { hasRoomFor } from './fullThread.ts'
import { KeptNotes, type Writer } from './keptNotes.ts'
import { OwnAuthor } from './ownAuthor.ts'
import { Pauses } from './pauses.ts'
import { portionsOf } from './portions.ts'
import type { Profile } from './profile.ts'
import { OwnPresence } from './ownPresence.ts'
import { serialisePresence, type Person, type Whereabouts } from './presence.ts'
import { PresenceGossip, TICK } from './presenceGossip.ts'
import { NoteReplica } from './replica.ts'
import { signPresence, Verifier, type RoomKeys, type VerifiedEnvelope } from './signing.ts'
import { ShownNotes } from './shownNotes.ts'
import type { Thread } from './threads.ts'
import { NotesError } from './problems.ts'
import { untilLoaded } from './untilLoaded.ts'

/** Envelopes that this browser has kept and that are checked at the same time. */
const CHECKED_AT_ONCE = 64

export interface NoteRoomOptions {
  /** The keys of a private review have to be derived first. */
  readonly keys: Promise<RoomKeys>
  /** False for who only reads along in a private review, and is not seen there. */
  readonly canWrite: boolean
  /** Null where the browser keeps nothing: then notes last as long as the page. */
  readonly store: NoteStore | null
  readonly profile: () => Profile
  readonly now: () => Milliseconds
  /** 0…1 */
  readonly random: () => number
  /** The notes are others now. */
  readonly changed: () => void
  /** Somebody has come, moved or gone. */
  readonly peopleChanged: () => void
  /** This page shows the review now, or no longer. */
  readonly shown: () => void
}

/** The notes on one share: kept in this browser, and equal to those of everybody connected. */
export class NoteRoom {
  /** What the swarm brings. */
  readonly handler: NoteHandler
  /** Settles when what is kept has been read: nothing is written or told before. */
  readonly loaded: Promise<void>
  readonly #options: NoteRoomOptions
  readonly #replica = new NoteReplica((author) => {
    this.#kept.forget(author).catch(() => undefined)
    this.#notes.touch()
  })
  readonly #verifier: Verifier
  readonly #gossip: Gossip
  readonly #presence: PresenceGossip
  readonly #own: OwnPresence
  readonly #timers: readonly ReturnType<typeof setInterval>[]
  readonly #author: OwnAuthor
  #count = 0
  readonly #kept: KeptNotes
  readonly #pauses: Pauses
  readonly #notes: ShownNotes
  readonly #answers = new UnseenAnswers((note) => this.isMine(note))
  #wasFull: 'here' | 'elsewhere' | null = null
  #writing: Promise<void>
  #closed = false

  constructor(options: NoteRoomOptions) {
    this.#options = options
    this.#kept = new KeptNotes(
      options.store,
      options.keys.then(({ name }) => name),
    )
    this.#pauses = new Pauses(options.now, nextTask)
    const { now, changed } = options
    this.#notes = new ShownNotes({ replica: this.#replica, pauses: this.#pauses, now, changed })
    this.#author = new OwnAuthor({ keys: options.keys, kept: this.#kept, replica: this.#replica })
    this.#verifier = new Verifier(options.keys)
    const checks = new Checks(options.now, wait)
    this.#gossip = new Gossip({
      replica: this.#replica,
      verify: (envelope) => checks.run(() => this.#verifier.verify(envelope)).catch(() => null),
      now: options.now,
      pauses: this.#pauses,
      random: options.random,
      applied: (envelope) => {
        this.#kept.addLater(envelope)
        this.#notes.touch()
      },
      forked: (fork) => {
        this.#kept.addFork(fork).catch(() => undefined)
        this.#notes.touch()
      },
      own: () => this.#author.id,
      refusing: () => {
        if (this.full !== this.#wasFull) options.changed()
        this.#wasFull = this.full
      },
      presence: (peer, message) => this.#presence.receive(peer, message),
    })
    this.#presence = new PresenceGossip({
      verify: (presence) => this.#verifier.verifyPresence(presence),
      now: options.now,
      changed: options.peopleChanged,
      drop: (peer, why) => void this.#gossip.drop(peer, why),
    })
    this.#own = new OwnPresence((where) => void this.#say(where), options.now)
    this.#timers = [
      setInterval(() => this.#gossip.tick(), ASK_INTERVAL),
      setInterval(() => this.#tick(), TICK),
    ]
    this.loaded = this.#load()
    this.#writing = this.loaded
    this.handler = untilLoaded(this.loaded, {
      joined: (peer) => {
        this.#gossip.join(peer)
        this.#presence.join(peer)
        this.#own.again()
      },
      left: (peer) => {
        this.#gossip.leave(peer)
        this.#presence.leave(peer)
      },
      received: (peer, message) => {
        void this.#gossip.receive(peer, message)
      },
    })
  }

  /** See {@link ShownNotes}. */
  get notes(): readonly Note[] {
    return this.#notes.notes
  }

  get threads(): readonly Thread[] {
    return this.#notes.threads
  }

  /** What others have said to the person of this page and that was not seen yet; the same array until it is another. */
  get unseen(): readonly Answer[] {
    return this.#answers.among(this.threads)
  }

  /** The person of this page has seen these answers, by their {@link Note.ref}s. */
  async see(refs: readonly string[]): Promise<void> {
    const lines = this.#answers.see(refs, this.threads)
    this.#options.changed()
    await this.#kept.putSeen(lines)
  }

  /** Whether an answer that is written here would be seen. */
  hasRoomIn({ full }: Thread): boolean {
    return full === null || hasRoomFor(full, this.#author.id)
  }

  /**
   * What does not fit any more: something that others have written, on this page; or what is written on this page,
   * on that of somebody else.
   */
  get full(): 'here' | 'elsewhere' | null {
    if (this.#gossip.refused) return 'elsewhere'
    return this.#replica.full ? 'here' : null
  }

  /** Whose notes are left out on this page. */
  get hidden(): readonly Writer[] {
    return [...this.#notes.hidden.values()]
  }

  isHidden(author: AuthorId): boolean {
    return this.#notes.hidden.has(author)
  }

  /** Leaves out what somebody writes, on this page and from now on, or shows it again. */
  async hide({ author, name, colour }: Writer, hidden: boolean): Promise<void> {
    if (author === this.#author.id) return
    const writers = new Map(this.#notes.hidden)
    if (hidden) writers.set(author, { author, name, colour })
    else writers.delete(author)
    this.#notes.hide(writers)
    await this.#notes.read()
    await this.#kept.putHidden(writers.values())
  }

  get canWrite(): boolean {
    return this.#options.canWrite
  }

  /** Everybody else who has this share open now; the same array until somebody comes, moves or goes. */
  get people(): readonly Person[] {
    return this.#presence.people
  }

  /**
   * Tells people where one is: to be called at every move, it is told five times a second at most, with the
   * profile's name and colour. Null: one is not here any more.
   */
  show(where: Whereabouts | null): void {
    const before = this.#own.isHere
    this.#own.show(where)
    if (this.#own.isHere !== before) this.#options.shown()
  }

  /** Whether there is anything to be told, or somebody here who may have something. */
  get isSociable(): boolean {
    return this.#own.isHere || this.#replica.logs.size > 0
  }

  isMine(note: Note): boolean {
    return note.author === this.#author.id
  }

  async add(content: NoteContent): Promise<void> {
    await this.addAll([content])
  }

  /** Adds notes in as few changes as they fit into; answers their {@link Note.ref}s, in the same order. */
  async addAll(contents: readonly NoteContent[]): Promise<readonly string[]> {
    const refs: string[] = []
    for (const portion of portionsOf(contents)) {
      for (const { answers } of portion)
        if (!this.#mayAnswer(answers)) throw new NotesError({ code: 'thread-full' })
      const entries = portion.map((content, at) => {
        // Each a little later than the one before, so that they stay in this order.
        return noteEntry(newId(), content, this.#options.now() + at, null)
      })
      await this.#write(() => entries)
      const { author } = await this.#author.identify()
      refs.push(...entries.map(([key]) => refOf(author, key.slice(2))))
    }
    return refs
  }

  #mayAnswer(ref: string | null): boolean {
    const thread = ref === null ? undefined : this.threads.find(({ note }) => note.ref === ref)
    return !thread || this.hasRoomIn(thread)
  }

  /** Takes notes as settled, whoever wrote them. */
  async resolveAll(refs: readonly string[]): Promise<void> {
    const MARKS_AT_ONCE = 30
    for (let at = 0; at < refs.length; at += MARKS_AT_ONCE) {
      const some = refs.slice(at, at + MARKS_AT_ONCE)
      await this.#write(() => some.map((ref) => resolveEntry(ref, true, this.#notes.nextClock(ref))))
    }
  }

  edit(note: Note, text: string): Promise<void> {
    const id = parseRef(note.ref)?.id
    if (!this.isMine(note) || id === undefined) return Promise.resolve()
    return this.#write(() => [noteEntry(id, { ...note, text }, note.made, this.#options.now())])
  }

  remove(note: Note): Promise<void> {
    const id = parseRef(note.ref)?.id
    if (!this.isMine(note) || id === undefined) return Promise.resolve()
    return this.#write(() => [[`n:${id}`, undefined]])
  }

  resolve(note: Note, resolved: boolean): Promise<void> {
    return this.#write(() => [resolveEntry(note.ref, resolved, this.#notes.nextClock(note.ref))])
  }

  /** Settles when all that was written is kept. */
  async close(): Promise<void> {
    this.#closed = true
    this.#notes.close()
    for (const timer of this.#timers) clearInterval(timer)
    this.#own.end()
    await this.#writing.catch(() => undefined)
    await this.#kept.settled()
  }

  /** One after the other; kept before it is told, so that a crash never makes this author say two things at once. */
  #write(entries: () => readonly (readonly [string, unknown])[]): Promise<void> {
    const written = this.#writing.then(async () => {
      if (this.#closed) throw new NotesError({ code: 'notes-taken-over' })
      if (!this.canWrite) throw new NotesError({ code: 'reads-only' })
      const identity = await this.#author.identify()
      const changes = new Map([profileEntry(this.#options.profile()), ...entries()])
      const keep = (envelope: VerifiedEnvelope) => this.#kept.add(envelope)
      for (const envelope of await this.#replica.write(identity, changes, keep)) {
        this.#gossip.publish(envelope)
      }
      await this.#notes.read()
    })
    this.#writing = written.catch(() => undefined)
    return written
  }

  #tick(): void {
    this.#presence.tick()
    this.#own.tick()
  }

  /** What nobody would hear is not signed. */
  async #say(where: Whereabouts | null): Promise<void> {
    if (this.#presence.alone || this.#closed || !this.canWrite) return
    const json = where && serialisePresence({ ...this.#options.profile(), ...where })
    this.#count = Math.max(this.#count + 1, this.#options.now())
    const said = { count: this.#count, content: new TextEncoder().encode(json ?? '') }
    try {
      await this.loaded
      this.#presence.say(await signPresence(await this.#author.identify(), said))
    } catch {
      // A browser without Ed25519 reads along, and is not seen.
    }
  }

  async #load(): Promise<void> {
    const kept = await this.#kept.load()
    if (!kept) return
    const { envelopes, forks, identity, hidden, seen } = kept
    this.#answers.restore(seen)
    this.#notes.hide(new Map(hidden.map((writer) => [writer.author, writer])))
    if (identity && this.canWrite) await this.#author.restore(identity)
    for (let at = 0; at < envelopes.length; at += CHECKED_AT_ONCE) {
      const some = envelopes.slice(at, at + CHECKED_AT_ONCE)
      for (const envelope of await Promise.all(some.map((bytes) => this.#verify(bytes)))) {
        if (envelope) this.#replica.accept(envelope, await this.#replica.prepare(envelope, this.#pauses))
        if (this.#pauses.due) await this.#pauses.rest()
      }
    }
    for (const [first, second] of forks) {
      const pair = await Promise.all([first, second].map((bytes) => this.#verify(bytes ?? new Uint8Array())))
      if (pair[0] && pair[1]) this.#replica.acceptFork([pair[0], pair[1]])
    }
    await this.#notes.read()
  }

  /** What this browser kept is verified as what comes from others: a disk may have damaged it. */
  #verify(bytes: Uint8Array): Promise<VerifiedEnvelope | null> {
    const envelope = parseEnvelope(bytes)
    return envelope ? this.#verifier.verify(envelope) : Promise.resolve(null)
  }
}

function wait(time: Milliseconds): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, time))
}

function newId(): string {
  return crypto.randomUUID().replaceAll('-', '').slice(0, 12)
}
