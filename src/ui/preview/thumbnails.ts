import { mediaTypeOf } from '../../core/mediaType.ts'
import type { FileSnapshot } from '../../state/engineTypes.ts'
import { PictureMaker } from './pictureMaker.ts'

/** The file is read as a whole, and its hash checked. */
const MOST_BYTES = 16_000_000
/** Unpacked at a time. */
const AT_ONCE = 2
/** Thumbnails that are kept, of 50 kB or so each: what is in sight, and what was a moment ago. */
const MOST_KEPT = 80
/** Nothing is unpacked while rows go by: the processor is needed for them. */
const STILL_MS = 120
/** Beyond the window's edges, so that they are there before their rows are. */
const AROUND = '200px 0px'

/** Whether a small picture of a file may be shown in its row, once it is here. */
export function mayHaveThumbnail({ path, size }: FileSnapshot): boolean {
  return size <= MOST_BYTES && mediaTypeOf(path.at(-1) ?? '')?.kind === 'image'
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
  readonly #read: (index: number) => Promise<Blob>
  readonly #inSight = new Map<Element, Row>()
  readonly #rows = new Map<Element, Row>()
  /** Null for what is no picture. */
  readonly #kept = new Map<number, ImageBitmap | null>()
  readonly #underway = new Set<number>()
  readonly #maker = new PictureMaker()
  readonly #observer = new IntersectionObserver((entries) => this.#look(entries), { rootMargin: AROUND })
  #soon: ReturnType<typeof setTimeout> | undefined
  #ended = false

  constructor(read: (index: number) => Promise<Blob>) {
    this.#read = read
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
    this.#ended = true
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
      this.#underway.add(index)
      void this.#make(index, name)
    }
  }

  async #make(index: number, name: string): Promise<void> {
    const picture = await this.#picture(index, name).catch(() => null)
    this.#underway.delete(index)
    if (this.#ended) {
      picture?.close()
      return
    }
    this.#keep(index, picture)
    for (const row of this.#inSight.values()) if (row.index === index) row.show(picture)
    this.#next()
  }

  async #picture(index: number, name: string): Promise<ImageBitmap | null> {
    const blob = await this.#read(index)
    // It may have ended while that was read.
    return this.#ended ? null : this.#maker.make(blob, mediaTypeOf(name)?.type ?? '')
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
