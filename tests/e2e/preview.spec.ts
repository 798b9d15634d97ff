import { join } from 'node:path'
import { mkdir, writeFile } from 'node:fs/promises'
import type { Locator } from '@playwright/test'
import { makeFilm, makePicture } from '../support/film.ts'
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

test('films show a picture of their beginning, and what only calls itself one does not', async ({
  newPeer,
  newVisitor,
  folder,
}) => {
  const films = join(folder, 'films')
  await mkdir(films)
  await makeFilm(join(films, 'end.mp4'), { seconds: 4, kbit: 300, fastStart: false })
  await makeFilm(join(films, 'short.webm'), { seconds: 4, kbit: 300 })
  await writeFile(join(films, 'false.mp4'), 'This is no film.')
  const giver = await newPeer()
  const given = await giver.chooseFolder(films)
  await given.reaches('seeding')
  const taker = await newVisitor()
  const taken = await taker.download(await given.link())
  await taken.reaches('seeding')

  for (const share of [given, taken]) {
    for (const name of ['end.mp4', 'short.webm']) {
      const small = share.file(name).locator('canvas')
      await expect.poll(() => coloursOf(small)).toBeGreaterThan(8)
    }
    await expect(share.file('false.mp4').locator('canvas')).toHaveCount(0)
    // The first that can be shown stands for the share.
    const large = share.article.locator('.poster canvas')
    await expect.poll(() => coloursOf(large)).toBeGreaterThan(8)
  }
  await taken.article.locator('.poster').click()
  await expect(taker.page.locator('video')).toBeVisible()
})

/** Different colours in a picture: none that was not drawn has several. */
async function coloursOf(canvas: Locator): Promise<number> {
  if ((await canvas.count()) === 0) return 0
  return canvas.evaluate((element) => {
    const { width, height } = element as HTMLCanvasElement
    const pixels = (element as HTMLCanvasElement).getContext('2d')?.getImageData(0, 0, width, height).data
    return new Set(new Uint32Array(pixels?.buffer ?? new ArrayBuffer())).size
  })
}
