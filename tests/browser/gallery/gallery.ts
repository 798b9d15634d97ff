/**
 * Every state of the page, to be looked at: `?scene=downloading`. Served by Vite in development, never shipped.
 * Without a scene it lists them all.
 */
import { mount } from 'svelte'
import { createPage } from '../../../src/state/page.ts'
import App from '../../../src/ui/App.svelte'
import { lazyShareViews } from '../../../src/ui/lazyShareViews.ts'
import '../../../src/ui/tokens.css'
import '../../../src/ui/base.css'
import { RecordingEngine } from '../support/recordingEngine.ts'
import { SCENES } from '../support/scenes.ts'

const target = document.body
const name = new URLSearchParams(location.search).get('scene') ?? ''
const scene = SCENES[name]

if (scene) {
  history.replaceState(null, '', `?scene=${name}${scene.fragment === '' ? '' : `#${scene.fragment}`}`)
  const engine = new RecordingEngine(scene.shares)
  const loads = name === 'engine-failed' ? Promise.reject(new Error('offline')) : Promise.resolve(engine)
  const page = createPage(() => loads, new AbortController().signal)
  mount(App, { target, props: { page, shareViews: lazyShareViews() } })
  page.engine.prefetch()
} else {
  for (const each of Object.keys(SCENES)) {
    const link = document.createElement('a')
    link.href = `?scene=${each}`
    link.textContent = each
    target.append(link, document.createElement('br'))
  }
}
