import type { Milliseconds } from '../../core/brand.ts'
import type { InfoHash } from '../../core/infoHash.ts'
import { leadsTo, type NoteAnchor } from '../../core/noteLink.ts'
import type { PenDid } from '../../core/drawing/keyPen.ts'
import { mayHaveTime, mediaTypeOf } from '../../core/mediaType.ts'
import type { Note, NoteContent } from '../../notes/noteModel.ts'
import type { NoteRoom } from '../../notes/noteRoom.ts'
import type { Review } from '../../notes/noteRooms.ts'
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
  type TimeMark,
} from '../../notes/whereabouts.ts'
import type { FileSnapshot } from '../../swarm/snapshot.ts'
import type { Notes } from '../notes.svelte.ts'
import { Answers } from './answers.svelte.ts'
import { Comparison, type ComparisonDeps, type Row } from './comparison.svelte.ts'
import { Company } from './company.svelte.ts'
import { Draft, type About } from './draft.svelte.ts'
import { Scene, type SceneDeps } from './scene.svelte.ts'

export type { Review } from '../../notes/noteRooms.ts'
export type { Note } from '../../notes/noteModel.ts'
export type { Person } from '../../notes/presence.ts'
export type { NoteFilter, Thread } from '../../notes/threads.ts'
export type { TimeMark } from '../../notes/whereabouts.ts'
/** Shows all of them. */
export const EVERY_NOTE = EVERYTHING

interface DeskDeps extends SceneDeps {
  readonly notes: Notes
  readonly infoHash: InfoHash
  /** The note that the page's address leads to. */
  readonly wanted: () => NoteAnchor | null
  readonly now: () => Milliseconds
  /** All that the page has: a second version may be in another share. */
  readonly shares: ComparisonDeps<unknown>['shares']
  /** The first version's, where this is the second one's. */
  readonly first?: ReviewDesk
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
  /** A pen that keys move: where it is, in parts of a hundred, and what it has done. */
  | { readonly code: 'pen'; readonly did: PenDid; readonly across: number; readonly down: number }
  | { readonly code: 'new-note'; readonly by: string; readonly text: string }
  | { readonly code: 'new-notes'; readonly count: number }

/** One share's review on the page: its notes as they are shown, the one that is chosen, the one being written. */
export class ReviewDesk {
  readonly draft = new Draft()
  filter: NoteFilter = $state.raw(EVERYTHING)
  /** The {@link Note.ref} of the note that is chosen: its drawing lies over what is open. */
  chosen: string | null = $state(null)
  /** Of the picture that is open, where the pointer is. */
  pointer: { readonly x: number; readonly y: number } | null = $state.raw(null)
  #said: Said | null = $state.raw(null)

  /** Puts the focus where one writes. */
  type: () => void = () => undefined

  readonly scene: Scene
  readonly company: Company
  readonly answers: Answers
  readonly comparison: Comparison<ReviewDesk>
  readonly #deps: DeskDeps
  /** The last one that the address led to, once it was found. */
  #found: NoteAnchor | null = null
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
  /** Whose notes are left out on this page. */
  readonly hidden = $derived.by(() => this.#deps.notes.room(this.#deps.infoHash)?.hidden ?? [])
  /** See {@link NoteRoom.full}. */
  readonly full = $derived.by(() => this.#deps.notes.room(this.#deps.infoHash)?.full ?? null)

  /** What the note that is being written is about, as things are now. */
  readonly about: About = $derived.by(() => {
    const { about } = this.draft
    return about === 'open' && !this.scene.open ? 'everything' : about
  })

  /** Whether that has a time: a picture and a document have none. */
  readonly timed: boolean = $derived.by(() => {
    const { about } = this
    const { open } = this.scene
    if (about === 'open') return open?.kind === 'film' || open?.kind === 'sound'
    const { files } = this.#deps.share()
    // Of very many files the first ones tell.
    if (about === 'everything') return files.slice(0, 100).some(({ path }) => mayHaveTime(path.at(-1) ?? ''))
    return mayHaveTime(files[about.file]?.path.at(-1) ?? '')
  })

  /** Whether it has pages. */
  readonly paged: boolean = $derived.by(() => {
    const { about } = this
    const { open } = this.scene
    if (about === 'open') return open?.kind === 'document'
    const file = about === 'everything' ? undefined : this.#deps.share().files[about.file]
    return file !== undefined && isPdf(file)
  })

  /** Notes whose drawings lie over the picture now. */
  readonly drawn: readonly DrawnNote[] = $derived.by(() => {
    const { draft, chosen } = this
    const { sight } = this.scene
    if (!sight || draft.drawing) return []
    const chosenNote = this.notes.find(({ ref }) => ref === chosen)
    return drawingsInSight(chosenNote ? [chosenNote] : allOf(this.shown), sight)
  })

  /** Whether the drawing that is being made lies over the picture now. */
  readonly draftInSight: boolean = $derived.by(() => {
    const { draft } = this
    const { sight } = this.scene
    if (!sight || this.about !== 'open') return false
    const { at, until } = draft
    const page = sight.page === null ? null : Number(draft.page) || null
    return (
      draft.drawing || isInSight({ file: sight.file, at: sight.at === null ? null : at, until, page }, sight)
    )
  })

  /** Whether something lies over what is open, or is about to: a document is shown as pictures of its pages then. */
  readonly drawsOver: boolean = $derived.by(
    () => this.draft.drawing || this.drawn.length > 0 || (this.draftInSight && this.draft.strokes.length > 0),
  )

  readonly marks: readonly TimeMark[] = $derived.by(() => {
    const notes = this.shown.map(({ note }) => note)
    const { playback } = this.scene
    return playback ? timeMarks(notes, playback.file.index, playback.duration * 1000) : []
  })

  constructor(deps: DeskDeps) {
    this.#deps = deps
    this.scene = new Scene(deps)
    this.company = new Company({ ...deps, scene: this.scene })
    this.answers = new Answers(deps)
    this.comparison = new Comparison({
      ...deps,
      desk: this,
      deskOf: (infoHash, share, watching) =>
        new ReviewDesk({
          ...deps,
          infoHash,
          share,
          watching,
          first: this,
          wanted: () => null,
          leader: () => ({ playback: this.scene.playback, offset: this.comparison.offset }),
        }),
    })
  }

  /** For who hears the page: told when it changes. Of two versions it is said in one place. */
  get said(): Said | null {
    return this.#deps.first?.said ?? this.#said
  }

  set said(said: Said | null) {
    if (this.#deps.first) this.#deps.first.said = said
    else this.#said = said
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

  /** A note is begun: the film stands at what it is about. */
  begin(): void {
    const { draft } = this
    const { moment } = this.scene
    if (this.about !== 'open' || moment === null || draft.from.trim() !== '') return
    this.scene.pause()
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
  draw(on: boolean, byKeys = false): void {
    const { open, moment } = this.scene
    if (on && (!open || open.kind === 'sound')) return
    this.draft.drawing = on
    this.draft.byKeys = byKeys
    if (!on) return
    this.chosen = null
    this.draft.about = 'open'
    this.scene.pause()
    const { draft } = this
    const { page } = this.scene
    if (page !== null) {
      // Back to the page that has strokes already.
      if (draft.strokes.length > 0 && Number(draft.page) > 0) this.scene.turnTo(Number(draft.page))
      else draft.page = String(page)
    } else if (draft.strokes.length > 0 && draft.at !== null) this.scene.seek((draft.at + 1) / 1000)
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
    const { draft, about, timed } = this
    const { open, moment, page: shown } = this.scene
    const { at, until } = draft
    const typed = Number(draft.page) || null
    const said = { text: draft.text.trim(), by: null, answers: null }
    if (about === 'open' && open) {
      const from = timed ? (at ?? moment) : null
      const page = open.kind === 'document' ? (typed ?? shown) : null
      const drawing = draft.strokes.length > 0 ? draft.strokes : null
      return { ...said, file: open.file.index, at: from, until: timed ? until : null, page, drawing }
    }
    const file = typeof about === 'object' ? about.file : null
    const time = timed ? { at, until } : { at: null, until: null }
    return { ...said, file, ...time, page: this.paged ? typed : null, drawing: null }
  }

  /** Shows a note where it belongs, and its drawing. */
  async choose(note: Note): Promise<void> {
    this.#mark(note)
    this.draft.drawing = false
    await this.scene.goTo(note)
  }

  /** Shows the note that the address leads to, once, as soon as it is here. It fetches nothing by itself. */
  async arrive(): Promise<void> {
    const wanted = this.#deps.wanted()
    if (wanted === null || wanted === this.#found || this.#deps.share().state === 'ready') return
    const note = this.notes.find(({ ref }) => leadsTo(wanted, ref))
    if (!note) return
    this.#found = wanted
    await this.choose(note)
  }

  /** Goes to what others have said to the person of this page: the next talk in which there is something new. */
  async goToAnswer(): Promise<void> {
    const [next] = this.answers.waiting
    if (!next) return
    const { to } = next
    if (!this.shown.some(({ note }) => note.ref === to.ref)) this.filter = EVERYTHING
    if (this.#deps.share().state === 'ready') this.chosen = to.ref
    else await this.choose(to)
    await this.answers.show(to)
  }

  /** Plays a note's span again and again, or no longer. */
  async repeat(note: Note): Promise<void> {
    this.#mark(note)
    await this.scene.repeat(note)
  }

  /** Of two versions one note is chosen. */
  #mark(note: Note): void {
    const other = this.#deps.first ?? this.comparison.second
    if (other) other.chosen = null
    this.chosen = note.ref
  }

  /** To the next of the notes that are shown, or the one before: from the chosen one, else from the playhead. */
  step(by: 1 | -1): void {
    const { rows } = this.comparison
    const at = rows.findIndex(({ desk, thread }) => desk.chosen === thread.note.ref)
    const next = at >= 0 ? at + by : this.#besidePlayhead(rows, by)
    const note = rows[next]?.thread.note
    if (!note) {
      this.said = { code: rows.length === 0 ? 'no-notes' : 'no-further-note' }
      return
    }
    this.said = {
      code: 'note',
      at: next + 1,
      of: rows.length,
      by: note.by ?? note.name,
      text: heard(note),
    }
    void rows[next]?.desk.choose(note)
  }

  /** In a list of notes by file and time, the place of the first after what is seen, or of the last before it. */
  #besidePlayhead(rows: readonly Row<ReviewDesk>[], by: 1 | -1): number {
    const { sight } = this.scene
    if (!sight) return by > 0 ? 0 : rows.length - 1
    const { second } = this.comparison
    const isAfter = ({ thread: { note }, at }: Row<ReviewDesk>) =>
      (!second && (note.file ?? -1) > sight.file) ||
      ((second !== null || note.file === sight.file) && (at ?? -Infinity) > (sight.at ?? -1))
    const first = rows.findIndex(isAfter)
    if (by > 0) return first < 0 ? rows.length : first
    return (first < 0 ? rows.length : first) - 1
  }

  /** What somebody does who plays on: no note is chosen any more, and the pen is put away. */
  runs(): void {
    this.chosen = null
    this.draft.drawing = false
    const { second } = this.comparison
    if (!second) return
    second.chosen = null
    second.draft.drawing = false
  }

  /** Tells the others where one is; to be called whenever that may have changed. */
  show(): void {
    const { room, pointer } = this
    const { sight, moment } = this.scene
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
    this.answers.begin()
    this.company.follow(null)
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
    this.comparison.close()
    this.company.follow(null)
    this.room?.show(null)
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
