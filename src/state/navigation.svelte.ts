import { withoutPasskey } from '../core/announceUrl.ts'
import { linkThatTells, magnetOf, parseFragment, withoutReview, type Invitation } from '../core/invitation.ts'
import type { HomePlace } from '../core/homePlace.ts'
import type { InfoHash } from '../core/infoHash.ts'
import { withNote } from '../core/noteLink.ts'
import { keyOf, withKey, type SealSecret } from '../core/sealSecret.ts'
import { pathHere, siteRoot } from './onSite.ts'
import { ReviewSecret } from './reviewSecret.ts'

/** Where the page is, as its address tells behind the `#`. */
export type Route =
  | { kind: 'home' }
  /** A share without an info hash yet, by its local id: it is still being hashed. */
  | { kind: 'local'; id: string }
  | { kind: 'invitation'; invitation: Invitation }
  /** What the site's owner publishes, all of it or one file by its path. */
  | { kind: 'listing' }
  | { kind: 'published'; path: string }
  /** A link of which something was lost on its way. */
  | { kind: 'damaged'; fragment: string }

const LOCAL = 'share-'

const WATCH = /^\/watch(\/|$)/

/** What an address without anything behind the `#` shows. */
export function placeOf(pathname: string): Route {
  if (!WATCH.test(pathname)) return { kind: 'home' }
  const path = pathname.slice('/watch/'.length)
  try {
    return path === '' ? { kind: 'listing' } : { kind: 'published', path: decodeURIComponent(path) }
  } catch {
    return { kind: 'damaged', fragment: path }
  }
}

export function routeOf(fragment: string): Route {
  if (fragment === '') return { kind: 'home' }
  if (fragment.startsWith(LOCAL)) return { kind: 'local', id: fragment.slice(LOCAL.length) }
  const invitation = parseFragment(fragment)
  return invitation ? { kind: 'invitation', invitation } : { kind: 'damaged', fragment }
}

/** The page's place among its views: reads and writes the part of the address behind the `#`. */
export class Navigation {
  #fragment = $state('')
  /** On the site. */
  #path = $state('/')
  readonly route: Route = $derived(this.#fragment === '' ? placeOf(this.#path) : routeOf(this.#fragment))
  /** Shown in another site's page: the player and nothing else. */
  readonly embedded: boolean
  /** Of a private review, out of the address. */
  readonly secret: ReviewSecret

  /** Where on Home the focus is to be, by a shortcut of the installed page: another object each time. */
  aim: { readonly place: HomePlace } | null = $state.raw(null)

  readonly #window: Window

  constructor(window: Window, lifetime: AbortSignal) {
    this.#window = window
    this.secret = new ReviewSecret(window)
    this.embedded = /[?&]embed\b/.test(window.location.search)
    const follow = () => {
      this.#fragment = this.#withoutSecret(window.location.hash.slice(1))
      this.#path = pathHere(window.location)
    }
    follow()
    window.addEventListener('hashchange', follow, { signal: lifetime })
    window.addEventListener('popstate', follow, { signal: lifetime })
  }

  /** Takes a review's secret out of the address at once: it is in no history, and nobody copies it with the address. */
  #withoutSecret(fragment: string): string {
    const route = routeOf(fragment)
    if (route.kind !== 'invitation' || route.invitation.review === null) return fragment
    const { infoHash, review } = route.invitation
    const rest = withoutReview(fragment)
    this.secret.put(infoHash, review)
    const { pathname, search } = this.#window.location
    this.#window.history.replaceState(null, '', `${pathname}${search}#${rest}`)
    return rest
  }

  home(): void {
    // The bare address, not `#`: this is the address that people copy.
    this.#push('')
  }

  homeAt(place: HomePlace): void {
    this.home()
    this.aim = { place }
  }

  /** Opens a share that is still hashed. */
  toLocal(id: string): void {
    this.#push(`${LOCAL}${id}`)
  }

  toInfoHash(infoHash: InfoHash): void {
    this.#push(infoHash)
  }

  /** Opens what a link asked for. What is more than the info hash stays in the address, so that a reload finds it. */
  toInvitation(invitation: Invitation): void {
    const { host } = this.#window.location
    const foreign = invitation.trackers.some((tracker) => URL.parse(tracker)?.host !== host)
    const { infoHash, name, size, webSeeds, torrents, files, note, key } = invitation
    const trackers = invitation.trackers.map((tracker) => withoutPasskey(tracker, host))
    const whole = foreign || webSeeds.length > 0 || torrents.length > 0 || files !== null
    const told = { infoHash, name: name ?? '', size: size ?? 0, trackers, webSeeds, torrents, files }
    const fragment = whole ? magnetOf(told) : linkThatTells(infoHash, name === null ? null : told)
    // Who copies or keeps the address has the share in it, and not a box without a key.
    this.#push(withNote(withKey(fragment, key), note))
  }

  /** Gives the present view its lasting address, without a new step in the history. */
  settle(infoHash: InfoHash, key: SealSecret | null = null): void {
    const fragment = withKey(infoHash, key)
    this.#window.history.replaceState(null, '', `#${fragment}`)
    this.#fragment = fragment
  }

  #push(fragment: string): void {
    if (fragment === this.#fragment) return
    const { pathname, search } = this.#window.location
    const isWatch = WATCH.test(pathHere({ pathname }))
    const base = isWatch ? siteRoot() : `${pathname}${search}`
    this.#window.history.pushState(
      null,
      '',
      fragment === '' ? base : `${isWatch ? siteRoot() : ''}#${fragment}`,
    )
    this.#fragment = fragment
    this.#path = pathHere(this.#window.location)
    this.#window.scrollTo(0, 0)
  }
}

/** The address of a share on this page, for links. */
export function hrefOf({
  id,
  infoHash,
  link,
}: {
  readonly id: string
  readonly infoHash: InfoHash | null
  /** What opens it elsewhere. */
  readonly link: string | null
}): string {
  return infoHash === null ? `#${LOCAL}${id}` : `#${withKey(infoHash, keyOf(link ?? ''))}`
}
