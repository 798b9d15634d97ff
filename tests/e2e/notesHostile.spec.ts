import { join } from 'node:path'
import { makeFile } from '../support/files.ts'
import { expect, test } from '../support/fixtures.ts'
import { LIES } from '../support/node/attacks.ts'
import { attackFromNode } from '../support/node/hostilePeers.ts'
import { NotesView } from '../support/notesView.ts'

/** Peers that mean no good harm themselves, and nobody else's notes. More of them are in tests/notes/hostile.test.ts. */

const ATTACKS = ['junk', 'forger', 'equivocator']

test('whoever forges or sends junk is dropped, who says two things is not believed, and all notes stay', async ({
  newPeer,
  site,
  folder,
}) => {
  const path = join(folder, 'attacked.bin')
  await makeFile(path, 100_000, 'attacked')
  const [ann, ben] = [await newPeer(), await newPeer()]
  const given = await ann.chooseFiles(path)
  await (await ben.download(await given.link())).reaches('seeding')
  const [annNotes, benNotes] = [new NotesView(ann), new NotesView(ben)]
  await annNotes.write('Honest before')
  await benNotes.shows(['Honest before'])

  const hostile = attackFromNode(site.trackerUrl, folder, await given.magnet(), ATTACKS)
  try {
    for (const attack of ['junk', 'forger']) {
      await expect(() => {
        expect(hostile.count(attack).dropped, `${attack}: ${hostile.output()}`).toBeGreaterThanOrEqual(1)
      }).toPass({ timeout: 60_000 })
    }
    // Both have been told, each another thing.
    await expect(() => {
      expect(hostile.count('equivocator').met, hostile.output()).toBe(2)
    }).toPass({ timeout: 60_000 })
    await benNotes.write('Honest meanwhile')
    await annNotes.shows(['Honest before', 'Honest meanwhile'])
    for (const notes of [annNotes, benNotes]) await notes.showsNone(LIES)
  } finally {
    await hostile.stop()
  }

  // Neither those who are left nor one who comes now have anything of it.
  const late = await newPeer()
  await (await late.download(await given.link())).reaches('seeding')
  const lateNotes = new NotesView(late)
  await lateNotes.write('Honest after')
  for (const notes of [annNotes, benNotes, lateNotes]) {
    await notes.shows(['Honest before', 'Honest meanwhile', 'Honest after'])
    await notes.showsNone(LIES)
  }
})
