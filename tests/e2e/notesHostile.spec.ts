import { join } from 'node:path'
import { makeFile } from '../support/files.ts'
import { expect, test } from '../support/fixtures.ts'
import { attackFromNode } from '../support/node/hostilePeers.ts'
import { NotesView } from '../support/notesView.ts'

/** Peers that mean no good harm themselves, and nobody else's notes. */

const DROPPED = ['junk', 'forger', 'gap', 'repeater', 'flooder', 'intruder', 'thief']
const LIES = [
  'Forged by a stranger',
  'One thing to one',
  'Another thing to another',
  'Let me in',
  'Not mine to write',
  'Gap 5',
  'Gap 99',
]

test('whoever forges, floods, leaves gaps or sends junk is dropped, and all notes stay', async ({
  newPeer,
  site,
  folder,
}) => {
  test.slow()
  const path = join(folder, 'attacked.bin')
  await makeFile(path, 100_000, 'attacked')
  const [ann, ben] = [await newPeer(), await newPeer()]
  const given = await ann.chooseFiles(path)
  await (await ben.download(await given.link())).reaches('seeding')
  const [annNotes, benNotes] = [new NotesView(ann), new NotesView(ben)]
  await annNotes.write('Honest before')
  await benNotes.shows(['Honest before'])

  const magnet = await given.magnet()
  // One after the other: how many they meet of each other is not what counts.
  for (const attack of DROPPED) {
    const hostile = attackFromNode(site.trackerUrl, folder, magnet, [attack])
    try {
      await expect(() => {
        expect(hostile.count(attack).dropped, `${attack}: ${hostile.output()}`).toBeGreaterThanOrEqual(1)
      }).toPass({ timeout: 60_000 })
    } finally {
      await hostile.stop()
    }
  }
  const liar = attackFromNode(site.trackerUrl, folder, magnet, ['equivocator'])
  try {
    // Both have been told, each another thing.
    await expect(() => {
      expect(liar.count('equivocator').met, `equivocator: ${liar.output()}`).toBe(2)
    }).toPass({ timeout: 60_000 })
    await benNotes.write('Honest meanwhile')
    await annNotes.shows(['Honest before', 'Honest meanwhile'])
    for (const notes of [annNotes, benNotes]) await notes.showsNone(LIES)
  } finally {
    await liar.stop()
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
