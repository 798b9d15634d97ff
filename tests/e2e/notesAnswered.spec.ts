import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { makeFile } from '../support/files.ts'
import { expect, test } from '../support/fixtures.ts'
import { NotesView } from '../support/notesView.ts'
import type { Peer } from '../support/peer.ts'
import type { ShareView } from '../support/shareView.ts'

/** Who returns to a review is told once that somebody has answered. */

test.setTimeout(90_000)

test('an answer is told when its reader returns, with nobody or with its author there, until it was seen', async ({
  newPeer,
  folder,
}) => {
  const path = join(folder, 'film.bin')
  await makeFile(path, 200_000, 'answered')
  const [giver, ann, ben] = [await newPeer(), await newPeer(), await newPeer()]
  const link = await (await giver.chooseFiles(path)).link()
  for (const peer of [ann, ben]) await (await peer.download(link)).reaches('seeding')
  await giver.leave()
  const [hers, his] = [new NotesView(ann), new NotesView(ben)]
  await hers.becomes('Ann')
  await hers.write('The sky is too dark')
  await hers.write('Too loud here')
  await his.becomes('Ben')
  await his.shows(['The sky is too dark', 'Too loud here'])

  // She is elsewhere on the site while he answers: it comes, and she has not seen it.
  await ann.home()
  await ann.share().reaches('seeding')
  await his.answer('The sky is too dark', 'It is night')
  await expect.poll(() => envelopesKept(ann.page)).toBe(3)
  await ben.page.close()
  await returns(ann, link)
  await expect(told(ann.page)).toHaveText(/^Ben answered you/)
  await expect(hers.thread('The sky is too dark').getByText('new', { exact: true })).toHaveCount(1)
  await told(ann.page).getByRole('button', { name: 'Show the answer' }).click()
  await expect(told(ann.page)).toHaveCount(0)
  await expect(hers.thread('The sky is too dark')).toBeFocused()
  await expect(hers.thread('The sky is too dark')).toHaveAttribute('aria-current', 'true')
  await expect(hers.region.getByText('It is night', { exact: true })).toBeInViewport()

  // Once: the next time it is neither told nor new.
  await returns(ann, link)
  await hers.shows(['It is night'])
  await expect(hers.region.getByText('new', { exact: true })).toHaveCount(0)
  await expect(told(ann.page)).toHaveCount(0)

  // She is away altogether while he answers twice, and he is there when she returns.
  await ann.page.close()
  const back = await ben.context.newPage()
  await back.goto(link)
  const again = new NotesView({ page: back })
  await again.answer('Too loud here', 'It is a storm')
  await again.answer('The sky is too dark', 'I made it brighter')
  const page = await ann.context.newPage()
  await page.setViewportSize({ width: 380, height: 500 })
  await page.goto(link)
  await expect(told(page)).toHaveText(/^2 new answers/)
  await told(page).getByRole('button', { name: 'Show the answer' }).click()
  await expect(told(page)).toHaveText(/^Ben answered you/)
  // What is read without a click counts as well.
  await new NotesView({ page }).region.getByText('It is a storm', { exact: true }).scrollIntoViewIfNeeded()
  await expect(told(page)).toHaveCount(0)
  await expect(told(back)).toHaveCount(0)
})

/** The line that tells of an answer. */
function told(page: Page) {
  return page.locator('.answered')
}

async function returns(peer: Peer, link: string): Promise<ShareView> {
  const share = await peer.open(link)
  await share.reaches('seeding')
  return share
}

/** How many changes of notes the browser keeps. */
function envelopesKept(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('shoal.notes')
        opening.onerror = () => reject(new Error('no notes'))
        opening.onsuccess = () => {
          const database = opening.result
          const counting = database.transaction('envelopes').objectStore('envelopes').count()
          counting.onsuccess = () => {
            database.close()
            resolve(counting.result)
          }
        }
      }),
  )
}
