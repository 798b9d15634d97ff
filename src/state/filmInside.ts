import type { Bytes } from '../core/brand.ts'
import type { Engine } from '../swarm/engineApi.ts'
import type { ShareSnapshot } from '../swarm/snapshot.ts'
import { codeOf } from './lazyPart.svelte.ts'
import type { Film } from './remux/film.ts'
import type { Chapter } from './remux/filmText.ts'

interface TextTold {
  /** How many captions can be chosen. */
  readonly captions: (count: number) => void
  readonly chapters: (chapters: readonly Chapter[]) => void
}

/** Enough that the fractions of a millisecond which containers round to don't matter. */
const PACKETS = 250

type Kit = typeof import('./remux/kit.ts')

/** A film's file, looked into when somebody first asks what it holds, and once. */
export class FilmInside {
  readonly size: Bytes
  readonly #engine: Engine
  readonly #share: ShareSnapshot
  readonly #index: number
  readonly #gone: AbortSignal
  #opened: Promise<{ film: Film; kit: Kit }> | null = null

  constructor(engine: Engine, share: ShareSnapshot, index: number, gone: AbortSignal) {
    this.size = share.files[index]?.size ?? 0
    this.#engine = engine
    this.#share = share
    this.#index = index
    this.#gone = gone
  }

  /** Tells a player what captions and chapters there are, and reads what is chosen; until the signal ends it. */
  async offerText(media: HTMLMediaElement, told: TextTold, gone: AbortSignal): Promise<void> {
    const kit = await codeOf(() => import('./remux/kit.ts'))
    if (gone.aborted) return
    const bytes = kit.filmBytes(this.#engine, this.#share, this.#index, gone)
    await kit.offerOwnText({ media, bytes, ...told, gone })
  }

  /** Frames a second of its picture, by the first ten seconds or so; null where it has none. */
  async frameRate(): Promise<number | null> {
    const { picture } = (await this.open()).film
    return picture ? (await picture.track.computePacketStats(PACKETS)).averagePacketRate : null
  }

  open(): Promise<{ readonly film: Film; readonly kit: Kit }> {
    return (this.#opened ??= this.#open())
  }

  async #open(): Promise<{ film: Film; kit: Kit }> {
    const kit = await codeOf(() => import('./remux/kit.ts'))
    const bytes = kit.filmBytes(this.#engine, this.#share, this.#index, this.#gone)
    return { film: await kit.openFilm(bytes, this.#gone), kit }
  }
}
