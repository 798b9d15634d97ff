import { expect, onTestFinished } from 'vitest'
import { page } from 'vitest/browser'
import { NoteRooms } from '../../../src/notes/noteRooms.ts'
import { IndexedNotes } from '../../../src/home/library/indexedNotes.ts'
import { Versions } from '../../../src/home/library/siteDatabase.ts'
import type { ShareSnapshot } from '../../../src/swarm/snapshot.ts'
import { words } from '../../../src/ui/words/words.ts'
import { openPageWith, type Kept } from './openPage.ts'
import { RecordingEngine } from './recordingEngine.ts'
import { files, HASH, share } from './shares.ts'

/** A share with something to be looked at. */
export const PHOTO = share({
  files: files([
    ['Summer/photo.jpg', 8_000_000],
    ['Summer/film.mp4', 9_000_000],
  ]),
})

export const panel = page.getByRole('region', { name: 'Notes' })

export const threads = () => [...document.querySelectorAll<HTMLElement>('section.notes ol > li')]

/** What other tests have written. */
export function forgetNotes(): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase('shoal.notes')
    request.onsuccess = () => resolve()
    request.onerror = () => reject(new Error('The notes of another test could not be deleted.'))
  })
}

/** Opens the page of a share with its notes, over a real database. */
export async function openReview(
  one: ShareSnapshot = PHOTO,
  kept?: Kept,
  theme?: 'light' | 'dark',
): Promise<NoteRooms> {
  let rooms: NoteRooms | null = null
  const opened = await openPageWith(
    async (_handlers, _member, noting) => {
      const notes = await noting
      rooms = await NoteRooms.open(notes.profile, await IndexedNotes.open(new Versions(() => undefined)))
      notes.use(rooms)
      return new RecordingEngine([one])
    },
    HASH,
    theme,
    kept,
  )
  await opened.engine.get()
  const found = rooms as NoteRooms | null
  if (!found) throw new Error('The engine brings the notes.')
  onTestFinished(() => found.close())
  await expect.element(page.getByRole('region', { name: words.notes.heading })).toBeVisible()
  return found
}
