import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Page, WebSocket } from 'playwright'
import { makeFile, MB } from '../support/files.ts'
import { benchOptions } from './benchOptions.ts'
import { processorSeconds } from './processor.ts'
import { median, report } from './runner.ts'
import { onStage, type Stage } from './stage.ts'

/**
 * What a page that nobody touches takes of a core: Home, a share, and Home with fifty shares that are seeded, over how
 * many sockets to the tracker; beside a page with one word.
 */

const WINDOW = { width: 1280, height: 800 }
/** After this long a page has come to rest. */
const SETTLING_MS = 9_000
const MEASURED_MS = 10_000

interface Scene {
  readonly name: string
  readonly open: (stage: Stage, page: Page) => Promise<unknown>
}

const EMPTY: Scene = {
  name: 'a page with one word',
  open: (_stage, page) => page.goto('data:text/html,<p>word'),
}

const MANY = 50
const MANY_SHARES: Scene = { name: `home with ${MANY} shares`, open: shareMany }

const SCENES: readonly Scene[] = [
  EMPTY,
  { name: 'home', open: ({ site }, page) => page.goto(site.url) },
  {
    name: 'a share',
    open: async ({ site, folder }, page) => {
      const path = join(folder, 'rest.bin')
      await makeFile(path, 4 * MB, 'rest')
      await page.goto(site.url)
      await page.getByLabel('Choose files').setInputFiles(path)
      await page.locator('article[data-state="seeding"]').waitFor()
    },
  },
  MANY_SHARES,
]

/** Shares one after another, and goes back to Home. */
async function shareMany({ site, folder }: Stage, page: Page): Promise<void> {
  await page.goto(site.url)
  for (let number = 0; number < MANY; number++) {
    const path = join(folder, `rest ${number}.bin`)
    await makeFile(path, MB / 10, `rest ${number}`)
    await page.getByLabel('Choose files', { exact: true }).setInputFiles(path)
    await page.locator('article[data-state="seeding"]:has(h1)').waitFor()
    await page.evaluate(() => (location.hash = ''))
    await page.locator('article[data-state="seeding"]').nth(number).waitFor()
  }
}

export async function run(): Promise<void> {
  const { rounds, only } = benchOptions()
  const scenes = SCENES.filter((scene) => scene === EMPTY || scene.name.includes(only))
  const percent = new Map<string, number[]>()
  let sockets = 0
  for (let round = 0; round < rounds; round++) {
    for (const scene of scenes) {
      await onStage(async (stage) => {
        const context = await stage.browser.newContext({ viewport: WINDOW })
        const page = await context.newPage()
        const open = new Set<WebSocket>()
        page.on('websocket', (socket) => {
          open.add(socket)
          socket.once('close', () => open.delete(socket))
        })
        await scene.open(stage, page)
        await wait(SETTLING_MS)
        const before = await processorSeconds(stage.browser)
        await wait(MEASURED_MS)
        const taken = ((await processorSeconds(stage.browser)) - before) / (MEASURED_MS / 100_000)
        percent.set(scene.name, [...(percent.get(scene.name) ?? []), taken])
        if (scene === MANY_SHARES) sockets = open.size
        console.log(`  ${scene.name}: ${taken.toFixed(1)} % of a core, ${open.size} sockets to the tracker`)
      })
    }
  }
  const medianOf = (name: string): number => median(percent.get(name) ?? [])
  report('rest', [
    ...scenes
      .filter((scene) => scene !== EMPTY)
      .map(({ name }) => ({
        name: `${name} at rest`,
        unit: '% of a core',
        value: medianOf(name),
        baseline: { name: EMPTY.name, value: Math.max(0.1, medianOf(EMPTY.name)) },
      })),
    ...(percent.has(MANY_SHARES.name)
      ? [{ name: `sockets to the tracker, ${MANY_SHARES.name}`, unit: 'sockets', value: sockets }]
      : []),
  ])
}
