/**
 * Every state of the page, to be looked at: `?scene=downloading`. Served by Vite in development, never shipped.
 * Without a scene it lists them all.
 */
import { mount } from 'svelte'
import type { NoteContent } from '../../../src/notes/noteModel.ts'
import { NoteRooms } from '../../../src/notes/noteRooms.ts'
import { makeReview } from '../../../src/notes/reviewKeys.ts'
import type { ShareSnapshot } from '../../../src/swarm/snapshot.ts'
import { createPage, type Page } from '../../../src/state/page.ts'
import type { NotesAccess } from '../../../src/state/notes.svelte.ts'
import { IndexedNotes } from '../../../src/home/library/indexedNotes.ts'
import { Versions } from '../../../src/home/library/siteDatabase.ts'
import App from '../../../src/ui/App.svelte'
import { lazyShareViews } from '../../../src/ui/lazyShareViews.ts'
import { speakAsWished } from '../../../src/ui/words/choice.ts'
import { words } from '../../../src/ui/words/words.ts'
import '../../../src/ui/tokens.css'
import '../../../src/ui/base.css'
import { RecordingEngine } from '../support/recordingEngine.ts'
import { SCENES, type Scene } from '../support/scenes.ts'
import { file, files, HASH, peer, share } from '../support/shares.ts'

interface Shown extends Scene {
  /** What somebody has written on it. */
  readonly notes?: readonly Partial<NoteContent>[]
  readonly then?: (page: Page) => unknown
  /** What this browser has kept from earlier visits. */
  readonly kept?: Readonly<Record<string, object>>
  /** The address, where it is not Home's. */
  readonly path?: string
  /** What the site says, by path. */
  readonly answers?: Readonly<Record<string, object>>
}

const PHOTOS = files([
  ['Summer on the lake/DSC_0042.jpg', 8_200_000],
  ['Summer on the lake/DSC_0043.jpg', 7_900_000],
  ['Summer on the lake/notes.txt', 900],
])

const NOTES = [
  { text: 'The horizon leans to the left.' },
  { text: 'Could we have this one a little brighter? The trees on the far shore are hardly to be seen.' },
]

const PRIVATE_SITE = {
  tracker: 'ws://site.example/announce',
  site: 'http://site.example/',
  iceServers: [],
  trackerMode: 'private',
  media: null,
}

/** States that no other test goes through one by one. */
const MORE: Readonly<Record<string, Shown>> = {
  contacts: {
    shares: [
      share({
        mine: false,
        state: 'fetching',
        files: [],
        size: 0,
        progress: 0,
        pieces: null,
        contacts: {
          trackers: ['tracker.example.org', 'other.example:8443'],
          near: ['192.168.1.7'],
          others: [],
          passesOn: false,
        },
      }),
    ],
    fragment: HASH,
  },
  'left-out': {
    shares: [share({ leftOut: ['Summer on the lake/locked.mp4', 'Summer on the lake/gone.jpg'] })],
    fragment: HASH,
  },
  'link-to-files': {
    shares: [share({ files: PHOTOS })],
    fragment: HASH,
    then: () => press(() => words.share.files.linkToSome),
  },
  doctor: {
    shares: SCENES['waiting-alone']?.shares ?? [],
    fragment: HASH,
    then: () => press(() => words.page.whyNothingMoves),
  },
  more: {
    shares: [share({ peers: [peer()] })],
    fragment: HASH,
    then: () => press(() => words.share.more.heading),
  },
  review: {
    shares: [share({ mine: false, files: PHOTOS })],
    fragment: HASH,
    notes: NOTES,
    then: (page) => page.looking.open('s1', 0),
  },
  'review-choice': {
    shares: [share({ files: PHOTOS })],
    fragment: HASH,
    notes: NOTES.slice(0, 1),
    then: (page) => page.notes.makePrivate(HASH),
  },
  'review-asked': {
    shares: [share({ files: PHOTOS })],
    fragment: HASH,
    then: async (page) => {
      await page.notes.makePrivate(HASH)
      await page.notes.join(HASH, makeReview())
    },
  },
  'right-to-left': {
    shares: [share({ files: [file({ path: ['صيف على البحيرة.mp4'] })] })],
    fragment: HASH,
  },
  library: { shares: everyState(), fragment: '', then: () => press(() => words.share.select) },
  settings: { shares: [], fragment: '', then: () => press(() => words.page.speedLimits) },
  keys: {
    shares: [],
    fragment: '',
    then: () => window.dispatchEvent(new KeyboardEvent('keydown', { key: '?' })),
  },
  qr: { shares: [share()], fragment: HASH, then: () => press(() => words.share.qrCode) },
  remove: {
    shares: [share({ mine: false, files: PHOTOS })],
    fragment: HASH,
    then: () => press(() => words.share.remove),
  },
  toasts: {
    shares: [share()],
    fragment: HASH,
    then: (page) => {
      page.toasts.calm({ code: 'zip-saved', name: null }, [{ code: 'undo', run: () => undefined }], 60_000)
      page.toasts.alarm({ code: 'torrent-not-opened', name: 'a.torrent', fault: { code: 'site-silent' } }, [
        { code: 'share-the-file', run: () => undefined },
      ])
    },
  },
  'sealing-terms': {
    shares: [],
    fragment: '',
    then: async (page) => {
      page.sealing.set(true)
      await press(() => words.share.sealTerms)
    },
  },
  'ask-first': {
    shares: [],
    fragment: `${HASH}&n=Summer%20on%20the%20lake&s=725000000`,
    kept: { 'shoal.dial': { onlyOnClick: true } },
  },
  watch: {
    shares: [],
    fragment: '',
    path: '/watch',
    answers: {
      '/media.json': {
        files: ['The storm.mp4', 'Lectures/01 Beginnings, or what there was before.mp4'].map((path, at) => ({
          path,
          size: (at + 1) * 412_000_000,
          infoHash: HASH,
        })),
        waiting: 2,
      },
    },
  },
  revoked: {
    shares: [],
    fragment: '',
    answers: { '/config.json': PRIVATE_SITE },
    then: ({ membership }) => {
      membership.passkey = 'a'.repeat(32)
      membership.ended = true
    },
  },
  members: {
    shares: [],
    fragment: '',
    answers: {
      '/config.json': PRIVATE_SITE,
    },
  },
  'other-tab': {
    shares: [],
    fragment: HASH,
    then: (page) => (page.engine.status = 'elsewhere'),
  },
}

/** One share of each state, as Home lists them. */
function everyState(): ShareSnapshot[] {
  const names = [
    'downloading',
    'seeding',
    'hashing',
    'ready',
    'waiting-alone',
    'paused',
    'failed',
    'asleep',
    'finished',
    'hostile',
  ]
  return names.flatMap((name, at) => {
    const [first] = SCENES[name]?.shares ?? []
    return first ? [{ ...first, id: `s${at}` }] : []
  })
}

const scenes: Readonly<Record<string, Shown>> = { ...SCENES, ...MORE }
const target = document.body
const name = new URLSearchParams(location.search).get('scene') ?? ''
const scene = scenes[name]

if (scene) {
  const address = `${scene.path ?? ''}?scene=${name}${scene.fragment === '' ? '' : `#${scene.fragment}`}`
  history.replaceState(null, '', address)
  answer(scene.answers ?? {})
  // Of other scenes nothing is left.
  localStorage.clear()
  for (const [key, value] of Object.entries(scene.kept ?? {}))
    localStorage.setItem(key, JSON.stringify(value))
  const engine = new RecordingEngine(scene.shares)
  const page = createPage(async (_handlers, _member, notes) => {
    if (name.startsWith('review')) await bringNotes(await notes, scene.notes ?? [])
    return engine
  }, new AbortController().signal)
  const shareViews = lazyShareViews()
  await Promise.all([speakAsWished(), shareViews.fetch()])
  mount(App, { target, props: { page, shareViews } })
  await page.engine.get()
  await scene.then?.(page)
  // For who takes pictures: what the code brings is there.
  document.documentElement.dataset['ready'] = ''
} else {
  for (const each of Object.keys(scenes)) {
    const link = document.createElement('a')
    link.href = `?scene=${each}`
    link.textContent = each
    target.append(link, document.createElement('br'))
  }
}

async function bringNotes(notes: NotesAccess, written: readonly Partial<NoteContent>[]): Promise<void> {
  const rooms = await NoteRooms.open(
    () => ({ name: 'Ann', colour: 3 }),
    await IndexedNotes.open(new Versions(() => undefined)),
  )
  const room = rooms.room(HASH)
  await room.loaded
  const nothing = { file: 0, at: null, until: null, page: null, drawing: null, by: null, answers: null }
  await room.addAll(written.map((note) => ({ text: '', ...nothing, ...note })))
  notes.use(rooms)
}

/** The site's answers; whatever else is asked for comes from where it is. */
function answer(answers: Readonly<Record<string, object>>): void {
  const ask = window.fetch.bind(window)
  window.fetch = async (input, init) => {
    const { pathname } = new URL(input instanceof Request ? input.url : input, location.href)
    const told = answers[pathname]
    return told ? Response.json(told) : ask(input, init)
  }
}

/** Clicks on what says so, as soon as it is there. */
async function press(said: () => string): Promise<void> {
  for (;;) {
    const found = [...document.querySelectorAll<HTMLElement>('button, summary')].find(
      (each) => each.textContent.trim() === said() || each.ariaLabel === said(),
    )
    if (found) {
      found.click()
      return
    }
    await new Promise(requestAnimationFrame)
  }
}
