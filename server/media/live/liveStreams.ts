import { rm } from 'node:fs/promises'
import { basename, join, posix } from 'node:path'
import type { InfoHash } from '../../../src/core/infoHash.ts'
import type { Log } from '../../log.ts'
import type { MediaRecord } from '../../store/media.ts'
import type { LiveKey } from './liveKey.ts'
import { addressSource } from './addressSource.ts'
import { folderSource } from './liveSource.ts'
import { LiveStream } from './liveStream.ts'

/** More at once than one server sends. */
const MOST = 16

/** Behind the playlist's path: the address of the channel's file, and of all that is below it. */
const ENDING = '.live'

interface Shown {
  readonly stream: LiveStream
  readonly record: MediaRecord
}

interface LiveStreamsOptions {
  readonly folder: string
  /** Playlists elsewhere, by the paths at which they are shown. */
  readonly addresses: ReadonlyMap<string, string>
  /** Where what is fetched from there lies meanwhile. */
  readonly cache: string
  readonly key: LiveKey
  /** A channel can be announced from now on. */
  readonly published: (infoHash: InfoHash, name: string) => unknown
  readonly changed: () => void
  readonly log: Log
  readonly now: () => number
}

/** The live channels of the media folder, by the paths of their playlists. */
export class LiveStreams {
  readonly #options: LiveStreamsOptions
  readonly #shown = new Map<string, Shown>()
  readonly #starting = new Set<string>()
  /** Playlists of segments that are encrypted. */
  readonly #encrypted = new Set<string>()

  constructor(options: LiveStreamsOptions) {
    this.#options = options
  }

  /** What is to be seen now, for the list of films. */
  get all(): readonly { readonly path: string; readonly infoHash: InfoHash }[] {
    return [...this.#shown]
      .filter(([path, { stream }]) => !stream.ended && !this.#encrypted.has(path))
      .map(([path, { record }]) => ({ path, infoHash: record.infoHash }))
  }

  /** Whether a playlist goes on and cannot be shown, because its segments are encrypted. */
  isEncrypted(path: string): boolean {
    return this.#encrypted.has(path)
  }

  /** The channel's torrent, by the path of its playlist. */
  find(path: string): MediaRecord | null {
    const shown = this.#shown.get(path)
    return shown && !shown.stream.ended && !this.#encrypted.has(path) ? shown.record : null
  }

  /** A channel by an address below that of the media, and what of it that names; empty for its file. */
  at(address: string): { readonly stream: LiveStream; readonly rest: string } | null {
    const at = address.lastIndexOf(`${ENDING}/`)
    const path = at < 0 ? address : address.slice(0, at + ENDING.length)
    const shown = path.endsWith(ENDING) ? this.#shown.get(path.slice(0, -ENDING.length)) : undefined
    return shown ? { stream: shown.stream, rest: at < 0 ? '' : address.slice(path.length + 1) } : null
  }

  /** Shows these playlists of the folder, which go on, and those elsewhere, besides those that are shown already. */
  show(paths: Iterable<string>, signal: AbortSignal): void {
    const all = new Set([...this.#options.addresses.keys(), ...paths])
    for (const path of this.#encrypted) if (!all.has(path)) this.#encrypted.delete(path)
    for (const path of all) {
      if (this.#shown.has(path) || this.#starting.has(path)) continue
      if (this.#shown.size + this.#starting.size >= MOST) return
      this.#starting.add(path)
      void this.#show(path, signal).finally(() => this.#starting.delete(path))
    }
  }

  async #show(path: string, signal: AbortSignal): Promise<void> {
    const { folder, key, log, now, published, changed } = this.#options
    const address = this.#options.addresses.get(path)
    const cache = join(this.#options.cache, Buffer.from(path).toString('hex').slice(0, 100))
    const source =
      address === undefined ? folderSource(folder, path, cache) : addressSource(address, cache, now)
    const stream = new LiveStream({ name: path, source, key, log, now })
    const over = new AbortController()
    try {
      // What a server that died has left.
      await rm(cache, { recursive: true, force: true })
      const name = nameOf(path)
      const hashed = await stream.torrent(name)
      await published(hashed.infoHash, path)
      const size = stream.file.length
      const record = { path: path + ENDING, size, modifiedAt: now(), parts: [], ...hashed }
      this.#shown.set(path, { stream, record })
      changed()
      void stream.newer(0, AbortSignal.any([signal, over.signal])).then(() => {
        if (stream.version > 0) this.#encrypted.delete(path)
        changed()
      })
      await stream.run(signal)
      if (stream.encrypted && !this.#encrypted.has(path)) {
        this.#encrypted.add(path)
        log.warn('a live film is not shown: its segments are encrypted', { path })
      }
    } catch (error) {
      if (!signal.aborted) log.error('a live film cannot be shown', { path, error: String(error) })
    } finally {
      over.abort()
      this.#shown.delete(path)
      changed()
      await rm(cache, { recursive: true, force: true }).catch(() => undefined)
    }
  }
}

/** What its viewers call it: the folder, where the playlist's own name says nothing. */
function nameOf(path: string): string {
  const name = basename(path).replace(/\.\w+$/, '')
  const folder = basename(posix.dirname(path))
  const isPlain = /^(index|live|master|main|playlist|stream)$/i.test(name)
  return (isPlain && folder !== '' && folder !== '.' ? folder : name) + ENDING
}
