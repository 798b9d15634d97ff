import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Records } from '../../../../server/peer/keeper/records.ts'
import type { LibraryEntry } from '../../../../src/storage/library.ts'
import { infoHash } from '../../../wire/trackerIds.ts'
import { temporaryFolder } from '../../support/testServer.ts'

const entry: LibraryEntry = {
  infoHash: infoHash(1),
  torrentFile: Uint8Array.of(1, 2, 255),
  files: null,
  wanted: [0, 2],
  paused: false,
  limits: { give: 5, get: null, ratio: null },
  addedAt: 7,
}
const progress = { bitfield: Uint8Array.of(0xa0), got: 5, given: 6, checkedAt: 8 }

test('shares, how far they are, and drafts outlive the process', async () => {
  const path = join(temporaryFolder(), 'records.sqlite')
  const before = new Records(path)
  await before.put(entry)
  expect(before.get(entry.infoHash)).toEqual({ entry, progress: null })
  await before.putProgress(entry.infoHash, progress)
  const other = { ...entry, infoHash: infoHash(2), addedAt: 6 }
  await before.put(other)
  const draft = { id: 'd', name: 'film', files: [] }
  await before.putDraft(draft)
  before.close()

  const records = new Records(path)
  expect([...records.infoHashes()].sort()).toEqual([infoHash(1), infoHash(2)])
  expect(await records.all()).toEqual([
    { entry: other, progress: null },
    { entry, progress },
  ])
  // How far it is stays when the rest is written anew.
  await records.put({ ...entry, paused: true })
  expect(records.get(entry.infoHash)).toEqual({ entry: { ...entry, paused: true }, progress })
  await records.delete(entry.infoHash)
  await records.putProgress(entry.infoHash, progress)
  expect(records.get(entry.infoHash)).toBeNull()
  expect(await records.drafts()).toEqual([draft])
  await records.deleteDraft('d')
  expect(await records.drafts()).toEqual([])
  records.close()
})
