import { join } from 'node:path'
import type { InfoHash } from '../../src/core/infoHash.ts'
import { reviewLinkOf, type ReviewToken } from '../../src/core/reviewToken.ts'
import { deriveReview, makeReview } from '../../src/notes/reviewKeys.ts'
import { makeFile } from '../support/files.ts'
import { expect, test } from '../support/fixtures.ts'
import { NotesView } from '../support/notesView.ts'
import type { Peer } from '../support/peer.ts'

/** A review for those alone who have its secret. */

test('holders of the secret write, holders of the read-only link read, nobody else does either', async ({
  newPeer,
  folder,
}) => {
  const path = join(folder, 'private.bin')
  await makeFile(path, 100_000, 'private')
  const [ann, ben, reader, stranger] = [await newPeer(), await newPeer(), await newPeer(), await newPeer()]
  const told = framesOf([ann, ben, reader, stranger])
  const given = await ann.chooseFiles(path)
  const link = await given.link()
  const infoHash = (await given.infoHash()) as InfoHash
  const secret = makeReview()
  const { read } = await deriveReview(infoHash, secret)
  await new NotesView(ann).write('For everybody')

  await joinHere(ann, secret)
  await (await ben.download(reviewLinkOf(link, secret))).reaches('seeding')
  await (await reader.download(reviewLinkOf(link, read))).reaches('seeding')
  await (await stranger.download(link)).reaches('seeding')
  const [annNotes, benNotes] = [new NotesView(ann), new NotesView(ben)]
  const [readerNotes, strangerNotes] = [new NotesView(reader), new NotesView(stranger)]

  await annNotes.write('Between us')
  await benNotes.shows(['Between us'])
  await benNotes.answer('Between us', 'Quite')
  for (const notes of [annNotes, benNotes, readerNotes]) {
    await expect(notes.thread('Between us')).toContainText('Quite')
    await notes.showsNone(['For everybody'])
  }
  await strangerNotes.shows(['For everybody'])
  await strangerNotes.write('Is anybody here?')
  await expect(readerNotes.region.getByLabel('New note')).toHaveCount(0)
  await strangerNotes.showsNone(['Between us', 'Quite'])

  // A link to another review, over this one: whoever made it would read what is written next.
  const trap = makeReview()
  await ben.page.evaluate((text) => (location.hash += `&review=${text}`), trap)
  await ben.page.getByRole('button', { name: /^Stay in/ }).click()
  expect(ben.page.url()).not.toContain('review')
  await benNotes.write('Nobody set a trap')
  await annNotes.shows(['Nobody set a trap'])

  // The one who only reads passes it on when the writers have gone.
  await ann.leave()
  await ben.leave()
  const late = await newPeer()
  await (await late.download(reviewLinkOf(link, secret))).reaches('seeding')
  await expect(new NotesView(late).thread('Between us')).toContainText('Quite')
  await new NotesView(late).write('I have come late')
  await readerNotes.shows(['I have come late'])
  await strangerNotes.showsNone(['I have come late', 'Between us'])

  // Kept across a reload at an address without the secret, and told to no tracker.
  await late.page.goto('about:blank')
  await late.open(link)
  await late.share().reaches('seeding')
  await new NotesView(late).shows(['Between us', 'I have come late'])
  await new NotesView(late).showsNone(['Is anybody here?'])
  expect(await late.share().magnet()).not.toContain('review')
  expect(told().length).toBeGreaterThan(0)
  for (const frame of told()) {
    expect(frame).not.toContain(secret)
    expect(frame).not.toContain(read.slice(2))
  }
})

test('a link that has lost the end of its secret opens nothing', async ({ newPeer, folder }) => {
  const path = join(folder, 'cut.bin')
  await makeFile(path, 1000, 'cut')
  const [ann, ben] = [await newPeer(), await newPeer()]
  const link = await (await ann.chooseFiles(path)).link()
  const whole = reviewLinkOf(link, makeReview())
  await ben.page.goto(whole.slice(0, -3))
  await expect(ben.page.getByText('Part of this link is missing')).toBeVisible()
  await expect(ben.share().article).toHaveCount(0)
})

/** What a page does whose address is changed to one with a secret. */
async function joinHere(peer: Peer, token: ReviewToken): Promise<void> {
  await peer.page.evaluate((text) => (location.hash += `&review=${text}`), token)
  await new NotesView(peer).showsNone(['For everybody'])
}

/** All that pages say to trackers, from now on. */
function framesOf(peers: readonly Peer[]): () => readonly string[] {
  const frames: string[] = []
  for (const { page } of peers) {
    page.on('websocket', (socket) => {
      frames.push(socket.url())
      socket.on('framesent', ({ payload }) => frames.push(payload.toString()))
    })
    page.on('request', (request) => {
      // Of the site itself: the address with all behind the # is for the browser alone.
      frames.push(new URL(request.url()).pathname, request.postData() ?? '')
    })
  }
  return () => frames
}
