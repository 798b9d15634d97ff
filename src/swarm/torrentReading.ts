import { readInfo, readMetainfo, type Metainfo } from '../torrent/metainfo.ts'

/** A .torrent file, or an info dictionary by itself (BEP 9). */
export type TorrentKind = 'file' | 'info'

export interface TorrentRequest {
  readonly kind: TorrentKind
  readonly bytes: Uint8Array
}

/** @throws {MetainfoError}. */
export function readTorrent({ kind, bytes }: TorrentRequest): Promise<Metainfo> {
  return kind === 'file' ? readMetainfo(bytes) : readInfo(bytes)
}
