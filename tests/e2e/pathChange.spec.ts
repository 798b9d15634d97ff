import { join } from 'node:path'
import { browserPath, CHROMIUM_FLAGS, HEADLESS_SHELL } from '../support/browsers.ts'
import { wayTo } from '../support/deadEnds.ts'
import { makeFile, MB } from '../support/files.ts'
import { expect, test } from '../support/fixtures.ts'
import { Lab, LAB_FLAGS } from '../support/lab/lab.ts'

test.use({
  launchOptions: { executablePath: browserPath(HEADLESS_SHELL), args: [...CHROMIUM_FLAGS, ...LAB_FLAGS] },
})

test('a download goes on by itself after everybody’s addresses changed and no connection knows', async ({
  newVisitor,
  site,
  folder,
}) => {
  const line = { upKbit: 50_000, downKbit: 50_000, delay: 1 }
  const lab = new Lab({ giver: line, taker: line })
  const way = await wayTo(site)
  const file = join(folder, 'film.bin')
  const sha1 = await makeFile(file, 2 * MB, 'path change')
  const passing = { ...site, url: way.url }
  const giver = await newVisitor({ site: passing })
  const taker = await newVisitor({ site: passing })
  await lab.join(giver.context, 'giver')
  await lab.join(taker.context, 'taker')

  await giver.home()
  // On the open page: the part of it that shows limits is here then, before the way to the site is cut.
  await giver.givesUpTo(MB)
  const link = await (await giver.chooseFiles(file)).link()
  const share = await taker.download(link)
  await share.progressReaches(0.3)
  way.cut()
  await lab.cut()
  const before = await share.progress()
  await giver.givesOn()
  await share.reaches('seeding')
  expect(before).toBeLessThan(1)
  expect((await share.save()).sha1).toBe(sha1)
  // Pages ask the site for more when they are idle: they go before it does.
  for (const { page } of [giver, taker]) await page.goto('about:blank')
  await lab.stop()
  await way.close()
})
