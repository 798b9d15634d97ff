import { join } from 'node:path'
import type { Locator } from '@playwright/test'
import { makeFile } from '../support/files.ts'
import { expect, test } from '../support/fixtures.ts'
import type { Peer } from '../support/peer.ts'

/** Notes on a share: every page ends with the same ones. */

test('notes, answers and edits come to everybody, and outlive a reload and their author', async ({
  newPeer,
  folder,
}) => {
  const path = join(folder, 'film.bin')
  await makeFile(path, 200_000, 'notes')
  const [ann, ben, cleo] = [await newPeer(), await newPeer(), await newPeer()]
  const given = await ann.chooseFiles(path)
  const link = await given.link()
  await (await ben.download(link)).reaches('seeding')
  await (await cleo.download(link)).reaches('seeding')

  await write(ann, 'The sky is too dark', 'Ann', '1:05')
  for (const peer of [ben, cleo]) await expect(thread(peer, 'The sky is too dark')).toContainText('1:05')
  await expect(thread(cleo, 'The sky is too dark')).toContainText('Ann')

  // All at once: an answer, an edit of the note, and its being settled.
  const edit = async () => {
    await thread(ann, 'The sky is too dark').getByRole('button', { name: 'Edit' }).click()
    await ann.page.getByLabel('Your note').fill('The sky is too bright')
    await thread(ann, '').getByRole('button', { name: 'Save', exact: true }).click()
  }
  const answer = async () => {
    await thread(ben, 'The sky').getByRole('button', { name: 'Answer' }).click()
    await ben.page.getByLabel('Your answer').fill('<b>I like it</b>')
    await ben.page.getByLabel('Your answer').press('Enter')
  }
  const resolve = () => thread(cleo, 'The sky').getByRole('button', { name: 'Resolve' }).click()
  await Promise.all([edit(), answer(), resolve()])
  for (const peer of [ann, ben, cleo]) {
    await expect(thread(peer, 'The sky is too bright')).toContainText('<b>I like it</b>')
    await expect(thread(peer, 'The sky is too bright')).toContainText('resolved')
  }
  await expect(thread(ben, 'The sky').getByRole('button', { name: 'Edit' })).toHaveCount(1)

  await ann.page.close()
  await ben.page.reload()
  await ben.share().reaches('seeding')
  await expect(thread(ben, 'The sky is too bright')).toContainText('Ann')
  await cleo.page.close()

  const late = await newPeer()
  await late.open(link)
  await expect(thread(late, 'The sky is too bright')).toContainText('<b>I like it</b>')
  await expect(thread(late, 'The sky is too bright')).toContainText('resolved')
  for (const peer of [ben, late]) expect(peer.trouble).toEqual([])
})

function thread(peer: Peer, text: string): Locator {
  return peer.page.getByRole('region', { name: 'Notes' }).getByRole('listitem').filter({ hasText: text })
}

async function write({ page }: Peer, text: string, name: string, time = ''): Promise<void> {
  await page.getByLabel('Your name').fill(name)
  await page.getByLabel('At this time').fill(time)
  await page.getByLabel('New note').fill(text)
  await page.getByLabel('New note').press('Enter')
  await expect(page.getByLabel('New note')).toHaveValue('')
}
