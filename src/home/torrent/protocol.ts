import type { Metainfo } from '../../torrent/metainfo.ts'

/** What the worker answers to a `TorrentRequest`. */
export type TorrentReply =
  | { readonly kind: 'metainfo'; readonly metainfo: Metainfo }
  /** It is none, for the reason told in words. */
  | { readonly kind: 'refused'; readonly words: string }
