import type { Milliseconds } from '../../core/brand.ts'
import { mediaTypeOf } from '../../core/mediaType.ts'
import type { Note } from '../../notes/noteModel.ts'
import type { Person } from '../../notes/presence.ts'
import type { Sight } from '../../notes/whereabouts.ts'
import type { FileSnapshot, ShareSnapshot } from '../../swarm/snapshot.ts'
import type { Looking } from '../looking.svelte.ts'
import type { Playback, Span } from '../playback.svelte.ts'
import type { Watching } from '../watching.svelte.ts'

export interface SceneDeps {
  readonly watching: Watching
  readonly looking: Looking
  /** The share as it is now. */
  readonly share: () => ShareSnapshot
  /** Of a second version: what moves both, and by how many seconds this one is ahead of it. */
  readonly leader?: () => { readonly playback: Playback | null; readonly offset: number }
}

/** What is open beside the notes. */
interface Open {
  readonly file: FileSnapshot
  readonly kind: 'film' | 'sound' | 'picture' | 'document'
}

/** What of a share is seen beside its notes, and how one gets to what they are about. */
export class Scene {
  readonly #deps: SceneDeps

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
    return file ? { file, kind: kindOf(file) === 'pdf' ? 'document' : 'picture' } : null
  })

  /** The page of the document that is open. */
  readonly page: number | null = $derived.by(() => {
    return this.open?.kind === 'document' ? (this.#deps.looking.at?.page ?? 1) : null
  })

  /** What is seen, as far as notes have to know. */
  readonly sight: Sight | null = $derived.by(() => {
    const { open, playback, page } = this
    if (!open) return null
    const at = playback ? Math.round(playback.currentTime * 1000) : null
    return { file: open.file.index, at, running: playback ? !playback.paused : false, page }
  })

  /** What one goes to a moment with. */
  readonly #moved: Playback | null = $derived.by(() => this.#deps.leader?.().playback ?? this.playback)
  readonly #offset: number = $derived.by(() => this.#deps.leader?.().offset ?? 0)

  constructor(deps: SceneDeps) {
    this.#deps = deps
  }

  /** The moment that is shown, in a film or a piece of music. */
  get moment(): Milliseconds | null {
    return this.playback ? Math.round(this.playback.exactTime * 1000) : null
  }

  pause(): void {
    this.#moved?.pause()
  }

  /** @param seconds of what plays here */
  seek(seconds: number): void {
    this.#moved?.seek(seconds - this.#offset)
  }

  /** Shows what a note is about: its file, its moment or its page. */
  async goTo({ file: index, page, at }: Note): Promise<void> {
    const { watching, looking, share } = this.#deps
    const file = index === null ? undefined : share().files[index]
    if (!file) return
    const kind = kindOf(file)
    if (kind === 'image' || kind === 'pdf') {
      if (file.progress < 1) return
      watching.stop()
      looking.open(share().id, file.index, page ?? 1)
    } else if (at !== null) {
      // A moment a little after that of the note is sure to be in the same frame.
      const seconds = (at + 1) / 1000
      if (this.playback?.file.index === file.index) {
        this.pause()
        this.seek(seconds)
      } else if (kind === 'video' || kind === 'audio' || kind === 'playlist') {
        await watching.play(share(), file, { at: seconds, paused: true })
      }
    }
  }

  /** Shows another page of the document that is open. */
  turnTo(page: number): void {
    const { looking, share } = this.#deps
    if (this.open?.kind === 'document') looking.open(share().id, this.open.file.index, page)
  }

  /** Whether a note's span is what is played again and again. */
  repeats(note: Note): boolean {
    const { playback } = this
    const span = spanOf(note)
    if (!span || playback?.file.index !== note.file) return false
    const [loop, led] = [this.#moved?.loop, this.#led(span)]
    return loop?.from === led.from && loop.to === led.to
  }

  /** Plays a note's span again and again, or no longer. */
  async repeat(note: Note): Promise<void> {
    const { watching, share } = this.#deps
    const span = spanOf(note)
    const file = note.file === null ? undefined : share().files[note.file]
    if (!span || !file) return
    if (this.#moved && this.repeats(note)) {
      this.#moved.loop = null
      return
    }
    if (this.playback?.file.index !== file.index)
      await watching.play(share(), file, { at: span.from, paused: false })
    if (this.playback?.file.index === file.index) await this.#moved?.repeat(this.#led(span))
  }

  /** A part of what plays here, as that which moves it has it. */
  #led({ from, to }: Span): Span {
    return { from: from - this.#offset, to: to - this.#offset }
  }

  /** Opens what somebody sees. Answers the film that plays here already, if it is that. */
  async openAs({ file: index, at, playing }: Person): Promise<Playback | null> {
    const { watching, looking, share } = this.#deps
    const file = index === null ? undefined : share().files[index]
    if (!file || watching.starting) return null
    if (at === null) {
      const isOpen = this.open?.file.index === file.index
      if (!isOpen && file.progress >= 1 && kindOf(file) === 'image') {
        watching.stop()
        looking.open(share().id, file.index)
      }
      return null
    }
    if (this.playback?.file.index === file.index) return this.playback
    await watching.play(share(), file, { at: at / 1000, paused: !playing })
    return null
  }
}

/** In seconds; null for a note on a moment, or on none. A moment after its first frame's is sure to be in that frame. */
function spanOf({ at, until }: Note): Span | null {
  return at === null || until === null ? null : { from: (at + 1) / 1000, to: until / 1000 }
}

function kindOf(file: FileSnapshot): string | undefined {
  return mediaTypeOf(file.path.at(-1) ?? '')?.kind
}
