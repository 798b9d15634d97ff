import type { Metainfo } from '../../torrent/metainfo.ts'
import type { MetainfoProblem } from '../../torrent/problems.ts'

/** What the worker answers to a `TorrentRequest`. */
export type TorrentReply =
  | { readonly kind: 'metainfo'; readonly metainfo: Metainfo }
  | { readonly kind: 'refused'; readonly problem: MetainfoProblem }
