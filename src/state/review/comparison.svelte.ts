import type { Milliseconds } from '../../core/brand.ts'
import type { InfoHash } from '../../core/infoHash.ts'
import { mediaTypeOf } from '../../core/mediaType.ts'
import { filterThreads, type NoteFilter, type Thread } from '../../notes/threads.ts'
import { timeMarks, type TimeMark } from '../../notes/whereabouts.ts'
import type { FileSnapshot, ShareSnapshot } from '../../swarm/snapshot.ts'
import { USUAL_RATE } from '../playback.svelte.ts'
import { playableFiles, type Watching } from '../watching.svelte.ts'
import { stepInto } from './inStep.ts'
import type { Scene } from './scene.svelte.ts'

/** Of very many films nobody looks for one in a list. */
const MOST_FILMS = 200

/** How two versions are seen: next to each other, one up to a line and the other beyond it, or one at a time. */
export const LAYOUTS = ['beside', 'wipe', 'switch'] as const
export type Layout = (typeof LAYOUTS)[number]

/** The first one, which leads, or the second. */
export type Version = 1 | 2

/** A film that can be compared with the one that plays. */
export interface OtherFilm {
  readonly share: ShareSnapshot & { readonly infoHash: InfoHash }
  readonly file: FileSnapshot
}

/** What a comparison has to know of a review. */
interface Reviewed {
  readonly scene: Scene
  readonly canWrite: boolean
  readonly draft: { drawing: boolean }
  readonly threads: readonly Thread[]
  /** Those that {@link filter} lets through. */
  readonly shown: readonly Thread[]
  readonly filter: NoteFilter
}

/** A talk, and the version that it is about. */
export interface Row<Desk> {
  readonly desk: Desk
  readonly thread: Thread
  /** Null where there is one version alone. */
  readonly version: Version | null
  /** On the first one's timeline; null for a note without a time. */
  readonly at: Milliseconds | null
}

export interface ComparisonDeps<Desk> {
  readonly desk: Desk
  readonly watching: Watching
  readonly shares: () => readonly ShareSnapshot[]
  readonly share: () => ShareSnapshot
  /** The review of another film, whose commands move the first one. */
  readonly deskOf: (infoHash: InfoHash, share: () => ShareSnapshot, watching: Watching) => Desk
}

/** Two versions of a film with the notes of both; the first one leads. */
export class Comparison<Desk extends Reviewed> {
  layout: Layout = $state('beside')
  /** What part of the picture's width is the first version's, from the left. */
  line = $state(0.5)
  /** One at a time: whether it is the second. */
  switched = $state(false)
  /** Seconds by which the second one is ahead of the first. */
  offset = $state(0)
  /** Frames of the first one in a second. */
  rate = $state(USUAL_RATE)
  /** Whose sound is heard. */
  heard: Version = $state(1)
  /** Somebody is choosing the second version. */
  choosing = $state(false)
  /** The second version's review; null while there is none. */
  second: Desk | null = $state.raw(null)
  /** Keeps it in step; another one for each that is chosen. */
  watching: Watching | null = $state.raw(null)
  /** It cannot be played. */
  failed = $state(false)
  readonly #deps: ComparisonDeps<Desk>
  #about: Version = $state(1)
  #chosen: OtherFilm | null = $state.raw(null)

  readonly films: readonly OtherFilm[] = $derived.by(() => {
    const { desk, shares, share } = this.#deps
    if (!this.choosing) return []
    const own = share()
    const open = desk.scene.playback?.file.index
    const others = shares().filter(({ id }) => id !== own.id)
    return [own, ...others]
      .flatMap((each) => filmsOf(each))
      .filter(({ share: { id }, file }) => id !== own.id || file.index !== open)
      .slice(0, MOST_FILMS)
  })

  /** The film that is the second version, as it is now. */
  readonly film: OtherFilm | null = $derived.by(() => {
    const chosen = this.#chosen
    const share = chosen && this.#deps.shares().find(({ id }) => id === chosen.share.id)
    return share ? (filmIn(share, chosen.file.index) ?? chosen) : chosen
  })

  /** What the list of notes shows: of two versions the notes on both, by their moments. */
  readonly rows: readonly Row<Desk>[] = $derived.by(() => {
    const { desk } = this.#deps
    const { second } = this
    const first = desk.scene.playback?.file.index
    const index = this.film?.file.index
    if (!second || first === undefined || index === undefined)
      return desk.shown.map((thread) => ({ desk, thread, version: null, at: thread.note.at }))
    const ahead = this.offset * 1000
    const isSame = this.#isSameShare
    const own = desk.shown.filter(({ note }) => note.file === null || note.file === first)
    const others = filterThreads(second.threads, desk.filter).filter(
      ({ note }) => note.file === index || (note.file === null && !isSame),
    )
    const rows = [
      ...own.map((thread) => ({ desk, thread, version: 1 as const, at: thread.note.at })),
      ...others.map((thread) => {
        const { at } = thread.note
        return { desk: second, thread, version: 2 as const, at: at === null ? null : at - ahead }
      }),
    ]
    return rows.sort((a, b) => (a.at ?? -Infinity) - (b.at ?? -Infinity))
  })

  /** The second version's notes on the timeline, which is the first one's. */
  readonly marks: readonly TimeMark[] = $derived.by(() => {
    const { second, rows } = this
    const duration = this.#deps.desk.scene.playback?.duration ?? 0
    const index = this.film?.file.index
    if (!second || index === undefined) return []
    const notes = rows.filter(({ version }) => version === 2).map(({ thread }) => thread.note)
    return timeMarks(notes, index, duration * 1000, this.offset * 1000)
  })

  /** The review in which new notes are written. */
  readonly writing: Desk = $derived.by(() => {
    const { second } = this
    return second?.canWrite && this.#about === 2 ? second : this.#deps.desk
  })

  constructor(deps: ComparisonDeps<Desk>) {
    this.#deps = deps
  }

  get #isSameShare(): boolean {
    return this.#chosen?.share.id === this.#deps.share().id
  }

  /** Makes a film the second version, where the first one is now. */
  async choose(film: OtherFilm): Promise<void> {
    this.close()
    const { desk, deskOf } = this.#deps
    const watching = this.#deps.watching.another()
    this.#chosen = film
    this.watching = watching
    this.second = deskOf(film.share.infoHash, () => this.film?.share ?? film.share, watching)
    this.choosing = true
    await watching.play(film.share, film.file, { at: desk.scene.playback?.exactTime ?? 0, paused: true })
    const rate = await desk.scene.playback?.frameRate()
    if (this.#chosen === film) this.rate = rate ?? USUAL_RATE
  }

  /** Which version new notes are about. */
  get about(): Version {
    return this.#about
  }

  set about(version: Version) {
    const { desk } = this.#deps
    for (const each of [desk, this.second]) if (each && version !== this.#about) each.draft.drawing = false
    this.#about = version
  }

  /** Lets the sound of one be heard, and not that of the other. */
  hear(version: Version): void {
    if (version === this.heard) return
    this.heard = version
    this.#deps.desk.scene.playback?.mute(version === 2)
  }

  close(): void {
    this.hear(1)
    this.watching?.stop()
    this.watching = null
    this.second = null
    this.#chosen = null
    this.failed = false
    this.choosing = false
    this.switched = false
    this.offset = 0
    this.#about = 1
  }

  /** Without a first version, or with the same film as both, nothing is compared. */
  keep(): void {
    const { desk, watching, share } = this.#deps
    const { playback } = desk.scene
    const isSame = this.#isSameShare && playback?.file.index === this.#chosen?.file.index
    if (playback ? isSame : !watching.starting || watching.played !== share().id) this.close()
  }

  /** Shows the other one of the two. */
  switch(): void {
    if (!this.second) return
    if (this.layout !== 'switch') this.switched = false
    this.layout = 'switch'
    this.switched = !this.switched
    // What one says is about what one sees.
    this.about = this.switched ? 2 : 1
  }

  /** Brings the second version to where the first one is; to be called often. */
  step(media: HTMLMediaElement): void {
    const leader = this.#deps.desk.scene.playback
    const led = this.watching?.programme?.playback
    if (!leader || !led || led.duration === 0 || media.seeking) return
    const stands = leader.paused || leader.waiting
    const { seek, plays, speed } = stepInto(
      {
        at: (leader.paused ? leader.currentTime : leader.exactTime) + this.offset,
        paused: stands,
        speed: leader.speed,
      },
      { at: media.currentTime, duration: led.duration },
    )
    if (media.playbackRate !== speed) media.playbackRate = speed
    if (seek !== null) led.seek(seek)
    if (plays && media.paused) void led.play()
    else if (!plays && !media.paused) led.pause()
  }
}

function filmsOf(share: ShareSnapshot): OtherFilm[] {
  return playableFiles(share).flatMap((file) => {
    const kind = mediaTypeOf(file.path.at(-1) ?? '')?.kind
    const film = kind === 'video' || kind === 'playlist' ? filmIn(share, file.index) : null
    return film ? [film] : []
  })
}

function filmIn(share: ShareSnapshot, index: number): OtherFilm | null {
  const { infoHash } = share
  const file = share.files[index]
  return infoHash === null || !file ? null : { share: { ...share, infoHash }, file }
}
