import { createHash, sign } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { InfoHash } from '../../../src/core/infoHash.ts'
import { makeMetainfo } from '../../../src/torrent/metainfo.ts'
import { choosePieceLength } from '../../../src/torrent/pieces.ts'
import {
  FIRST_MAP,
  livePieceLength,
  MAX_SIGNED,
  MOST_MAPS,
  MOST_SEGMENTS,
  serialiseChannel,
  signedContent,
  textOfList,
  type LivePart,
  type LiveSegment,
} from '../../../src/wire/liveList.ts'
import type { Log } from '../../log.ts'
import type { Hashed, PublishedFile } from '../publishedFile.ts'
import type { LiveKey } from './liveKey.ts'
import type { SourcedPart } from './keptParts.ts'
import type { LiveSource } from './liveSource.ts'
import {
  isEncrypted,
  parsePlaylist,
  type LivePlaylist,
  type NamedPart,
  type NamedSegment,
} from './playlist.ts'

/** Milliseconds between two looks at the playlist. */
const LOOK_EVERY = 150
/** A playlist that has not changed for so many of its segments is taken for over. */
const SILENT_TARGETS = 10
const LEAST_SILENCE = 30_000
/** What is over can still be watched for so long. */
const AFTERWARDS = 60_000

export interface LiveStreamOptions {
  /** What viewers know it by; see {@link LiveChannel.stream}. */
  readonly name: string
  readonly source: LiveSource
  readonly key: LiveKey
  readonly log: Log
  readonly now: () => number
}

/** One live channel: follows a playlist that grows, and tells of each segment in a list that it signs. */
export class LiveStream {
  readonly #options: LiveStreamOptions
  /** The file of the channel, which is a torrent. */
  readonly file: Uint8Array<ArrayBuffer>
  /** The newest list as it is signed; null before the first. */
  signed: Buffer | null = null
  version = 0
  ended = false
  /** It can only be shown by a player of the publisher's own. */
  encrypted = false
  readonly #parts = new Map<number, PublishedFile>()
  readonly #waiting = new Set<() => void>()
  /** By what the playlist calls them. */
  readonly #maps = new Map<string, LivePart>()
  #segments: (LiveSegment & { readonly named: string })[] = []

  constructor(options: LiveStreamOptions) {
    this.#options = options
    this.file = serialiseChannel({ key: options.key.public, stream: options.name })
  }

  /** As a torrent of one file. */
  async torrent(name: string): Promise<Hashed> {
    const { file } = this
    const { infoHash, info } = await makeMetainfo({
      name,
      pieceLength: choosePieceLength(file.length),
      pieces: new Uint8Array(createHash('sha1').update(file).digest()),
      files: [{ path: [name], length: file.length }],
      single: true,
    })
    return { infoHash, info }
  }

  /** A part by its id; null for what is over. */
  part(id: number): PublishedFile | null {
    return this.#parts.get(id) ?? null
  }

  /** Settles when there is a newer list than that version, or the signal ends it. */
  async newer(version: number, signal: AbortSignal): Promise<void> {
    if (this.version > version || signal.aborted) return
    await new Promise<void>((resolve) => {
      const settle = () => {
        this.#waiting.delete(settle)
        resolve()
      }
      this.#waiting.add(settle)
      signal.addEventListener('abort', settle, { once: true })
    })
  }

  /** Follows the playlist until it is over, its segments are encrypted, or the signal ends it. */
  async run(signal: AbortSignal): Promise<void> {
    const { source, log, name, now } = this.#options
    let changedAt = now()
    let target = 1
    let trouble: string | null = null
    while (!signal.aborted && !this.ended) {
      try {
        const text = await source.playlist()
        if (text !== null) {
          changedAt = now()
          trouble = null
          if (isEncrypted(text)) {
            this.encrypted = true
            return
          }
          const playlist = parsePlaylist(text)
          if (!playlist) throw new Error('It names no segments.')
          target = playlist.target
          await this.#follow(playlist)
        }
      } catch (error) {
        trouble = String(error)
      }
      if (now() - changedAt > Math.max(LEAST_SILENCE, SILENT_TARGETS * target * 1000)) {
        if (trouble !== null) log.warn('a live film is over', { name, error: trouble })
        this.#end(target)
      }
      await sleep(LOOK_EVERY, undefined, { signal, ref: false }).catch(() => undefined)
    }
    await sleep(AFTERWARDS, undefined, { signal, ref: false }).catch(() => undefined)
  }

  async #follow({ segments, target, ended }: LivePlaylist): Promise<void> {
    const known = new Map(this.#segments.map((segment, at) => [segment.named, at]))
    const fresh = segments.slice(-MOST_SEGMENTS).filter((segment) => !known.has(nameOf(segment)))
    let isNew = false
    for (const segment of fresh) {
      // One that is not there yet, or no more: what follows it would have a gap before it.
      if (!(await this.#add(segment))) break
      isNew = true
    }
    if (!isNew && !ended) return
    // What the publisher tells of no more may be gone.
    const told = new Set(segments.map(nameOf))
    this.#segments = this.#segments.filter(({ named }) => told.has(named))
    if (ended) this.#end(target)
    else this.#publish(target)
  }

  async #add(segment: NamedSegment): Promise<boolean> {
    const { source } = this.#options
    const found = await source.part(segment, false).catch(() => null)
    if (!found) return false
    const map = segment.map === null ? null : await this.#map(segment.map)
    if (segment.map !== null && map === null) return false
    // The same at every server that follows the playlist.
    const part = this.#keep(segment.sequence, found)
    const { duration, at, discontinuous } = segment
    const isFirst = this.#segments.length === 0
    this.#segments.push({
      ...part,
      duration,
      at,
      map,
      named: nameOf(segment),
      discontinuous: discontinuous || isFirst,
    })
    return true
  }

  async #map(named: NamedPart): Promise<number | null> {
    const { name, range } = named
    const key = range ? `${name} ${range.from} ${range.length}` : name
    const known = this.#maps.get(key)
    if (known) return known.id
    const found = await this.#options.source.part(named, true).catch(() => null)
    if (!found) return null
    const part = this.#keep(
      FIRST_MAP + createHash('sha256').update(found.bytes).digest().readUIntBE(0, 5),
      found,
    )
    this.#maps.set(key, part)
    return part.id
  }

  #keep(id: number, { place, size, modifiedAt, bytes }: SourcedPart): LivePart {
    const length = livePieceLength(size)
    const digests: Buffer[] = []
    for (let at = 0; at < size; at += length)
      digests.push(
        createHash('sha256')
          .update(bytes.subarray(at, at + length))
          .digest(),
      )
    // What a part is told apart by over HTTP is what is in it.
    const tag = createHash('sha1').update(bytes).digest('hex') as InfoHash
    this.#parts.set(id, { place, size, modifiedAt, infoHash: tag })
    return { id, size, hashes: new Uint8Array(Buffer.concat(digests)) }
  }

  #end(target: number): void {
    this.ended = true
    this.#publish(target)
  }

  #publish(target: number): void {
    this.version = Math.max(this.version + 1, this.#options.now())
    let segments = this.#segments.slice(-MOST_SEGMENTS)
    let text = this.#textOf(target, segments)
    while (text.length + 64 > MAX_SIGNED && segments.length > 1) {
      segments = segments.slice(1)
      text = this.#textOf(target, segments)
    }
    this.#segments = segments
    this.#forget()
    this.signed = Buffer.concat([sign(null, signedContent(text), this.#options.key.secret), text])
    for (const settle of this.#waiting) settle()
  }

  #textOf(target: number, segments: readonly LiveSegment[]): Uint8Array {
    const { name } = this.#options
    const needed = new Set(segments.map(({ map }) => map))
    const maps = [...this.#maps.values()].filter(({ id }) => needed.has(id)).slice(-MOST_MAPS)
    return textOfList({ stream: name, version: this.version, target, ended: this.ended, maps, segments })
  }

  /** Parts that no list has told of for long: who is that much behind goes to the edge. */
  #forget(): void {
    const first = (this.#segments[0]?.id ?? 0) - MOST_SEGMENTS
    const needed = new Set(this.#segments.map(({ map }) => map))
    for (const [name, { id }] of this.#maps) {
      if (needed.has(id)) continue
      this.#maps.delete(name)
      this.#parts.delete(id)
    }
    for (const id of this.#parts.keys()) if (id < first) this.#parts.delete(id)
  }
}

/** A name may be used again for another segment. */
function nameOf({ sequence, name }: NamedSegment): string {
  return `${sequence} ${name}`
}
