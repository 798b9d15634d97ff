import type { Bytes } from '../core/brand.ts'
import type { Metainfo } from '../torrent/metainfo.ts'
import type { PieceStore } from './pieceStore.ts'

/** Where a home keeps what is fetched. */
export interface Disk {
  /** Whether data of this share is already here, of the right size, whatever is in it. */
  has(share: Metainfo): Promise<boolean>
  /** Opens or makes the store of a share. Rejects with a `StoreError`: `full` or `in-use` early. */
  openStore(share: Metainfo): Promise<PieceStore>
  /** The bytes of a share that it {@link has}, laid end to end. */
  contents(share: Metainfo): Promise<readonly Blob[]>
  /** What every share takes that has something here, by info hash. */
  sizes(): Promise<ReadonlyMap<string, Bytes>>
  /** Deletes what is here of a share. */
  delete(infoHash: string): Promise<void>
}

/** How much room there is for all shares (a browser's `StorageManager`). */
export interface Room {
  /** Both absent where nobody tells. */
  estimate(): Promise<{ readonly usage?: Bytes; readonly quota?: Bytes }>
  /** Asks that nothing be cleared when the disk gets full; whether that is promised. */
  persist(): Promise<boolean>
  /** Whether it was promised. */
  persisted(): Promise<boolean>
}
