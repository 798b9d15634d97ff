import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Page } from 'playwright'
import { makeFile, MB } from '../support/files.ts'
import { benchOptions } from './benchOptions.ts'
import { processorSeconds } from './processor.ts'
import { median, report } from './runner.ts'
import { onStage, type Stage } from './stage.ts'

/** What a page that nobody touches takes of a core: Home, and a share; beside a page with one word. */

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
]

export async function run(): Promise<void> {
  const { rounds } = benchOptions()
  const percent = new Map<string, number[]>()
  for (let round = 0; round < rounds; round++) {
    for (const scene of SCENES) {
      await onStage(async (stage) => {
        const context = await stage.browser.newContext({ viewport: WINDOW })
        const page = await context.newPage()
        await scene.open(stage, page)
        await wait(SETTLING_MS)
        const before = await processorSeconds(stage.browser)
        await wait(MEASURED_MS)
        const taken = ((await processorSeconds(stage.browser)) - before) / (MEASURED_MS / 100_000)
        percent.set(scene.name, [...(percent.get(scene.name) ?? []), taken])
        console.log(`  ${scene.name}: ${taken.toFixed(1)} % of a core`)
      })
    }
  }
  const medianOf = (name: string): number => median(percent.get(name) ?? [])
  report(
    'rest',
    SCENES.filter((scene) => scene !== EMPTY).map(({ name }) => ({
      name: `${name} at rest`,
      unit: '% of a core',
      value: medianOf(name),
      baseline: { name: EMPTY.name, value: Math.max(0.1, medianOf(EMPTY.name)) },
    })),
  )
}
