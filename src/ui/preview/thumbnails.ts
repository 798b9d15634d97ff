import { mediaTypeOf } from '../../core/mediaType.ts'
import type { FileSnapshot } from '../../state/engineTypes.ts'
import { filmStill } from './filmStill.ts'
import { PictureMaker } from './pictureMaker.ts'

/** A picture is read as a whole, and its hash checked. */
const MOST_BYTES = 16_000_000
/** Unpacked at a time, and of these films: a player costs more than a picture. */
const AT_ONCE = 2
const FILMS_AT_ONCE = 1
/** Thumbnails that are kept, of 50 kB or so each: what is in sight, and what was a moment ago. */
const MOST_KEPT = 80
/** Nothing is unpacked while rows go by: the processor is needed for them. */
const STILL_MS = 120
/** Beyond the window's edges, so that they are there before their rows are. */
const AROUND = '200px 0px'

/** Whether a small picture of a file may be shown in its row, once it is here. */
export function mayHaveThumbnail(file: FileSnapshot): boolean {
  const kind = mediaTypeOf(file.path.at(-1) ?? '')?.kind
  return kind === 'video' || (kind === 'image' && file.size <= MOST_BYTES)
}

/** Where the files of a share are. */
interface ThumbnailSource {
  readonly read: (index: number) => Promise<Blob>
  /** An address that a player can read from; rejects where there is none. */
  readonly address: (index: number, name: string) => Promise<string>
}

interface Row {
  readonly index: number
  /** Of the file, which tells what it may be unpacked as. */
  readonly name: string
  readonly show: (picture: ImageBitmap | null) => void
}

/**
 * Small pictures of the files of a share, for rows in sight and for no others. What strangers have put into a file is
 * only ever unpacked as a picture of a size that is known beforehand.
 */
export class Thumbnails {
  readonly #source: ThumbnailSource
  readonly #inSight = new Map<Element, Row>()
  readonly #rows = new Map<Element, Row>()
  /** Null for what is no picture. */
  readonly #kept = new Map<number, ImageBitmap | null>()
  readonly #underway = new Map<number, 'picture' | 'film'>()
  readonly #maker = new PictureMaker()
  readonly #observer = new IntersectionObserver((entries) => this.#look(entries), { rootMargin: AROUND })
  #soon: ReturnType<typeof setTimeout> | undefined
  readonly #end = new AbortController()

  constructor(source: ThumbnailSource) {
    this.#source = source
  }

  /** Shows a file's picture while its row is in sight. Answers how to stop. */
  follow(element: Element, row: Row): () => void {
    this.#rows.set(element, row)
    this.#observer.observe(element)
    return () => {
      this.#observer.unobserve(element)
      this.#rows.delete(element)
      this.#inSight.delete(element)
      row.show(null)
    }
  }

  end(): void {
    this.#end.abort()
    clearTimeout(this.#soon)
    this.#observer.disconnect()
    this.#maker.end()
    this.#inSight.clear()
    for (const picture of this.#kept.values()) picture?.close()
    this.#kept.clear()
  }

  #look(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      const row = this.#rows.get(target)
      this.#inSight.delete(target)
      if (!row) continue
      if (isIntersecting) this.#inSight.set(target, row)
      row.show(isIntersecting ? (this.#kept.get(row.index) ?? null) : null)
    }
    clearTimeout(this.#soon)
    this.#soon = setTimeout(() => this.#next(), STILL_MS)
  }

  #next(): void {
    for (const { index, name } of this.#inSight.values()) {
      if (this.#underway.size >= AT_ONCE) return
      if (this.#kept.has(index) || this.#underway.has(index)) continue
      const kind = mediaTypeOf(name)?.kind === 'video' ? 'film' : 'picture'
      if (kind === 'film' && this.#films() >= FILMS_AT_ONCE) continue
      this.#underway.set(index, kind)
      void this.#make(index, name)
    }
  }

  #films(): number {
    return [...this.#underway.values()].filter((kind) => kind === 'film').length
  }

  async #make(index: number, name: string): Promise<void> {
    const picture = await this.#picture(index, name).catch(() => null)
    this.#underway.delete(index)
    if (this.#end.signal.aborted) {
      picture?.close()
      return
    }
    this.#keep(index, picture)
    for (const row of this.#inSight.values()) if (row.index === index) row.show(picture)
    this.#next()
  }

  async #picture(index: number, name: string): Promise<ImageBitmap | null> {
    const { signal } = this.#end
    const { kind, type = '' } = mediaTypeOf(name) ?? {}
    if (kind === 'video') {
      const still = await filmStill(await this.#source.address(index, name), signal)
      if (!signal.aborted) return still && this.#maker.make({ still })
      still?.close()
      return null
    }
    const blob = await this.#source.read(index)
    // It may have ended while that was read.
    return signal.aborted ? null : this.#maker.make({ blob, type })
  }

  #keep(index: number, picture: ImageBitmap | null): void {
    this.#kept.set(index, picture)
    const seen = new Set([...this.#inSight.values()].map((row) => row.index))
    for (const [other, old] of this.#kept) {
      if (this.#kept.size <= MOST_KEPT) return
      if (seen.has(other)) continue
      old?.close()
      this.#kept.delete(other)
    }
  }
}
