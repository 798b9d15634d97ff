import { LIBRARY_NAME } from '../home/library/libraryName.ts'
import type { EngineHandlers } from '../home/createEngine.ts'
import type { DialAccess, MemberAccess } from '../swarm/startEngine.ts'
import type { InfoHash } from '../core/infoHash.ts'
import type { Engine } from '../swarm/engineApi.ts'
import type { ShareSnapshot } from '../swarm/snapshot.ts'
import { Asking } from './asking.svelte.ts'
import { Awake } from './awake.svelte.ts'
import { TakingPart } from './dial.svelte.ts'
import { Drag } from './drag.svelte.ts'
import { faultOf } from './faults.ts'
import { followClicks } from './followClicks.ts'
import { Intake } from './intake.svelte.ts'
import { Keeping } from './keeping.svelte.ts'
import { LazyEngine, type LoadEngine } from './lazyEngine.svelte.ts'
import { takeLaunches } from './launch.ts'
import { Limits } from './limits.svelte.ts'
import { Looking } from './looking.svelte.ts'
import { Membership } from './membership.svelte.ts'
import { Navigation, placeOf } from './navigation.svelte.ts'
import { Notes, type NotesAccess } from './notes.svelte.ts'
import { Published } from './published.svelte.ts'
import { Saving } from './saving.svelte.ts'
import { Sealing } from './sealing.svelte.ts'
import { Sending } from './sending.svelte.ts'
import { Shares } from './shares.svelte.ts'
import { TellMe } from './tellMe.svelte.ts'
import { SpaceUse } from './spaceUse.svelte.ts'
import { usableStorage, type Shell } from './shell.ts'
import { Theme } from './theme.svelte.ts'
import { Watching } from './watching.svelte.ts'
import { Toasts } from './toasts.svelte.ts'

/** Everything that the components need, built once and handed down by context. */
export interface Page extends Shell {
  readonly engine: LazyEngine
  readonly shares: Shares
  readonly limits: Limits
  readonly part: TakingPart
  readonly awake: Awake
  readonly asking: Asking
  readonly notes: Notes
  readonly navigation: Navigation
  readonly intake: Intake
  readonly saving: Saving
  readonly sealing: Sealing
  readonly sending: Sending
  readonly tellMe: TellMe
  readonly watching: Watching
  readonly looking: Looking
  readonly published: Published
  readonly space: SpaceUse
  readonly drag: Drag
  readonly membership: Membership
  readonly keeping: Keeping
  /** Whether this browser had shares of its own when it was last here. */
  readonly returning: boolean
}

/** Remembered so that a browser with shares of its own loads the engine at once and goes on serving them. */
const HAS_SHARES = 'shoal.hasShares'

export function createPage(
  loadEngine: (
    handlers: EngineHandlers,
    member: MemberAccess,
    notes: NotesAccess,
    dial: DialAccess,
  ) => Promise<Engine>,
  lifetime: AbortSignal,
): Page {
  const storage = usableStorage()
  const notes = new Notes(storage)
  const load: LoadEngine = async (handlers) => {
    const member = { passkey: () => membership.passkey, excluded: () => void membership.refresh() }
    const noting: NotesAccess = { profile: () => notes.profile, use: (rooms) => notes.use(rooms) }
    const loaded = await loadEngine(handlers, member, noting, part.access)
    let remembered: boolean | null = null
    const remember = () => {
      const any = loaded.shares().length > 0
      // Not at each step of a download: a write takes long.
      if (any === remembered) return
      remembered = any
      if (any) storage?.setItem(HAS_SHARES, '1')
      else storage?.removeItem(HAS_SHARES)
    }
    lifetime.addEventListener('abort', loaded.subscribe(remember))
    lifetime.addEventListener(
      'abort',
      loaded.subscribe(() => {
        saving.arrived(loaded.shares())
        tellMe.look(loaded.shares())
        notes.ended(loaded.shares().flatMap(endedOf))
        awake.tell(loaded.shares().some(({ getRate, giveRate }) => getRate + giveRate > 0))
      }),
    )
    return loaded
  }
  // The address may name a share that only another tab had open until now.
  const engine: LazyEngine = new LazyEngine(load, () => {
    if (limits.any) limits.apply()
    visit(page)
  })
  const limits = new Limits(engine, storage)
  const part = new TakingPart(engine, storage)
  const asking = 'Notification' in window ? window.Notification : null
  const tellMe = new TellMe({ document, asking })
  const toasts = new Toasts()
  // Before the navigation, which has no view for an invitation.
  const membership = new Membership(
    { window, storage, toasts, changed: () => engine.current?.passkeyChanged() },
    lifetime,
  )
  const navigation = new Navigation(window, lifetime)
  const awake = new Awake({ document, storage, isEmbedded: navigation.embedded }, lifetime)
  followClicks(window, lifetime)
  const saving = new Saving(engine, toasts, storage)
  const shares = new Shares({ engine, navigation, notes, saving })
  const sealing = new Sealing(storage)
  const intake = new Intake({ engine, shares, navigation, membership, toasts, sealing })
  const watching = new Watching({ engine, storage, lifetime })
  const page: Page = {
    engine,
    notes,
    shares,
    limits,
    part,
    awake,
    asking: new Asking({ part, engine, navigation, shares }),
    navigation,
    intake,
    saving,
    sealing,
    sending: new Sending(storage),
    tellMe,
    watching,
    looking: new Looking(),
    published: new Published({ engine, navigation, watching }),
    space: new SpaceUse(engine, shares),
    drag: new Drag(),
    membership,
    keeping: new Keeping({ passkey: () => membership.passkey, storage }),
    returning: storage?.getItem(HAS_SHARES) === '1',
    toasts,
    theme: new Theme(document.documentElement, storage),
  }
  // What is published is opened by its .torrent file, which names the site's own copy; a link alone does not.
  const place = placeOf(window.location.pathname)
  if (place.kind === 'published' && !page.asking.waiting) void page.published.open(place.path)
  else if (place.kind === 'listing') void page.published.list()
  else visit(page)
  window.addEventListener('hashchange', () => visit(page), { signal: lifetime })
  window.addEventListener('popstate', () => visit(page), { signal: lifetime })
  const pasted: Intake['pasted'] = (text, byHand) =>
    page.asking.takes(text) ? Promise.resolve() : intake.pasted(text, byHand)
  const files: Intake['files'] = (brought, arePasted) => intake.files(brought, arePasted)
  const isApp = window.matchMedia('(display-mode: standalone)').matches
  takeLaunches({ window, intake: { files, pasted }, toasts, isApp })
  if (page.returning) engine.prefetch()
  else void hasLibrary().then((has) => has && engine.prefetch())
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
