import type { Bytes } from '../core/brand.ts'
import { CodedError } from '../core/codedError.ts'

/** Why bytes are not bencoding (BEP 3). */
export type BencodeProblem =
  | { readonly code: 'not-bencoded' }
  | { readonly code: 'bencode-cut-short' }
  | { readonly code: 'bencode-key-twice' } // which one counts is not settled anywhere
  | { readonly code: 'bencode-too-many-keys' }
  | { readonly code: 'bencode-too-deep' }
  | { readonly code: 'bencode-minus-zero' }
  | { readonly code: 'bencode-leading-zero' }

/** Why bytes are not a torrent that we can open. */
export type MetainfoProblem =
  | BencodeProblem
  | { readonly code: 'not-a-torrent' }
  | { readonly code: 'torrent-too-large' }
  | { readonly code: 'torrent-goes-on' } // something follows an info dictionary
  | { readonly code: 'torrent-of-version-2' }
  | { readonly code: 'torrent-of-no-tracker' } // it is private, and no browser reaches one of its trackers
  | { readonly code: 'torrent-takes-too-long' }
  | { readonly code: 'files-too-large' }
  | { readonly code: 'piece-length-missing' }
  | { readonly code: 'piece-length-senseless' }
  | { readonly code: 'pieces-too-short'; readonly length: Bytes; readonly least: Bytes }
  | { readonly code: 'pieces-too-long'; readonly length: Bytes; readonly most: Bytes }
  | { readonly code: 'piece-hashes-damaged' }
  | { readonly code: 'piece-hashes-miscounted'; readonly hashes: number; readonly pieces: number }
  | { readonly code: 'file-list-damaged' }
  | { readonly code: 'torrent-of-too-many-files'; readonly most: number }
  | { readonly code: 'torrent-of-too-many-folders' }
  | { readonly code: 'file-too-deep'; readonly most: number }
  | { readonly code: 'only-padding' }
  | { readonly code: 'file-length-missing' }
  | { readonly code: 'file-too-large' }
  | { readonly code: 'file-length-negative' }

export class BencodeError extends CodedError<BencodeProblem> {
  override readonly name = 'BencodeError'
}

export class MetainfoError extends CodedError<MetainfoProblem> {
  override readonly name = 'MetainfoError'
}
