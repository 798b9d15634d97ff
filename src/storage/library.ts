import type { Bytes } from '../core/brand.ts'
import type { InfoHash } from '../core/infoHash.ts'
import type { ShareLimits } from '../core/limits.ts'
import type { SealSecret } from '../core/sealSecret.ts'

/** What is remembered of one share, all but how far it is. */
export interface LibraryEntry {
  readonly infoHash: InfoHash
  /** A .torrent file's bytes (BEP 3). */
  readonly torrentFile: Uint8Array<ArrayBuffer>
  /** The user's own files, in the torrent's order; null for a share that was fetched. */
  readonly files: readonly KeptFile[] | null
  /** All of the user's own files is on this home's disk as well, as what is fetched is. */
  readonly copied?: boolean
  /** Indexes of the files to fetch; null for all. */
  readonly wanted: readonly number[] | null
  readonly paused: boolean
  /** Absent in records of before there were limits. */
  readonly limits?: ShareLimits
  /**
   * Which hosts it may contact of those that its link named (`all`: any), and whether its own link names
   * them to others. Absent in records of before anybody was asked.
   */
  readonly contacts?: { readonly allowed: readonly string[] | 'all'; readonly passesOn: boolean }
  /** Of a sealed share that can be opened here; absent for any other, and in records of before there were such. */
  readonly seal?: KeptSeal
  /** When it was added, for the order of the list: milliseconds since 1970. */
  readonly addedAt: number
}

/** What opens a sealed share. */
export interface KeptSeal {
  readonly secret: SealSecret
  /** What its password comes to, so that it is not asked for again; absent for a share without one. */
  readonly stretched?: Uint8Array<ArrayBuffer>
  /** What it holds, with its frame (see `writeManifest`). */
  readonly manifest: Uint8Array<ArrayBuffer>
}

/** What tells whether one of the user's own files is still the one that was shared. */
export interface KeptFile {
  readonly size: Bytes
  /** Milliseconds since 1970. */
  readonly lastModified: number
  /** Null where the home gives none: then the files must be chosen again. */
  readonly handle: Handle | null
  /** The folder that it was dropped in: leave to read it covers all its files. Null for a file by itself. */
  readonly folder: Handle | null
}

/**
 * The home's way back to a file or folder (a page's `FileSystemHandle`), which a library can keep. Nobody but the
 * home looks into it.
 */
export interface Handle {
  readonly kind: 'file' | 'directory'
  readonly name: string
}

/** Files that are still being hashed, so that there is no info hash yet. Kept only where every file has a handle. */
export interface LibraryDraft {
  /** The share's local key, which the page's address names. */
  readonly id: string
  readonly name: string
  /** Whether they are to be sealed; absent in records of before there was such a thing. */
  readonly sealed?: boolean
  /** When they are served no more, if they are sealed: since 1970. */
  readonly endsAt?: number | null
  readonly files: readonly (KeptFile & { readonly path: readonly string[] })[]
}

/** How far a share is; written every second while pieces arrive, so it is kept apart from the rest. */
export interface LibraryProgress {
  /** BEP 3: first piece in the highest bit. Only pieces that had reached the disk before this was written. */
  readonly bitfield: Uint8Array
  readonly got: Bytes
  readonly given: Bytes
  /** When all that is here was last read and found right: milliseconds since 1970; null for never. */
  readonly checkedAt: number | null
}

/** The shares of this home, kept when it ends. After a crash there is the old record or the new one, never half of either. */
export interface Library {
  /** Everything that is remembered, oldest first. */
  all(): Promise<readonly { entry: LibraryEntry; progress: LibraryProgress | null }[]>
  put(entry: LibraryEntry): Promise<void>
  putProgress(infoHash: InfoHash, progress: LibraryProgress): Promise<void>
  /** Forgets a share. */
  delete(infoHash: InfoHash): Promise<void>
  drafts(): Promise<readonly LibraryDraft[]>
  putDraft(draft: LibraryDraft): Promise<void>
  deleteDraft(id: string): Promise<void>
}
