import { join } from 'node:path'
import { writeFile } from 'node:fs/promises'
import { makePicture } from '../support/film.ts'
import { expect, test } from '../support/fixtures.ts'

/** Finished files, looked at on the page. */

test('texts and pictures are shown, and what only calls itself one does nothing', async ({
  newPeer,
  folder,
}) => {
  const html =
    '<h1>Hello</h1><script>localStorage.setItem("ran", "1")</script><img src=x onerror="localStorage.ran=1">'
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" onload="localStorage.ran=1"'
  await writeFile(join(folder, 'page.html'), html)
  await writeFile(join(folder, 'code.py'), 'def f():\n\treturn 1 # \u202ednb\n')
  await writeFile(join(folder, 'data.bin'), 'x')
  await makePicture(join(folder, 'a.png'), 320, 180)
  await writeFile(join(folder, 'b.png'), `${svg}><script>localStorage.ran=1</script></svg>`)
  await writeFile(join(folder, 'c.svg'), `${svg}/>`)
  const giver = await newPeer()
  const given = await giver.chooseFolder(folder)
  await given.reaches('seeding')
  const taker = await newPeer()
  const taken = await taker.download(await given.link())
  await taken.reaches('seeding')

  await taken.button('Preview page.html').click()
  await expect(taken.article.locator('pre')).toHaveText(html)
  await taken.button('Close page.html').click()
  await taken.button('Preview code.py').click()
  await expect(taken.article.locator('pre')).toHaveText('def f():\n\treturn 1 # ·dnb\n')
  await expect(taken.button('Preview data.bin')).toHaveCount(0)

  await taken.button('Preview a.png').click()
  const viewer = taker.page.locator('section.viewer')
  const picture = viewer.locator('img')
  await expect.poll(() => picture.evaluate((element) => (element as HTMLImageElement).naturalWidth)).toBe(320)
  await taken.button('Preview b.png').click()
  await expect(viewer.getByRole('alert')).toContainText('can’t show this kind of picture')
  // As the text that it is.
  await taken.button('Preview c.svg').click()
  await expect(taken.file('c.svg').locator('pre')).toContainText('<svg')
  expect(await taker.page.evaluate(() => localStorage.getItem('ran'))).toBeNull()
})
