import { join } from 'node:path'
import type { Page } from 'playwright'
import { openConnections, rememberConnections } from '../support/connections.ts'
import { dropOn } from '../support/drop.ts'
import { makeFile } from '../support/files.ts'
import type { LineOptions } from '../support/lab/network.ts'
import { Peer } from '../support/peer.ts'
import { benchOptions } from './benchOptions.ts'
import { onLabStage, type LabStage } from './labStage.ts'
import { median, report } from './runner.ts'

/** Many shares between the same two pages: connections, and how soon each further one is there beside the first. */

/** 40 ms from page to page and back. The tracker, which only the first share needs, is on this machine. */
const LINE: LineOptions = { upKbit: 50_000, downKbit: 50_000, delay: 10 }
const SHARES = 20
/** One piece. */
const SIZE = 10_000

interface Result {
  readonly first: number
  readonly further: number
  readonly made: number
  readonly connected: number
}

export async function run(): Promise<void> {
  const { rounds } = benchOptions()
  const results: Result[] = []
  await onLabStage(async (stage) => {
    for (let round = 0; round < rounds; round++) {
      const result = await shareAll(stage, round)
      results.push(result)
      const { first, further, made, connected } = result
      console.log(
        `  first ${first.toFixed(0)} ms, each further ${further.toFixed(0)} ms; ${connected} of ${made} connections`,
      )
    }
  })
  const of = (which: keyof Result) => median(results.map((result) => result[which]))
  report('together', [
    {
      name: 'from a further share’s link to its first piece',
      unit: 'ms',
      value: of('further'),
      baseline: { name: 'the first share’s', value: of('first') },
    },
    {
      name: 'connections of who takes them, open in the end',
      unit: '',
      value: of('connected'),
      baseline: { name: 'one a share', value: SHARES },
    },
    { name: 'connections of who takes them, made in all', unit: '', value: of('made') },
  ])
}

function shareAll({ folder, site, onNetwork }: LabStage, round: number): Promise<Result> {
  return onNetwork({ giver: LINE, taker: LINE }, round, async ({ newContext }) => {
    const newPeer = async (host: string) => {
      const context = await newContext(host)
      await context.addInitScript(rememberConnections)
      const peer = new Peer(context, await context.newPage(), site.url)
      await peer.home()
      return peer
    }
    const [giver, taker] = [await newPeer('giver'), await newPeer('taker')]
    const hashes: string[] = []
    for (let share = 0; share < SHARES; share++) {
      const path = join(folder, `${round}-${share}.bin`)
      await makeFile(path, SIZE, `together ${round} ${share}`)
      await dropOn(giver.page, [path])
      await giver.page.getByRole('heading', { name: `${round}-${share}.bin` }).waitFor()
      await giver.opened.reaches('seeding')
      hashes.push(await giver.opened.infoHash())
    }
    const times: number[] = []
    for (const infoHash of hashes) times.push(await fetchNow(taker.page, infoHash))
    const [first = 0, ...further] = times
    const made = await taker.page.evaluate(() => globalThis.connectionsMade?.length ?? 0)
    return { first, further: median(further), made, connected: await openConnections(taker) }
  })
}

/** Follows a link in the page, clicks on Download as soon as that is there, and waits for the piece. */
function fetchNow(page: Page, infoHash: string): Promise<number> {
  return page.evaluate(
    (hash) =>
      new Promise<number>((resolve) => {
        const from = performance.now()
        let clicked = false
        const look = () => {
          const article = document.querySelector<HTMLElement>(`article[data-infohash="${hash}"]`)
          const button = [...(article?.querySelectorAll('button') ?? [])].find(
            (each) => each.textContent.trim() === 'Download',
          )
          if (article?.dataset['state'] === 'ready' && button && !clicked) {
            clicked = true
            button.click()
          }
          if (article?.dataset['state'] !== 'seeding') return
          observer.disconnect()
          resolve(performance.now() - from)
        }
        const observer = new MutationObserver(look)
        observer.observe(document.body, { subtree: true, childList: true, attributes: true })
        location.hash = hash
      }),
    infoHash,
  )
}
