import { mkdir, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FileState } from '../publishedFile.ts'

/** A part of a live film, as it lies on this machine. */
export interface SourcedPart extends FileState {
  readonly place: string
  readonly bytes: Buffer
}

/** Segments that are kept on the disk: those of the list, and as many before it. */
const MOST_KEPT = 64
/** What is read before segments is needed as long as any of them. */
const MOST_MAPS = 16

/** Parts that are no files of their own on this machine, in a folder, as long as viewers may want them. */
export class KeptParts {
  readonly #folder: string
  #count = 0
  readonly #segments: string[] = []
  readonly #maps: string[] = []

  constructor(folder: string) {
    this.#folder = folder
  }

  async keep(bytes: Buffer, isMap: boolean): Promise<SourcedPart> {
    await mkdir(this.#folder, { recursive: true })
    const place = join(this.#folder, String(this.#count++))
    await writeFile(place, bytes)
    const [kept, most] = isMap ? [this.#maps, MOST_MAPS] : [this.#segments, MOST_KEPT]
    kept.push(place)
    for (const old of kept.splice(0, Math.max(0, kept.length - most))) await rm(old, { force: true })
    const { size, mtimeMs } = await stat(place)
    return { place, size, modifiedAt: mtimeMs, bytes }
  }
}
