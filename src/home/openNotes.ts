import { NoteRooms } from '../notes/noteRooms.ts'
import { IndexedNotes } from './library/indexedNotes.ts'
import type { Versions } from './library/siteDatabase.ts'

/**
 * Opens the notes of this browser; a chunk of its own, for the engine does without. Rejects as
 * {@link IndexedNotes.open}.
 */
export async function openNotes(
  profile: Parameters<typeof NoteRooms.open>[0],
  versions: Versions,
): Promise<NoteRooms> {
  return NoteRooms.open(profile, await IndexedNotes.open(versions))
}
