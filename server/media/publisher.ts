import { basename, join } from 'node:path'
import type { InfoHash } from '../../src/core/infoHash.ts'
import type { Log } from '../log.ts'
import type { MediaRecord, MediaStore } from '../store/media.ts'
import { whenFree } from '../store/trouble.ts'
import { addressesOf, folderName, folderOf } from './filmAddress.ts'
import type { FoundFilm } from './filmsOfFolder.ts'
import type { LiveStreams } from './live/liveStreams.ts'
import { lookInto, type KnownPlaylists } from './mediaFolder.ts'
import { hashFiles, type FileState, type PublishedFile } from './publishedFile.ts'

/** How often the folder is looked at again. */
const LOOK_EVERY_MS = 15_000

/** A file that was written to so lately may still grow. */
const SETTLED_MS = 2_000

export interface PublisherOptions {
  readonly folder: string
  readonly media: MediaStore
  /** A file can be announced from now on. */
  readonly published: (infoHash: InfoHash, name: string) => unknown
  /** What is live is shown by them; until the signal ends it. */
  readonly live: Pick<LiveStreams, 'all' | 'show'>
  readonly log: Log
  readonly now: () => number
}

/** Publishes what lies in the media folder: hashes each file once, and again when it has changed. */
export class Publisher {
  readonly #options: PublisherOptions
  readonly #published = new Map<string, MediaRecord>()
  /** By their addresses below that of the media; see filmAddress.ts. */
  readonly #files = new Map<string, PublishedFile>()
  readonly #playlists: KnownPlaylists = new Map()
  /** What was left out at the last look: told once, and again only when it had been mended. */
  #leftOut: ReadonlyMap<string, string> = new Map()
  #waiting = 0
  #listing: Buffer | null = null

  constructor(options: PublisherOptions) {
    this.#options = options
  }

  /** As JSON: what is published, by path, and how many files are there and not hashed yet. Made once a change. */
  get listing(): Buffer {
    return (this.#listing ??= Buffer.from(
      JSON.stringify({
        files: [
          ...[...this.#published.values()].map(({ path, size, infoHash }) => ({ path, size, infoHash })),
          ...this.#options.live.all.map(({ path, infoHash }) => ({ path, size: 0, infoHash, live: true })),
        ].sort((left, right) => (left.path < right.path ? -1 : 1)),
        waiting: this.#waiting,
      }),
    ))
  }

  /** What is live has changed. */
  liveChanged(): void {
    this.#listing = null
  }

  /** The film that is published under this very path. */
  find(path: string): MediaRecord | null {
    return this.#published.get(path) ?? null
  }

  /** The file that is published under this very address; there is no other way to a file of the disk. */
  findFile(address: string): PublishedFile | null {
    return this.#files.get(address) ?? null
  }

  /** Looks at the folder again and again until the signal ends it. */
  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await this.look(signal).catch((error: unknown) => {
        if (!signal.aborted)
          this.#options.log.error('the media folder cannot be published', { error: String(error) })
      })
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, LOOK_EVERY_MS)
        const stop = () => {
          clearTimeout(timer)
          resolve()
        }
        signal.addEventListener('abort', stop, { once: true })
      })
    }
  }

  /** Looks at the folder once, and hashes what is new. */
  async look(signal: AbortSignal): Promise<void> {
    const { folder, media, now } = this.#options
    const { films: found, live, leftOut } = await lookInto(folder, this.#playlists, now())
    this.#options.live.show(live, signal)
    this.#tellOf(leftOut)
    const known = new Map(media.all().map((record) => [record.path, record]))
    for (const path of this.#published.keys()) if (!found.has(path)) this.#withdraw(path)
    const fresh: [string, FoundFilm][] = []
    for (const [path, state] of found) {
      const record = known.get(path)
      if (record && isSame(record, state)) await whenFree(() => this.#publish(record))
      else {
        // What it was before is not served under its name any more.
        this.#withdraw(path)
        if (now() - state.modifiedAt >= SETTLED_MS) fresh.push([path, state])
      }
    }
    for (const path of known.keys()) if (!found.has(path)) await whenFree(() => media.remove(path))
    this.#setWaiting(fresh.length)
    for (const [path, state] of fresh) {
      await this.#hash(path, state, signal)
      this.#setWaiting(this.#waiting - 1)
    }
  }

  #tellOf(leftOut: ReadonlyMap<string, string>): void {
    for (const [path, reason] of leftOut) {
      if (this.#leftOut.get(path) !== reason)
        this.#options.log.warn('a film in the media folder is not published', { path, reason })
    }
    this.#leftOut = leftOut
  }

  async #hash(path: string, film: FoundFilm, signal: AbortSignal): Promise<void> {
    const { folder, media, log } = this.#options
    try {
      const isOne = film.parts.length === 0
      const files = (isOne ? [{ path, ...film }] : film.parts).map((part) => ({
        ...part,
        place: join(folder, part.path),
        path: part.path.slice(folderOf(path).length).split('/'),
      }))
      const hashed = await hashFiles(isOne ? basename(path) : folderName(path), files, isOne, signal)
      const record = { path, ...film, ...hashed }
      await whenFree(() => media.put(record))
      await whenFree(() => this.#publish(record))
    } catch (error) {
      // It is looked at again with the next round.
      if (!signal.aborted)
        log.warn('a file of the media folder could not be published', { path, error: String(error) })
    }
  }

  async #publish(record: MediaRecord): Promise<void> {
    if (this.#published.get(record.path)?.infoHash === record.infoHash) return
    // First: one that could not be entered is looked at again.
    await this.#options.published(record.infoHash, record.path)
    this.#withdraw(record.path)
    this.#published.set(record.path, record)
    for (const [address, { path, size, modifiedAt }] of addressesOf(record)) {
      const place = join(this.#options.folder, path)
      this.#files.set(address, { size, modifiedAt, infoHash: record.infoHash, place })
    }
    this.#listing = null
  }

  #withdraw(path: string): void {
    const record = this.#published.get(path)
    if (!record) return
    this.#published.delete(path)
    for (const [address] of addressesOf(record)) this.#files.delete(address)
    this.#listing = null
  }

  #setWaiting(files: number): void {
    if (files !== this.#waiting) this.#listing = null
    this.#waiting = files
  }
}

function isSame(record: MediaRecord, film: FoundFilm): boolean {
  return (
    isSameFile(record, film) &&
    record.parts.length === film.parts.length &&
    film.parts.every((part, at) => {
      const before = record.parts[at]
      return before?.path === part.path && isSameFile(before, part)
    })
  )
}

function isSameFile(before: FileState, { size, modifiedAt }: FileState): boolean {
  return before.size === size && before.modifiedAt === modifiedAt
}
