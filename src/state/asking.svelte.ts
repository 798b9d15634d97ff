import type { Invitation } from '../core/invitation.ts'
import type { InfoHash } from '../core/infoHash.ts'
import type { TakingPart } from './dial.svelte.ts'
import type { LazyEngine } from './lazyEngine.svelte.ts'
import type { Navigation } from './navigation.svelte.ts'
import type { Shares } from './shares.svelte.ts'

/** What a link tells by itself, before anybody is contacted. */
export type Asked =
  | { readonly kind: 'invitation'; readonly invitation: Invitation }
  /** One of the site's own films, by its path. */
  | { readonly kind: 'published'; readonly path: string }

interface Around {
  readonly part: TakingPart
  readonly engine: LazyEngine
  readonly navigation: Navigation
  readonly shares: Shares
}

/** For who wants to connect to nobody without a click: whether the address waits for one. */
export class Asking {
  readonly #around: Around
  /** What was clicked on, as long as the page lives. */
  #clicked: readonly (InfoHash | string)[] = $state.raw([])

  /** What the address asks for and was not agreed to: it must not be opened. Null for nothing. */
  readonly waiting: Asked | null = $derived.by(() => {
    const { part, navigation, shares } = this.#around
    const { route } = navigation
    if (!part.dial.onlyOnClick || shares.current) return null
    if (route.kind === 'invitation' && !this.#clicked.includes(route.invitation.infoHash))
      return { kind: 'invitation', invitation: route.invitation }
    return route.kind === 'published' && !this.#clicked.includes(route.path)
      ? { kind: 'published', path: route.path }
      : null
  })

  /** What to ask about now: an engine that is being loaded may know the share from an earlier visit. */
  readonly asked: Asked | null = $derived.by(() =>
    this.#around.engine.status === 'loading' ? null : this.waiting,
  )

  constructor(around: Around) {
    this.#around = around
  }

  /** The click. */
  agree(): void {
    const { asked } = this
    if (!asked) return
    const what = asked.kind === 'invitation' ? asked.invitation.infoHash : asked.path
    this.#clicked = [...this.#clicked, what]
  }

  /** Another program brings a link: shows what it tells instead of opening it, if it is to wait for a click. */
  async takes(text: string): Promise<boolean> {
    const { part, navigation } = this.#around
    if (!part.dial.onlyOnClick) return false
    const { parsePasted } = await import('../core/pasted.ts')
    const parsed = parsePasted(text)
    if (parsed.kind === 'invitation') navigation.toInvitation(parsed.invitation)
    return parsed.kind === 'invitation'
  }
}
