import axe from 'axe-core'
import { render } from 'vitest-browser-svelte'
import { onTestFinished } from 'vitest'
import { createPage, type Page } from '../../../src/state/page.ts'
import App from '../../../src/ui/App.svelte'
import { lazyShareViews } from '../../../src/ui/lazyShareViews.ts'
import '../../../src/ui/tokens.css'
import '../../../src/ui/base.css'
import { RecordingEngine } from './recordingEngine.ts'
import type { Scene } from './scenes.ts'

interface OpenedPage {
  readonly engine: RecordingEngine
  readonly page: Page
}

/** What an earlier visit left in the local storage. */
export type Kept = Readonly<Record<string, string>>

/** Opens the whole page over hand-made shares, at an address, with the engine already there. */
export async function openPage(
  scene: Partial<Scene> = {},
  theme?: 'light' | 'dark',
  kept?: Kept,
): Promise<OpenedPage> {
  const engine = new RecordingEngine(scene.shares ?? [])
  const page = await openPageWith(() => Promise.resolve(engine), scene.fragment, theme, kept)
  await page.engine.get()
  return { engine, page }
}

/** The same with an engine of the test's own, not loaded yet. */
export async function openPageWith(
  load: Parameters<typeof createPage>[0],
  fragment = '',
  theme?: 'light' | 'dark',
  kept: Kept = {},
): Promise<Page> {
  localStorage.clear()
  for (const [key, value] of Object.entries(kept)) localStorage.setItem(key, value)
  if (theme) localStorage.setItem('shoal.theme', theme)
  history.replaceState(
    null,
    '',
    `${location.pathname}${location.search}${fragment === '' ? '' : `#${fragment}`}`,
  )
  const lifetime = new AbortController()
  const page = createPage(load, lifetime.signal)
  const shareViews = lazyShareViews()
  // Here before anything is shown, as the engine is: what it takes to come is for the tests with a server.
  await shareViews.fetch()
  await render(App, { page, shareViews })
  onTestFinished(() => {
    lifetime.abort()
    delete document.documentElement.dataset['theme']
  })
  return page
}

/** What axe finds wrong with the page as it is now, in lines. */
export async function axeFindings(): Promise<string[]> {
  const { violations } = await axe.run(document.body, {
    // These speak of whole documents, and the test's frame is one of Vitest's.
    rules: { region: { enabled: false }, 'page-has-heading-one': { enabled: false } },
  })
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`))
}
