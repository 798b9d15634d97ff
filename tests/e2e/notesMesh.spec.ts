import { join } from 'node:path'
import { makeFile } from '../support/files.ts'
import { expect, test } from '../support/fixtures.ts'
import { fetchInNode } from '../support/node/nodePeer.ts'
import { NotesView } from '../support/notesView.ts'
import type { Peer } from '../support/peer.ts'

/** Notes come to everybody whatever the network is like. */

test('three write and change at once, and all have the same, each once', async ({ newPeer, folder }) => {
  const path = join(folder, 'film.bin')
  await makeFile(path, 100_000, 'at once')
  const peers = [await newPeer(), await newPeer(), await newPeer()] as const
  const link = await (await peers[0].chooseFiles(path)).link()
  for (const peer of peers.slice(1)) await (await peer.download(link)).reaches('seeding')
  const [ann, ben, cleo] = [new NotesView(peers[0]), new NotesView(peers[1]), new NotesView(peers[2])]
  const all = [ann, ben, cleo]

  const texts = all.map((_, who) => Array.from({ length: 6 }, (_unused, at) => `Note ${at} of page ${who}`))
  await Promise.all(
    all.map(async (notes, who) => {
      await notes.becomes(`Page ${who}`)
      for (const text of texts[who] ?? []) await notes.write(text)
    }),
  )
  for (const notes of all) await notes.shows(texts.flat())

  // One is changed by its author, one answered by two at once, others settled. On each page one thing after
  // the other: it has one mouse.
  const answerAndSettle = async (notes: NotesView, text: string, settled: string) => {
    await notes.answer('Note 2 of page 0', text)
    await notes.resolve(settled)
  }
  await Promise.all([
    ann.edit('Note 5 of page 0', 'Changed by its author'),
    answerAndSettle(ben, 'An answer of Ben’s', 'Note 3 of page 0'),
    answerAndSettle(cleo, 'An answer of Cleo’s', 'Note 4 of page 0'),
  ])
  for (const notes of all) {
    await notes.shows(['Changed by its author', 'An answer of Ben’s', 'An answer of Cleo’s'])
    await notes.showsNone(['Note 5 of page 0'])
    await expect(notes.thread('Note 2 of page 0')).toContainText('An answer of Ben’s')
    await expect(notes.thread('Note 2 of page 0')).toContainText('An answer of Cleo’s')
    for (const text of ['Note 3 of page 0', 'Note 4 of page 0']) {
      await expect(notes.thread(text)).toContainText('resolved')
    }
  }
})

test('notes pass through one who stands between two that never meet, and a split heals', async ({
  newPeer,
  newSite,
  folder,
}) => {
  const path = join(folder, 'between.bin')
  await makeFile(path, 100_000, 'between')
  const [left, right] = [await newSite(), await newSite()]
  const ann = await newPeer({ site: left })
  const given = await ann.chooseFiles(path)
  const link = await given.link()
  const infoHash = await given.infoHash()
  // Ben alone asks both trackers, and no link of the others names the one they do not know.
  const both = `${left.url}#${await given.magnet()}&tr=${encodeURIComponent(right.trackerUrl)}`
  const ben = await newPeer({ site: left })
  await (await ben.download(both)).reaches('seeding')
  const cleo = await newPeer({ site: right })
  await (await cleo.download(`${right.url}#${infoHash}`)).reaches('seeding')
  expect(link).toBe(`${left.url}#${infoHash}&n=between.bin&s=100000`)

  const [annNotes, cleoNotes] = [new NotesView(ann), new NotesView(cleo)]
  await annNotes.write('From the left')
  await cleoNotes.write('From the right')
  for (const peer of [ann, ben, cleo]) {
    await new NotesView(peer).shows(['From the left', 'From the right'])
  }
  await cleoNotes.answer('From the left', 'Heard on the right')
  await expect(annNotes.thread('From the left')).toContainText('Heard on the right')

  await ben.page.goto('about:blank')
  await annNotes.write('Left alone')
  await annNotes.edit('From the left', 'From the far left')
  await cleoNotes.write('Right alone')
  await expect(cleoNotes.region.getByText('From the left', { exact: true })).toHaveCount(1)
  await annNotes.showsNone(['Right alone'])

  await (await ben.open(both)).reaches('seeding')
  const whole = ['From the far left', 'From the right', 'Heard on the right', 'Left alone', 'Right alone']
  for (const peer of [ann, ben, cleo]) {
    await new NotesView(peer).shows(whole)
    await new NotesView(peer).showsNone(['From the left'])
  }
})

test('one who is away writes and changes, reloads, and comes back with it', async ({ newPeer, folder }) => {
  const path = join(folder, 'away.bin')
  await makeFile(path, 100_000, 'away')
  const [ann, ben] = [await newPeer(), await newPeer()]
  const link = await (await ann.chooseFiles(path)).link()
  const share = await ben.download(link)
  await share.reaches('seeding')
  const [annNotes, benNotes] = [new NotesView(ann), new NotesView(ben)]
  await annNotes.write('Before')
  await benNotes.write('Ben was here')
  await benNotes.shows(['Before'])
  await annNotes.shows(['Ben was here'])

  await share.button('Pause').click()
  await share.reaches('paused')
  await benNotes.write('Written away')
  await benNotes.edit('Ben was here', 'Ben was away')
  await annNotes.write('Written meanwhile')
  await annNotes.edit('Before', 'Long before')
  await ben.page.reload()
  await share.reaches('paused')
  await benNotes.shows(['Before', 'Written away', 'Ben was away'])
  await benNotes.write('Written after a reload')
  await annNotes.showsNone(['Written away', 'Ben was away', 'Written after a reload'])

  await share.button('Resume').click()
  const whole = ['Long before', 'Ben was away', 'Written away', 'Written meanwhile', 'Written after a reload']
  for (const notes of [annNotes, benNotes]) {
    await notes.shows(whole)
    await notes.showsNone(['Before', 'Ben was here'])
  }
})

test('a plain client is left in peace', async ({ newPeer, site, folder }) => {
  const path = join(folder, 'plain.bin')
  const sha1 = await makeFile(path, 3_000_000, 'plain')
  const [ann, ben] = [await newPeer(), await newPeer()]
  const given = await ann.chooseFiles(path)
  await (await ben.download(await given.link())).reaches('seeding')
  const node = fetchInNode(site.trackerUrl, await given.magnet(), join(folder, 'fetched'))
  try {
    await writeMany(ann, 'before')
    expect((await node.told('done')).files).toEqual({ 'plain.bin': sha1 })
    const texts = await writeMany(ann, 'after')
    await new NotesView(ben).shows(texts)
  } finally {
    await node.stop()
  }
})

async function writeMany(peer: Peer, when: string): Promise<readonly string[]> {
  const texts = Array.from({ length: 5 }, (_, at) => `Note ${at} ${when}`)
  for (const text of texts) await new NotesView(peer).write(text)
  return texts
}
