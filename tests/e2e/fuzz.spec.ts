import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { reviewLinkOf } from '../../src/core/reviewToken.ts'
import { makeReview } from '../../src/notes/reviewKeys.ts'
import { makeFile, MB } from '../support/files.ts'
import { expect, test } from '../support/fixtures.ts'
import { lieFromNode } from '../support/node/liars.ts'
import { NotesView } from '../support/notesView.ts'

/*
 * Peers that say everything there is, in any order, with lies, for two minutes, to two real pages, one of which gives
 * the other a file. One of them holds the link of the pages' private review, and lies in there too, sealed as it should
 * be. What they say is the same for the same seed; when it comes depends on the machine.
 *
 *     FUZZ_SEED=17 FUZZ_SECONDS=600 npx playwright test fuzz.spec.ts
 *
 * `npm run fuzz` goes on for as long as it is told.
 */

const SEED = Number(process.env['FUZZ_SEED'] ?? 1)
/** How long pages are lied to, at least. */
const SECONDS = Number(process.env['FUZZ_SECONDS'] ?? 120)
/** What the one page gives: most of it to the other, and the rest to those who lie. */
const A_SECOND = 50_000
const PART = 0.8
const LIARS = 4
/** So many are told before it is over, however fast the file came. Most of a liar's time goes by before it is met again. */
const LIES = 10 * SECONDS
/** Pages that nobody lies to hold a tenth of both. */
const MOST_HEAP = 100 * MB
const MOST_NODES = 30_000

test.setTimeout((600 + 10 * SECONDS) * 1000)

test(`pages that are lied to give and take as ever, with seed ${SEED}`, async ({ newPeer, site, folder }) => {
  const path = join(folder, 'fuzzed.bin')
  const sha1 = await makeFile(path, SECONDS * A_SECOND * PART, 'fuzzed')
  const [giver, taker] = [await newPeer(), await newPeer()]
  await giver.givesAtMost(A_SECOND)
  const given = await giver.chooseFiles(path)
  await given.reaches('seeding')
  const infoHash = await given.infoHash()
  const review = makeReview()
  await giver.page.evaluate((token) => (location.hash += `&review=${token}`), review)
  await expect(new NotesView(giver).region.getByText('private', { exact: true })).toBeVisible()
  const begun = performance.now()
  const liars = lieFromNode({ trackerUrl: site.trackerUrl, infoHash, path, seed: SEED, count: LIARS, review })
  try {
    const taken = await taker.download(reviewLinkOf(await given.link(), review))
    await taken.reaches('seeding')
    await expect(() => {
      const { lies, met, lanes, sealed } = liars.said()
      expect(lies).toBeGreaterThan(LIES)
      expect(met).toBeGreaterThan(2)
      expect(lanes).toBeGreaterThan(0)
      expect(sealed).toBeGreaterThan(0)
      expect(performance.now() - begun).toBeGreaterThan(SECONDS * 1000)
    }).toPass({ timeout: 300_000 + SECONDS * 1000 })
    expect((await taken.save()).sha1).toBe(sha1)
    // Both pages are at hand, and still talk to each other.
    await new NotesView(giver).write('Honest as ever')
    await expect(new NotesView(taker).region).toContainText('Honest as ever', { timeout: 300_000 })
  } finally {
    await liars.stop()
  }
  for (const { page } of [giver, taker]) {
    const { heap, nodes } = await held(page)
    expect(heap).toBeLessThan(MOST_HEAP)
    expect(nodes).toBeLessThan(MOST_NODES)
  }
})

/** What a page holds after a collection: bytes of JavaScript's heap, and elements. */
async function held(page: Page): Promise<{ heap: number; nodes: number }> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
  await session.send('HeapProfiler.collectGarbage')
  const { metrics } = await session.send('Performance.getMetrics')
  const metric = (name: string) => metrics.find((each) => each.name === name)?.value ?? 0
  return { heap: metric('JSHeapUsedSize'), nodes: metric('Nodes') }
}
