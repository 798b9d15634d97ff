import type { Bytes } from '../core/brand.ts'
import type { Invitation } from '../core/invitation.ts'
import { safeName } from '../core/safePath.ts'
import type { SealSecret } from '../core/sealSecret.ts'
import type { LibraryDraft, LibraryEntry, LibraryProgress } from '../storage/library.ts'
import type { LocalFile, SealTerms } from './engineApi.ts'
import type { Metainfo } from '../torrent/metainfo.ts'

/** Where a share comes from. */
export type ShareSource =
  | FilesSource
  | { kind: 'invitation'; invitation: Invitation }
  | { kind: 'draft'; draft: LibraryDraft }
  | { kind: 'torrent'; metainfo: Metainfo }
  | KeptSource

/** The user's own files. */
export interface FilesSource {
  kind: 'files'
  files: readonly LocalFile[]
  name: string
  leftOut?: readonly string[]
  keepsCopy?: boolean
  /** Only who has the link is to read them. */
  sealed: boolean
  /** If they are sealed. */
  terms: SealTerms
}

/** The library: an earlier visit to this page, or this one before it was reloaded. */
export interface KeptSource {
  kind: 'kept'
  entry: LibraryEntry
  progress: LibraryProgress | null
  /** Its files, if another tab had them open until now. */
  handed: readonly File[] | null
}

/** What to call the share before its metadata is known. */
export function nameOf(source: ShareSource): string {
  switch (source.kind) {
    case 'files':
      return safeName(source.name)
    case 'draft':
      return safeName(source.draft.name)
    case 'torrent':
      return source.metainfo.name
    case 'invitation':
      return source.invitation.name === null ? source.invitation.infoHash : safeName(source.invitation.name)
    case 'kept':
      return source.entry.infoHash
  }
}

/** What the share is opened with, if it is sealed and that is known. */
export function secretOf(source: ShareSource): SealSecret | null {
  if (source.kind === 'invitation') return source.invitation.key
  return source.kind === 'kept' ? (source.entry.seal?.secret ?? null) : null
}

/** The user's own files before they are hashed; null when there are none, or the metadata tells of them. */
export function localFilesOf(source: ShareSource): { path: readonly string[]; size: Bytes }[] | null {
  if (source.kind === 'files') return source.files.map(({ path, file }) => ({ path, size: file.size }))
  if (source.kind === 'draft') return source.draft.files.map(({ path, size }) => ({ path, size }))
  return null
}

/** Whether the bytes are in the user's own files. */
export function isMine(source: ShareSource): boolean {
  return (
    source.kind === 'files' ||
    source.kind === 'draft' ||
    (source.kind === 'kept' && source.entry.files !== null)
  )
}
