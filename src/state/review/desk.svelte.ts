import type { Milliseconds } from '../../core/brand.ts'
import type { InfoHash } from '../../core/infoHash.ts'
import { mayHaveTime, mediaTypeOf } from '../../core/mediaType.ts'
import { followStep } from '../../notes/following.ts'
import type { Note, NoteContent } from '../../notes/noteModel.ts'
import type { NoteRoom } from '../../notes/noteRoom.ts'
import type { Review } from '../../notes/noteRooms.ts'
import type { Person } from '../../notes/presence.ts'
import {
  EVERYTHING,
  filterThreads,
  refsOf,
  writersOf,
  type NoteFilter,
  type Thread,
} from '../../notes/threads.ts'
import {
  drawingsInSight,
  isInSight,
  timeMarks,
  type DrawnNote,
  type Sight,
  type TimeMark,
} from '../../notes/whereabouts.ts'
import type { FileSnapshot, ShareSnapshot } from '../../swarm/snapshot.ts'
import type { Looking } from '../looking.svelte.ts'
import type { Notes } from '../notes.svelte.ts'
import type { Playback } from '../playback.svelte.ts'
import type { Watching } from '../watching.svelte.ts'
import { Draft, type About } from './draft.svelte.ts'

export type { Review } from '../../notes/noteRooms.ts'
export type { Note } from '../../notes/noteModel.ts'
export type { Person } from '../../notes/presence.ts'
export type { NoteFilter, Thread } from '../../notes/threads.ts'
export type { TimeMark } from '../../notes/whereabouts.ts'
/** Shows all of them. */
export const EVERY_NOTE = EVERYTHING

interface DeskDeps {
  readonly notes: Notes
  readonly watching: Watching
  readonly looking: Looking
  readonly infoHash: InfoHash
  /** The share as it is now. */
  readonly share: () => ShareSnapshot
  readonly now: () => Milliseconds
}

/** What is told to who hears the page. */
export type Said =
  /** A span was marked; times as they are typed. */
  | { readonly code: 'marked'; readonly from: string; readonly to: string | null }
  | { readonly code: 'no-notes' | 'no-further-note' }
  /** The text is empty where there is a drawing alone. */
  | {
      readonly code: 'note'
      readonly at: number
      readonly of: number
      readonly by: string
      readonly text: string
    }
  | { readonly code: 'new-note'; readonly by: string; readonly text: string }
  | { readonly code: 'new-notes'; readonly count: number }

/** What is open beside the notes. */
interface Open {
  readonly file: FileSnapshot
  readonly kind: 'film' | 'sound' | 'picture' | 'document'
}

/** One share's review on the page: its notes as they are shown, the one that is chosen, the one being written. */
export class ReviewDesk {
  readonly draft = new Draft()
  filter: NoteFilter = $state.raw(EVERYTHING)
  /** The {@link Note.ref} of the note that is chosen: its drawing lies over what is open. */
  chosen: string | null = $state(null)
  /** Of the picture that is open, where the pointer is. */
  pointer: { readonly x: number; readonly y: number } | null = $state.raw(null)
  /** With whom one watches. */
  following: Person['author'] | null = $state(null)
  /** For who hears the page: told when it changes. */
  said: Said | null = $state.raw(null)

  /** Puts the focus where one writes. */
  type: () => void = () => undefined

  readonly #deps: DeskDeps
  /** Of notes that were here when they were last told; null before all that is kept has been read. */
  #told: ReadonlySet<string> | null = null

  /** Null when another tab has the engine. */
  readonly room: NoteRoom | null = $derived.by(() => this.#deps.notes.room(this.#deps.infoHash))
  /** The private review in which one is; null in the one that is everybody's. */
  readonly review: Review | null = $derived.by(() => this.#deps.notes.review(this.#deps.infoHash))
  /** All private reviews that can be opened here. */
  readonly reviews: readonly Review[] = $derived.by(() => this.#deps.notes.reviews(this.#deps.infoHash))
  /** The one that a link asks for, over the one that is shown. */
  readonly asked: Review | null = $derived.by(() => this.#deps.notes.asked(this.#deps.infoHash))
  // Not from the room above, which stays the same when its notes are others. It keeps its list until then.
  readonly notes: readonly Note[] = $derived.by(() => this.#deps.notes.room(this.#deps.infoHash)?.notes ?? [])
  readonly threads: readonly Thread[] = $derived.by(
    () => this.#deps.notes.room(this.#deps.infoHash)?.threads ?? [],
  )
  readonly shown: readonly Thread[] = $derived(filterThreads(this.threads, this.filter))
  readonly writers = $derived(writersOf(this.notes))
  readonly people: readonly Person[] = $derived.by(() => {
    const { notes, infoHash } = this.#deps
    return notes.people(infoHash).filter(({ author }) => !notes.room(infoHash)?.isHidden(author))
  })
  /** Whose notes are left out on this page. */
  readonly hidden = $derived.by(() => this.#deps.notes.room(this.#deps.infoHash)?.hidden ?? [])
  /** See {@link NoteRoom.full}. */
  readonly full = $derived.by(() => this.#deps.notes.room(this.#deps.infoHash)?.full ?? null)

  /** What plays of this share. */
  readonly playback: Playback | null = $derived.by(() => {
    const playback = this.#deps.watching.programme?.playback
    return playback?.file.shareId === this.#deps.share().id ? playback : null
  })

  readonly open: Open | null = $derived.by(() => {
    const { share, looking, watching } = this.#deps
    const { id, files } = share()
    if (this.playback) {
      const file = files[this.playback.file.index]
      return file ? { file, kind: watching.programme?.kind === 'audio' ? 'sound' : 'film' } : null
    }
    const file = looking.at?.shareId === id ? files[looking.at.index] : undefined
    return file ? { file, kind: isPdf(file) ? 'document' : 'picture' } : null
  })

  /** What the note that is being written is about, as things are now. */
  readonly about: About = $derived(
    this.draft.about === 'open' && !this.open ? 'everything' : this.draft.about,
  )

  /** Whether that has a time: a picture and a document have none. */
  readonly timed: boolean = $derived.by(() => {
    const { about, open } = this
    if (about === 'open') return open?.kind === 'film' || open?.kind === 'sound'
    const { files } = this.#deps.share()
    // Of very many files the first ones tell.
    if (about === 'everything') return files.slice(0, 100).some(({ path }) => mayHaveTime(path.at(-1) ?? ''))
    return mayHaveTime(files[about.file]?.path.at(-1) ?? '')
  })

  /** Whether it has pages. */
  readonly paged: boolean = $derived.by(() => {
    const { about, open } = this
    if (about === 'open') return open?.kind === 'document'
    const file = about === 'everything' ? undefined : this.#deps.share().files[about.file]
    return file !== undefined && isPdf(file)
  })

  /** The page of the document that is open. */
  readonly page: number | null = $derived.by(() => {
    return this.open?.kind === 'document' ? (this.#deps.looking.at?.page ?? 1) : null
  })

  /** What is seen, as far as notes have to know. */
  readonly sight: Sight | null = $derived.by(() => {
    const { open, playback } = this
    if (!open) return null
    const at = playback ? Math.round(playback.currentTime * 1000) : null
    return { file: open.file.index, at, running: playback ? !playback.paused : false }
  })

  /** Notes whose drawings lie over the picture now. */
  readonly drawn: readonly DrawnNote[] = $derived.by(() => {
    const { sight, draft, chosen } = this
    if (!sight || draft.drawing) return []
    const chosenNote = this.notes.find(({ ref }) => ref === chosen)
    return drawingsInSight(chosenNote ? [chosenNote] : allOf(this.shown), sight)
  })

  /** Whether the drawing that is being made lies over the picture now. */
  readonly draftInSight: boolean = $derived.by(() => {
    const { sight, draft } = this
    if (!sight || this.about !== 'open') return false
    const { at, until } = draft
    return draft.drawing || isInSight({ file: sight.file, at: sight.at === null ? null : at, until }, sight)
  })

  readonly marks: readonly TimeMark[] = $derived.by(() => {
    const notes = this.shown.map(({ note }) => note)
    const { playback } = this
    return playback ? timeMarks(notes, playback.file.index, playback.duration * 1000) : []
  })

  constructor(deps: DeskDeps) {
    this.#deps = deps
  }

  /** False in a private review that was opened by its read-only link. */
  get canWrite(): boolean {
    return this.room?.canWrite ?? false
  }

  isMine(note: Note): boolean {
    return this.room?.isMine(note) ?? false
  }

  /** Whether an answer that is written here would be seen. */
  mayAnswer(thread: Thread): boolean {
    return this.room?.hasRoomIn(thread) ?? false
  }

  /** The moment that is shown, in a film or a piece of music. */
  get moment(): Milliseconds | null {
    return this.playback ? Math.round(this.playback.exactTime * 1000) : null
  }

  /** A note is begun: the film stands at what it is about. */
  begin(): void {
    const { draft, moment } = this
    if (this.about !== 'open' || moment === null || draft.from.trim() !== '') return
    this.playback?.pause()
    draft.pin(moment)
  }

  /** A span begins or ends at a moment. */
  mark(side: 'begin' | 'end', moment: Milliseconds): void {
    this.draft.about = 'open'
    if (side === 'begin') this.draft.begin(moment)
    else this.draft.end(moment)
    const { from, to } = this.draft
    this.said = { code: 'marked', from, to: to === '' ? null : to }
  }

  /** Takes up the pen, or puts it away. */
  draw(on: boolean): void {
    if (on && this.open?.kind !== 'film' && this.open?.kind !== 'picture') return
    this.draft.drawing = on
    if (!on) return
    this.chosen = null
    this.draft.about = 'open'
    this.playback?.pause()
    const { moment, draft } = this
    if (draft.strokes.length > 0 && draft.at !== null) this.playback?.seek((draft.at + 1) / 1000)
    else if (moment !== null) draft.begin(moment)
  }

  /** Adds the note that is being written. Rejects as the room does. */
  async add(): Promise<void> {
    const { draft } = this
    if (draft.empty || draft.problem !== null) return
    const content = this.#content()
    await this.room?.add(content)
    draft.clear()
  }

  async answer(note: Note, text: string): Promise<void> {
    const place = { file: note.file, at: null, until: null, page: null }
    await this.room?.add({ text, ...place, drawing: null, by: null, answers: note.ref })
  }

  #content(): NoteContent {
    const { draft, open, about, timed } = this
    const { at, until } = draft
    const typed = Number(draft.page) || null
    const said = { text: draft.text.trim(), by: null, answers: null }
    if (about === 'open' && open) {
      const from = timed ? (at ?? this.moment) : null
      const page = open.kind === 'document' ? (typed ?? this.page) : null
      const drawing = draft.strokes.length > 0 ? draft.strokes : null
      return { ...said, file: open.file.index, at: from, until: timed ? until : null, page, drawing }
    }
    const file = typeof about === 'object' ? about.file : null
    const time = timed ? { at, until } : { at: null, until: null }
    return { ...said, file, ...time, page: this.paged ? typed : null, drawing: null }
  }

  /** Shows a note where it belongs: its file, its moment or its page, its drawing. */
  async choose(note: Note): Promise<void> {
    const { watching, looking, share } = this.#deps
    this.chosen = note.ref
    this.draft.drawing = false
    const file = note.file === null ? undefined : share().files[note.file]
    if (!file) return
    const kind = mediaTypeOf(file.path.at(-1) ?? '')?.kind
    if (kind === 'image' || kind === 'pdf') {
      if (file.progress < 1) return
      watching.stop()
      looking.open(share().id, file.index, note.page ?? 1)
    } else if (note.at !== null) {
      // A moment a little after that of the note is sure to be in the same frame.
      const seconds = (note.at + 1) / 1000
      if (this.playback?.file.index === file.index) {
        this.playback.pause()
        this.playback.seek(seconds)
      } else if (kind === 'video' || kind === 'audio' || kind === 'playlist') {
        await watching.play(share(), file, { at: seconds, paused: true })
      }
    }
  }

  /** To the next of the notes that are shown, or the one before: from the chosen one, else from the playhead. */
  step(by: 1 | -1): void {
    const notes = this.shown.map(({ note }) => note)
    const at = notes.findIndex(({ ref }) => ref === this.chosen)
    const next = at >= 0 ? at + by : this.#besidePlayhead(notes, by)
    const note = notes[next]
    if (!note) {
      this.said = { code: notes.length === 0 ? 'no-notes' : 'no-further-note' }
      return
    }
    this.said = {
      code: 'note',
      at: next + 1,
      of: notes.length,
      by: note.by ?? note.name,
      text: heard(note),
    }
    void this.choose(note)
  }

  /** In a list of notes by file and time, the place of the first after what is seen, or of the last before it. */
  #besidePlayhead(notes: readonly Note[], by: 1 | -1): number {
    const { sight } = this
    if (!sight) return by > 0 ? 0 : notes.length - 1
    const isAfter = ({ file, at }: Note) =>
      (file ?? -1) > sight.file || (file === sight.file && (at ?? -1) > (sight.at ?? -1))
    const first = notes.findIndex(isAfter)
    if (by > 0) return first < 0 ? notes.length : first
    return (first < 0 ? notes.length : first) - 1
  }

  /** What somebody does who plays on: no note is chosen any more, and the pen is put away. */
  runs(): void {
    this.chosen = null
    this.draft.drawing = false
  }

  /** Tells the others where one is; to be called whenever that may have changed. */
  show(): void {
    const { sight, room, pointer, moment } = this
    room?.show({ file: sight?.file ?? null, at: moment, playing: sight?.running ?? false, pointer })
  }

  async makePrivate(): Promise<void> {
    await this.#deps.notes.makePrivate(this.#deps.infoHash)
    this.#begins()
  }

  /** See {@link Notes.leavePrivate}. */
  async leavePrivate(notes: boolean): Promise<void> {
    await this.#deps.notes.leavePrivate(this.#deps.infoHash, notes)
    this.#begins()
  }

  /** Goes to another review of the share; null: to the one that is everybody's. */
  async goTo(review: Review | null): Promise<void> {
    this.room?.show(null)
    await this.#deps.notes.show(this.#deps.infoHash, review)
    this.#begins()
  }

  /** Answers what a link has asked. */
  async decide(goes: boolean): Promise<void> {
    if (goes) this.room?.show(null)
    await this.#deps.notes.decide(this.#deps.infoHash, goes)
    if (goes) this.#begins()
  }

  /** Among other notes: none of them is new, chosen or left out. */
  #begins(): void {
    this.#told = null
    this.chosen = null
    this.filter = EVERYTHING
    this.following = null
  }

  /** Says what others have written since it was last asked to. */
  tellNew(notes: readonly Note[]): void {
    const told = this.#told
    const fresh = told ? notes.filter((note) => !told.has(note.ref) && !this.isMine(note)) : []
    this.#told = refsOf(notes)
    const [note] = fresh
    if (!note) return
    this.said =
      fresh.length > 1
        ? { code: 'new-notes', count: fresh.length }
        : { code: 'new-note', by: note.name, text: heard(note) }
  }

  /** The page of the share is left. */
  leave(): void {
    this.follow(null)
    this.room?.show(null)
  }

  /** Watches what another one watches, when and where they do, until it is ended. */
  follow(author: Person['author'] | null): void {
    this.following = author
    if (author !== null) this.keepUp(this.people)
  }

  /** Goes where the one goes with whom one watches; with nobody once they have gone. */
  keepUp(people: readonly Person[]): void {
    if (this.following === null) return
    const person = people.find(({ author }) => author === this.following)
    if (person) void this.#join(person)
    else this.following = null
  }

  async #join(person: Person): Promise<void> {
    const { watching, looking, share, now } = this.#deps
    const file = person.file === null ? undefined : share().files[person.file]
    if (!file || watching.starting) return
    if (person.at === null) {
      const isOpen = this.open?.file.index === file.index
      if (!isOpen && file.progress >= 1 && mediaTypeOf(file.path.at(-1) ?? '')?.kind === 'image') {
        watching.stop()
        looking.open(share().id, file.index)
      }
      return
    }
    const { playback } = this
    if (playback?.file.index !== file.index) {
      await watching.play(share(), file, { at: person.at / 1000, paused: !person.playing })
      return
    }
    const mine = { at: this.moment ?? 0, playing: !playback.paused }
    const age = Math.max(0, now() - person.heardAt)
    const { seek, play } = followStep(mine, { at: person.at, playing: person.playing }, age)
    if (seek !== null) playback.seek(seek / 1000)
    if (play === true) await playback.play()
    else if (play === false) playback.pause()
  }
}

/** Nobody listens to pages of it unasked. */
function heard({ text }: Note): string {
  const MOST = 300
  return text.length > MOST ? `${text.slice(0, MOST)}…` : text
}

function* allOf(threads: readonly Thread[]): Generator<Note> {
  for (const { note, answers } of threads) {
    yield note
    yield* answers
  }
}

function isPdf(file: FileSnapshot): boolean {
  return mediaTypeOf(file.path.at(-1) ?? '')?.kind === 'pdf'
}
