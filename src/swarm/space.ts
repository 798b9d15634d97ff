import type { Bytes } from '../core/brand.ts'
import { PieceSet } from '../core/pieceSet.ts'
import type { Disk, Room } from '../storage/disk.ts'
import type { HashPieces } from '../storage/hashing/hashPieces.ts'
import { MemoryStore } from '../storage/memoryStore.ts'
import type { PieceStore } from '../storage/pieceStore.ts'
import { StoreError } from '../storage/problems.ts'
import type { SpaceSnapshot } from './engineApi.ts'
import type { Home } from './home.ts'
import type { Metainfo } from '../torrent/metainfo.ts'
import { DIGEST_LENGTH } from '../torrent/pieces.ts'

/** Left free for the browser's own needs when it is asked whether a share fits. */
const RESERVE: Bytes = 16 * 1024 * 1024

/** The most that all shares together may take in memory: browsers end a page that holds much more. */
const MEMORY_LIMIT: Bytes = 1024 * 1024 * 1024

type SpaceOptions = Pick<Home, 'disk' | 'room' | 'hashPieces'>

/** Where fetched shares are put: the home's disk, or memory where it gives none. */
export class Space {
  readonly #disk: Disk | null
  readonly #room: Room
  readonly #hashPieces: HashPieces
  #inMemory: Bytes = 0

  constructor({ disk, room, hashPieces }: SpaceOptions) {
    this.#disk = disk
    this.#room = room
    this.#hashPieces = hashPieces
  }

  /** Rejects with a {@link StoreError} where a share that is to be fetched does not fit, before a byte is fetched. */
  async mustFit(metainfo: Metainfo): Promise<void> {
    if (!this.#disk) {
      this.#mustFitInMemory(metainfo.size)
      return
    }
    // Asked when something is to be kept, not before: browsers judge by what the user has done so far.
    void this.#room.persist().catch(() => false)
    const [isThere, free] = await Promise.all([this.#disk.has(metainfo), this.#free()])
    if (!isThere && metainfo.size + RESERVE > free) throw new StoreError('disk-full')
  }

  /** Opens the store of a share that fits. */
  async open(metainfo: Metainfo): Promise<PieceStore> {
    if (this.#disk) return this.#disk.openStore(metainfo)
    const { size } = metainfo
    // Others may have come meanwhile.
    this.#mustFitInMemory(size)
    this.#inMemory += size
    return new MemoryStore(size, () => (this.#inMemory -= size))
  }

  /** How much may be fetched in all where there is no disk; null where there is one. */
  get memoryLimit(): Bytes | null {
    return this.#disk ? null : MEMORY_LIMIT
  }

  #mustFitInMemory(size: Bytes): void {
    if (this.#inMemory + size > MEMORY_LIMIT) throw new StoreError('no-disk')
  }

  /** Whether this disk has a store of the share, whatever is in it. */
  async has(metainfo: Metainfo): Promise<boolean> {
    return (await this.#disk?.has(metainfo)) ?? false
  }

  /**
   * What is used and what there may be; null where the browser does not tell.
   *
   * @param known the shares whose data somebody can still reach; null where nobody knows: then nothing is left over
   */
  async usage(known: ReadonlySet<string> | null): Promise<SpaceSnapshot | null> {
    const [estimate, persisted, leftovers] = await Promise.all([
      this.#room.estimate(),
      this.#room.persisted(),
      known ? this.#leftovers(known) : [],
    ])
    const { usage, quota } = estimate
    if (usage === undefined || quota === undefined) return null
    return { used: usage, quota, persisted, leftovers: leftovers.reduce((sum, { size }) => sum + size, 0) }
  }

  /** Deletes the data of all shares but the known. */
  async deleteLeftovers(known: ReadonlySet<string>): Promise<void> {
    for (const { share } of await this.#leftovers(known)) await this.delete(share)
  }

  async #leftovers(known: ReadonlySet<string>): Promise<{ share: string; size: Bytes }[]> {
    const sizes = (await this.#disk?.sizes()) ?? new Map<string, Bytes>()
    return [...sizes].filter(([share]) => !known.has(share)).map(([share, size]) => ({ share, size }))
  }

  /** The pieces of a share that an earlier visit left on this disk, found by hashing them; null when there is none. */
  async present(metainfo: Metainfo, signal: AbortSignal): Promise<PieceSet | null> {
    if (!this.#disk || metainfo.size === 0 || !(await this.#disk.has(metainfo))) return null
    const digests = await this.#hashPieces(await this.#disk.contents(metainfo), {
      pieceLength: metainfo.pieceLength,
      signal,
      progress: () => undefined,
    })
    const present = new PieceSet(digests.length / DIGEST_LENGTH)
    for (let piece = 0; piece < present.capacity; piece++)
      if (sameDigest(digests, metainfo.pieces, piece * DIGEST_LENGTH)) present.add(piece)
    return present.size > 0 ? present : null
  }

  async delete(share: string): Promise<void> {
    await this.#disk?.delete(share)
  }

  async #free(): Promise<Bytes> {
    const { quota, usage } = await this.#room.estimate()
    return quota === undefined ? Infinity : quota - (usage ?? 0)
  }
}

function sameDigest(a: Uint8Array, b: Uint8Array, at: number): boolean {
  for (let index = at; index < at + DIGEST_LENGTH; index++) if (a[index] !== b[index]) return false
  return true
}
