import type { Bytes } from '../../core/brand.ts'
import type { InfoHash } from '../../core/infoHash.ts'
import type { Disk } from '../../storage/disk.ts'
import type { PieceStore } from '../../storage/pieceStore.ts'
import { StoreError } from '../../storage/problems.ts'
import type { Metainfo } from '../../torrent/metainfo.ts'
import { DATA_FILE, SHARES_FOLDER, type OpfsReply, type OpfsRequest } from './protocol.ts'

/** Bytes copied at once into a Blob. */
const COPY_STEP: Bytes = 4 * 1024 * 1024

interface PendingCall {
  resolve(bytes: Uint8Array<ArrayBuffer> | undefined): void
  reject(error: StoreError): void
}

/** How much of a share it knows. */
type Stored = Pick<Metainfo, 'infoHash' | 'size'>

/** The browser's own disk space for this site (the origin private file system), through one worker. */
export class OpfsDisk implements Disk {
  readonly #worker = new Worker(new URL('./opfsWorker.ts', import.meta.url), {
    type: 'module',
    name: 'store',
  })
  readonly #pending = new Map<number, PendingCall>()
  #calls = 0

  private constructor() {
    this.#worker.onmessage = (event: MessageEvent<OpfsReply>) => this.#settle(event.data)
    this.#worker.onerror = () => {
      for (const call of this.#pending.values()) call.reject(new StoreError('store-broken'))
      this.#pending.clear()
    }
  }

  /** Null where the browser keeps no files for sites: private windows of some browsers, and old ones. */
  static async open(): Promise<OpfsDisk | null> {
    try {
      await navigator.storage.getDirectory()
    } catch {
      return null
    }
    return new OpfsDisk()
  }

  /** Ends the worker; the stores must be closed before. */
  close(): void {
    this.#worker.terminate()
  }

  async has({ infoHash, size }: Stored): Promise<boolean> {
    const file = await this.file(infoHash).catch(() => null)
    return file?.size === size
  }

  async openStore({ infoHash, size }: Stored): Promise<PieceStore> {
    await this.ask({ op: 'open', share: infoHash, size })
    return new OpfsStore(this, infoHash)
  }

  async contents({ infoHash }: Stored): Promise<readonly Blob[]> {
    return [await this.file(infoHash)]
  }

  async delete(infoHash: string): Promise<void> {
    await this.ask({ op: 'delete', share: infoHash })
  }

  async sizes(): Promise<ReadonlyMap<string, Bytes>> {
    const root = await navigator.storage.getDirectory()
    const sizes = new Map<string, Bytes>()
    const shares = await root.getDirectoryHandle(SHARES_FOLDER).catch(() => null)
    for await (const [share, folder] of shares?.entries() ?? []) {
      // What is deleted while this looks takes nothing any more.
      const file =
        folder instanceof FileSystemDirectoryHandle
          ? await folder
              .getFileHandle(DATA_FILE)
              .then((handle) => handle.getFile())
              .catch(() => null)
          : null
      sizes.set(share, file?.size ?? 0)
    }
    return sizes
  }

  /** The file that holds a share's bytes. */
  async file(share: InfoHash): Promise<File> {
    const root = await navigator.storage.getDirectory()
    const shares = await root.getDirectoryHandle(SHARES_FOLDER)
    const folder = await shares.getDirectoryHandle(share)
    return (await folder.getFileHandle(DATA_FILE)).getFile()
  }

  ask(request: OpfsRequest): Promise<Uint8Array<ArrayBuffer> | undefined> {
    const call = this.#calls++
    const transfer = request.op === 'write' ? [request.bytes.buffer] : []
    return new Promise((resolve, reject) => {
      this.#pending.set(call, { resolve, reject })
      this.#worker.postMessage({ ...request, call }, transfer)
    })
  }

  #settle(reply: OpfsReply): void {
    const call = this.#pending.get(reply.call)
    this.#pending.delete(reply.call)
    if (reply.ok) call?.resolve(reply.bytes)
    else call?.reject(new StoreError(reply.code, { cause: reply.message }))
  }
}

class OpfsStore implements PieceStore {
  readonly #disk: OpfsDisk
  readonly #share: InfoHash

  constructor(disk: OpfsDisk, share: InfoHash) {
    this.#disk = disk
    this.#share = share
  }

  async read(offset: Bytes, length: Bytes): Promise<Uint8Array<ArrayBuffer>> {
    return this.#answered({ op: 'read', share: this.#share, offset, length })
  }

  async write(offset: Bytes, bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
    // A part of something longer would take all of it along.
    const own = bytes.length === bytes.buffer.byteLength ? bytes : bytes.slice()
    return this.#answered({ op: 'write', share: this.#share, offset, bytes: own })
  }

  async flush(): Promise<void> {
    await this.#disk.ask({ op: 'flush', share: this.#share })
  }

  async blob(offset: Bytes, length: Bytes, settled: boolean): Promise<Blob> {
    // A File is a snapshot: it must be taken after everything written has reached the disk, and the next write
    // makes it unreadable. While writes go on, the bytes are copied into Blobs, which the browser puts on disk.
    if (!settled) return this.#copy(offset, length)
    await this.flush()
    return (await this.#disk.file(this.#share)).slice(offset, offset + length)
  }

  async #answered(request: OpfsRequest): Promise<Uint8Array<ArrayBuffer>> {
    const bytes = await this.#disk.ask(request)
    if (!bytes) throw new StoreError('store-broken')
    return bytes
  }

  async #copy(offset: Bytes, length: Bytes): Promise<Blob> {
    const parts: Blob[] = []
    for (let at = 0; at < length; at += COPY_STEP) {
      parts.push(new Blob([await this.read(offset + at, Math.min(COPY_STEP, length - at))]))
    }
    return new Blob(parts)
  }

  async close(): Promise<void> {
    await this.#disk.ask({ op: 'close', share: this.#share })
  }

  async destroy(): Promise<void> {
    await this.#disk.ask({ op: 'delete', share: this.#share })
  }
}
