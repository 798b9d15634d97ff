import { join } from 'node:path'
import { writeFile } from 'node:fs/promises'
import { expect, test } from '../support/fixtures.ts'

/** Finished files, looked at on the page. */

test('text is shown as text, whatever it holds', async ({ newPeer, folder }) => {
  const html =
    '<h1>Hello</h1><script>localStorage.setItem("ran", "1")</script><img src=x onerror="localStorage.ran=1">'
  await writeFile(join(folder, 'page.html'), html)
  await writeFile(join(folder, 'code.py'), 'def f():\n\treturn 1 # \u202ednb\n')
  await writeFile(join(folder, 'data.bin'), 'x')
  const giver = await newPeer()
  const given = await giver.chooseFolder(folder)
  await given.reaches('seeding')
  const taker = await newPeer()
  const taken = await taker.download(await given.link())
  await taken.reaches('seeding')
  await taken.button('Look at page.html').click()
  await expect(taken.article.locator('pre')).toHaveText(html)
  await taken.button('Close page.html').click()
  await taken.button('Look at code.py').click()
  await expect(taken.article.locator('pre')).toHaveText('def f():\n\treturn 1 # ·dnb\n')
  await expect(taken.button('Look at data.bin')).toHaveCount(0)
  expect(await taker.page.evaluate(() => localStorage.getItem('ran'))).toBeNull()
})
