import type { LibraryDraft } from '../../storage/library.ts'
import { localFilesOf } from '../shareSource.ts'
import type { Active } from './active.ts'
import { Hashing } from './hashing.ts'
import type { Life } from './life.ts'

/**
 * Begins to hash the files of a draft anew, if they can be opened: answers the phase that does.
 *
 * @param ask ask the user for permission
 */
export async function openDraft(
  life: Life<Hashing | Active>,
  draft: LibraryDraft,
  ask: boolean,
): Promise<Hashing | null> {
  const { context, record, signal } = life
  const opened = await context.openKept(draft.files, ask)
  signal.throwIfAborted()
  if (!opened) return null
  const files = draft.files.flatMap(({ path, handle, folder }, index) => {
    const file = opened[index]
    return file ? [{ path, file, handle, folder }] : []
  })
  record.source = {
    kind: 'files',
    files,
    name: record.name,
    sealed: draft.sealed ?? false,
    terms: { password: null, endsAt: draft.endsAt ?? null },
  }
  record.localFiles = localFilesOf(record.source)
  return new Hashing(life, files)
}
