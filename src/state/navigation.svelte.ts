import { withoutPasskey } from '../core/announceUrl.ts'
import { magnetOf, parseFragment, type Invitation } from '../core/invitation.ts'
import type { InfoHash } from '../core/infoHash.ts'

/** Where the page is, as its address tells behind the `#`. */
export type Route =
  | { kind: 'home' }
  /** A share without an info hash yet, by its local id: it is still being hashed. */
  | { kind: 'local'; id: string }
  | { kind: 'invitation'; invitation: Invitation }
  /** A link of which something was lost on its way. */
  | { kind: 'damaged'; fragment: string }

const LOCAL = 'share-'

export function routeOf(fragment: string): Route {
  if (fragment === '') return { kind: 'home' }
  if (fragment.startsWith(LOCAL)) return { kind: 'local', id: fragment.slice(LOCAL.length) }
  const invitation = parseFragment(fragment)
  return invitation ? { kind: 'invitation', invitation } : { kind: 'damaged', fragment }
}

/** The page's place among its views: reads and writes the part of the address behind the `#`. */
export class Navigation {
  #fragment = $state('')
  readonly route: Route = $derived(routeOf(this.#fragment))

  readonly #window: Window

  constructor(window: Window, lifetime: AbortSignal) {
    this.#window = window
    this.#fragment = window.location.hash.slice(1)
    const follow = () => (this.#fragment = window.location.hash.slice(1))
    window.addEventListener('hashchange', follow, { signal: lifetime })
    window.addEventListener('popstate', follow, { signal: lifetime })
  }

  home(): void {
    // The bare address, not `#`: this is the address that people copy.
    this.#push('')
  }

  /** Opens a share that is still hashed. */
  toLocal(id: string): void {
    this.#push(`${LOCAL}${id}`)
  }

  toInfoHash(infoHash: InfoHash): void {
    this.#push(infoHash)
  }

  /** Opens what a link asked for. Trackers of other sites stay in the address, so that a reload finds them. */
  toInvitation(invitation: Invitation): void {
    const { host } = this.#window.location
    const foreign = invitation.trackers.some((tracker) => URL.parse(tracker)?.host !== host)
    const { infoHash, name, size } = invitation
    const trackers = invitation.trackers.map((tracker) => withoutPasskey(tracker, host))
    this.#push(foreign ? magnetOf({ infoHash, name: name ?? '', size: size ?? 0, trackers }) : infoHash)
  }

  /** Gives the present view its lasting address, without a new step in the history. */
  settle(infoHash: InfoHash): void {
    this.#window.history.replaceState(null, '', `#${infoHash}`)
    this.#fragment = infoHash
  }

  #push(fragment: string): void {
    if (fragment === this.#fragment) return
    const { pathname, search } = this.#window.location
    this.#window.history.pushState(null, '', fragment === '' ? `${pathname}${search}` : `#${fragment}`)
    this.#fragment = fragment
    this.#window.scrollTo(0, 0)
  }
}

/** The address of a share on this page, for links. */
export function hrefOf(share: { id: string; infoHash: InfoHash | null }): string {
  return `#${share.infoHash ?? `${LOCAL}${share.id}`}`
}
