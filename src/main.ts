import { mount } from 'svelte'
import type { EngineHandlers } from './home/createEngine.ts'
import type { NotesOf } from './swarm/wireNotes.ts'
import type { Engine } from './swarm/engineApi.ts'
import type { DialAccess, MemberAccess } from './swarm/startEngine.ts'
import type { NotesAccess } from './state/notes.svelte.ts'
import { nextTask } from './swarm/nextTask.ts'
import { createPage } from './state/page.ts'
import { markMissingStyles } from './state/missingStyles.ts'
import { pathHere } from './state/onSite.ts'
import { reloadIfThere } from './state/reload.ts'
import type { ToldSite } from './state/toldSite.ts'
import App from './ui/App.svelte'
import { lazyShareViews } from './ui/lazyShareViews.ts'
import PartFailed from './ui/PartFailed.svelte'
import { speakAsWished } from './ui/words/choice.ts'
import { withWords, words } from './ui/words/words.ts'
import './ui/tokens.css'
import './ui/base.css'

const shareViews = lazyShareViews()

/** What somebody opens first comes before what is kept for a later visit. */
const KEEP_AFTER_MS = 5_000

/** The engine and all it needs are a chunk of their own: nothing of it is fetched with the page. */
async function loadEngine(
  handlers: EngineHandlers,
  member: MemberAccess,
  noting: Promise<NotesAccess>,
  dial: DialAccess,
  site: ToldSite,
): Promise<Engine> {
  const configured = site.config()
  // Told by createEngine; should its code not come, that is told instead.
  configured.catch(() => undefined)
  const coming = Promise.all([import('./home/createEngine.ts'), import('./home/openNotes.ts')])
  // After it, which takes longer: whoever needs the engine is about to look at a share.
  void shareViews.fetch()
  const [[{ createEngine, openBrowserHome, Versions }, { openNotes }], notes] = await Promise.all([
    coming,
    noting,
  ])
  const versions = new Versions(handlers.waits)
  // Beside the notes: opening a database takes as long as asking the site something.
  const opening = openBrowserHome(versions)
  const letGo = () => void opening.then((home) => home.close()).catch(() => undefined)
  // Told by createEngine.
  opening.catch(() => undefined)
  // Nothing is read before this tab has the engine: two that write as one author would contradict themselves.
  const rooms = await openNotes(notes.profile, versions).catch((error: unknown) => {
    letGo()
    throw error
  })
  const lost = () => {
    notes.use(null)
    void rooms.close()
    handlers.lost()
  }
  const room: NotesOf = (share, sealed) => {
    if (sealed) rooms.seal(share, sealed)
    return rooms.handler(share)
  }
  const engine = await createEngine(
    { ...handlers, lost },
    configured,
    member,
    room,
    dial,
    opening,
    versions,
  ).catch(async (error: unknown) => {
    letGo()
    await rooms.close()
    throw error
  })
  rooms.subscribe(() => engine.talked())
  notes.use(rooms)
  return engine
}

const target = document.getElementById('app')
if (!target) throw new Error('index.html has no element #app to mount the page in')

markMissingStyles(document)
// The page lives as long as its document: nothing ever ends this signal.
const lifetime = new AbortController().signal
// English is here at once; for any other language the page waits.
void speakAsWished().then(async () => {
  // In a task of its own: running all this code for the first time was long enough.
  await nextTask()
  if (pathHere(location) === '/admin') showAdmin(target)
  else await showPage(target)
})

function showAdmin(target: HTMLElement): void {
  // A chunk of its own, that nobody else loads.
  void withWords(import('./ui/admin/mountAdmin.ts'), 'admin', 'faults').then(
    ({ mountAdmin }) => mountAdmin(target, lifetime),
    () => mount(PartFailed, { target, props: { whole: true, again: reloadIfThere } }),
  )
}

async function showPage(target: HTMLElement): Promise<void> {
  const page = createPage(loadEngine, lifetime)
  await nextTask()
  mount(App, { target, props: { page, shareViews } })
  if (page.navigation.embedded) return
  whenIdle(
    () =>
      void import('./stream/shell/keepPage.ts')
        .then(({ keepPage }) => keepPage(words.language.tag, lifetime))
        .catch(() => undefined),
  )
}

/** Some seconds after all is there, and nothing else is being done. */
function whenIdle(act: () => void): void {
  // Safari has no such callback; a page that is never idle keeps its files all the same.
  const idle =
    'requestIdleCallback' in window ? () => requestIdleCallback(act, { timeout: KEEP_AFTER_MS }) : act
  const later = () => setTimeout(idle, KEEP_AFTER_MS)
  // Where words had to be waited for, the rest may be there already.
  if (document.readyState === 'complete') later()
  else addEventListener('load', later)
}
