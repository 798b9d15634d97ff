import { LIBRARY_NAME } from '../home/library/libraryName.ts'
import type { EngineHandlers } from '../home/createEngine.ts'
import type { DialAccess, MemberAccess } from '../swarm/startEngine.ts'
import type { InfoHash } from '../core/infoHash.ts'
import type { Engine } from '../swarm/engineApi.ts'
import type { ShareSnapshot } from '../swarm/snapshot.ts'
import { Asking } from './asking.svelte.ts'
import { Awake } from './awake.svelte.ts'
import { Bringing } from './bringing.svelte.ts'
import { TakingPart } from './dial.svelte.ts'
import { Doors } from './doors.svelte.ts'
import { Drag } from './drag.svelte.ts'
import { faultOf } from './faults.ts'
import { followClicks } from './followClicks.ts'
import { LazyEngine, type LoadEngine } from './lazyEngine.svelte.ts'
import { LazyPart } from './lazyPart.svelte.ts'
import { takeLaunches } from './launch.ts'
import { Limits } from './limits.svelte.ts'
import { Membership } from './membership.svelte.ts'
import { Navigation, placeOf } from './navigation.svelte.ts'
import type { NotesAccess } from './notes.svelte.ts'
import { pathHere } from './onSite.ts'
import { StateError } from './problems.ts'
import { Published } from './published.svelte.ts'
import { Sealing } from './sealing.svelte.ts'
import type { ShareParts } from './shareParts.ts'
import { Shares } from './shares.svelte.ts'
import { SpaceUse } from './spaceUse.svelte.ts'
import { usableStorage, type Shell } from './shell.ts'
import { Theme } from './theme.svelte.ts'
import { ToldSite } from './toldSite.ts'
import { Toasts } from './toasts.svelte.ts'

/** Everything that the components need, built once and handed down by context. */
export interface Page extends Shell, Omit<ShareParts, 'intake'> {
  readonly engine: LazyEngine
  readonly shares: Shares
  readonly limits: Limits
  readonly part: TakingPart
  readonly awake: Awake
  readonly asking: Asking
  readonly navigation: Navigation
  readonly intake: Bringing
  /** What the page has of {@link ShareParts} can be read once they are here, as they are wherever a share is shown. */
  readonly parts: LazyPart<ShareParts>
  readonly sealing: Sealing
  readonly doors: Doors
  readonly published: Published
  readonly space: SpaceUse
  readonly drag: Drag
  readonly membership: Membership
  /** Whether this browser had shares of its own when it was last here. */
  readonly returning: boolean
}

/** Remembered so that a browser with shares of its own loads the engine at once and goes on serving them. */
const HAS_SHARES = 'shoal.hasShares'

export function createPage(
  loadEngine: (
    handlers: EngineHandlers,
    member: MemberAccess,
    notes: Promise<NotesAccess>,
    dial: DialAccess,
    site: ToldSite,
  ) => Promise<Engine>,
  lifetime: AbortSignal,
): Page {
  const storage = usableStorage()
  const parts: LazyPart<ShareParts> = new LazyPart(async () => {
    const { ShareParts } = await import('./shareParts.ts')
    return new ShareParts(
      { doors, engine, membership, navigation, sealing, shares, site, storage, toasts },
      lifetime,
    )
  })
  const fetchParts = async () => {
    const here = await parts.fetch()
    if (!here) throw new StateError({ code: 'engine-not-loaded' })
    return here
  }
  const here = (): ShareParts => {
    if (!parts.current) throw new Error('no-share-parts')
    return parts.current
  }
  const load: LoadEngine = async (handlers) => {
    const member = { passkey: () => membership.passkey, excluded: () => void membership.refresh() }
    // Both are fetched at once.
    const coming = fetchParts()
    const noting = coming.then(({ notes }) => ({
      profile: () => notes.profile,
      use: (rooms: Parameters<NotesAccess['use']>[0]) => notes.use(rooms),
    }))
    const [loaded] = await Promise.all([loadEngine(handlers, member, noting, part.access, site), coming])
    followShares(loaded)
    return loaded
  }
  const followShares = (loaded: Engine) => {
    const { saving, tellMe, notes } = here()
    let remembered: boolean | null = null
    const look = () => {
      const all = loaded.shares()
      const any = all.length > 0
      // Not at each step of a download: a write takes long.
      if (any !== remembered) {
        remembered = any
        if (any) storage?.setItem(HAS_SHARES, '1')
        else storage?.removeItem(HAS_SHARES)
      }
      saving.arrived(all)
      tellMe.look(all)
      notes.ended(all.flatMap(endedOf))
      awake.tell(all.some(({ getRate, giveRate }) => getRate + giveRate > 0))
    }
    lifetime.addEventListener('abort', loaded.subscribe(look))
  }
  // The address may name a share that only another tab had open until now.
  const engine: LazyEngine = new LazyEngine(load, () => {
    if (limits.any) limits.apply()
    void shares.settle()
    visit(page)
  })
  const limits = new Limits(engine, storage)
  const part = new TakingPart(engine, storage)
  const toasts = new Toasts()
  // Before the navigation, which has no view for an invitation.
  const membership = new Membership(
    { window, storage, toasts, changed: () => engine.current?.passkeyChanged() },
    lifetime,
  )
  const site = new ToldSite(() => membership.passkey)
  const doors = new Doors({ site, membership, isSecure: window.isSecureContext })
  const navigation = new Navigation(window, lifetime)
  const awake = new Awake({ document, storage, isEmbedded: navigation.embedded }, lifetime)
  followClicks(window, lifetime)
  const shares: Shares = new Shares({
    engine,
    navigation,
    notes: {
      join: (share, token) => here().notes.join(share, token),
      forget: (share) => here().notes.forget(share),
    },
    saving: {
      whenHere: (share) => here().saving.whenHere(share),
      forget: (infoHash) => here().saving.forget(infoHash),
    },
    storage,
  })
  const sealing = new Sealing(site, storage)
  const intake = new Bringing({
    here: () => parts.current?.intake ?? null,
    fetch: async () => (await fetchParts()).intake,
    toasts,
  })
  const page: Page = {
    engine,
    parts,
    shares,
    limits,
    part,
    awake,
    asking: new Asking({ part, engine, navigation, shares }),
    navigation,
    intake,
    sealing,
    doors,
    published: new Published({
      engine,
      navigation,
      settle: () => shares.settle(),
      play: (share) => here().watching.playFirst(share),
    }),
    space: new SpaceUse(engine, shares),
    drag: new Drag(),
    membership,
    returning: storage?.getItem(HAS_SHARES) === '1',
    toasts,
    theme: new Theme(document.documentElement, storage),
    get keeping() {
      return here().keeping
    },
    get looking() {
      return here().looking
    },
    get notes() {
      return here().notes
    },
    get saving() {
      return here().saving
    },
    get sending() {
      return here().sending
    },
    get tellMe() {
      return here().tellMe
    },
    get watching() {
      return here().watching
    },
  }
  // What is published is opened by its .torrent file, which names the site's own copy; a link alone does not.
  const place = placeOf(pathHere(window.location))
  if (place.kind === 'published' && !page.asking.waiting) void page.published.open(place.path)
  else if (place.kind === 'listing') void page.published.list()
  else visit(page)
  window.addEventListener('hashchange', () => visit(page), { signal: lifetime })
  window.addEventListener('popstate', () => visit(page), { signal: lifetime })
  window.addEventListener('pagehide', () => void shares.settle(), { signal: lifetime })
  const pasted: Bringing['pasted'] = async (text, byHand) => {
    if (!(await page.asking.takes(text))) await intake.pasted(text, byHand)
  }
  const files: Bringing['files'] = (brought, arePasted) => intake.files(brought, arePasted)
  const isApp = window.matchMedia('(display-mode: standalone)').matches
  takeLaunches({ window, intake: { files, pasted }, toasts, navigation, isApp })
  if (page.returning) engine.prefetch()
  // Where the page may keep nothing there is none, and Chromium complains of being asked.
  else if (storage) void hasLibrary().then((has) => has && engine.prefetch())
  return page
}

/**
 * Whether this browser has a library, maybe an empty one. Takes longer than looking into the local storage, but
 * that reaches the disk only some seconds after it was written, and is older than the library after a crash.
 */
async function hasLibrary(): Promise<boolean> {
  try {
    return (await indexedDB.databases()).some(({ name }) => name === LIBRARY_NAME)
  } catch {
    return false
  }
}

/** Opens what the address asks for. A failure to load the engine shows through {@link LazyEngine.status}. */
export function visit({ asking, navigation, shares, toasts, engine }: Page): void {
  const { route } = navigation
  if (route.kind === 'local') engine.prefetch()
  if (route.kind !== 'invitation' || asking.waiting) return
  shares.open(route.invitation).catch((error: unknown) => {
    if (engine.status !== 'failed') toasts.alarm(faultOf(error))
  })
}

/** The click that {@link Asking} waits for. */
export function openAgreed(page: Page): void {
  const { asked } = page.asking
  page.asking.agree()
  if (asked?.kind === 'published') void page.published.open(asked.path)
  else visit(page)
}

/** A sealed share whose time is over. */
function endedOf({ infoHash, failure }: ShareSnapshot): InfoHash[] {
  return infoHash !== null && failure?.code === 'seal-expired' ? [infoHash] : []
}
