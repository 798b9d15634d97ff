import { preferredCaptions } from '../core/captions.ts'
import { displayText } from '../core/displayText.ts'

/** Captions that are in the film itself, or that its playlist names. */
export interface OwnCaption {
  /** Whatever the player's library calls it by. */
  readonly id: number
  /** BCP 47; empty where it is not told. */
  readonly language: string
  readonly label: string
}

/** One caption: seconds, and text as WebVTT has it. */
export interface OwnCue {
  readonly from: number
  readonly to: number
  readonly text: string
}

/** More tracks are no menu, and more cues no film. */
const MOST_TRACKS = 40
const MOST_CUES = 20_000
const LONGEST_CUE = 2_000

interface OfferedTrack {
  readonly track: TextTrack
  readonly known: Set<string>
}

interface OwnCaptionsOptions {
  /** Somebody wants to read these from now on; null for none. */
  readonly choose: (id: number | null) => void
  /** How many can be chosen. */
  readonly offered: (count: number) => void
  readonly gone: AbortSignal
}

/**
 * Tracks of a media element that are filled by script. Libraries make `<track>` elements of `data:` addresses for it,
 * which the site's policy refuses.
 */
export class OwnCaptions {
  readonly #media: HTMLMediaElement
  readonly #options: OwnCaptionsOptions
  readonly #offered = new Map<number, OfferedTrack>()
  #chosen: number | null = null

  constructor(media: HTMLMediaElement, options: OwnCaptionsOptions) {
    this.#media = media
    this.#options = options
    media.textTracks.addEventListener('change', () => this.#look(), { signal: options.gone })
  }

  /** What there is to choose from: what is known already stays as it is. */
  offer(captions: readonly OwnCaption[]): void {
    const added: OwnCaption[] = []
    for (const caption of captions) {
      if (this.#offered.has(caption.id) || this.#offered.size >= MOST_TRACKS) continue
      const label = displayText(caption.label)
      const track = this.#media.addTextTrack('subtitles', label, caption.language)
      track.mode = 'disabled'
      this.#offered.set(caption.id, { track, known: new Set() })
      added.push(caption)
    }
    this.#options.offered(this.#offered.size)
    const languages = added.map(({ language }) => language)
    const preferred = added[preferredCaptions(languages, navigator.languages)]
    const isShown = [...this.#media.textTracks].some(({ mode }) => mode === 'showing')
    const first = preferred && !isShown ? this.#offered.get(preferred.id) : undefined
    if (first) first.track.mode = 'showing'
  }

  add(id: number, cues: readonly OwnCue[]): void {
    const offered = this.#offered.get(id)
    if (!offered) return
    for (const { from, to, text } of cues) {
      // After a jump some come once more.
      const key = `${from.toFixed(2)} ${text.slice(0, 100)}`
      if (!(to > from) || text === '' || offered.known.size >= MOST_CUES || offered.known.has(key)) continue
      offered.known.add(key)
      offered.track.addCue(new VTTCue(from, to, text.slice(0, LONGEST_CUE)))
    }
  }

  #look(): void {
    const [shown = null] = [...this.#offered].find(([, { track }]) => track.mode === 'showing') ?? []
    if (shown === this.#chosen) return
    this.#chosen = shown
    this.#options.choose(shown)
  }
}
