import { passkeyIn } from '../core/announceUrl.ts'
import { tokenOfFragment, tokenOfLink } from '../core/memberInvitation.ts'
import { faultOf } from './faults.ts'
import { acceptInvitation, accountOf, isPasskey, type Account } from './memberApi.ts'
import { siteRoot } from './onSite.ts'
import type { Toasts } from './toasts.svelte.ts'

const KEY = 'shoal.passkey'

interface MembershipDeps {
  readonly window: Window
  /** Null where the browser keeps nothing: then a membership lasts as long as the page. */
  readonly storage: Storage | null
  readonly toasts: Toasts
  /** The passkey is another one now. */
  readonly changed: () => void
}

/**
 * Whether this browser is a member of the site, by a passkey that it keeps.
 *
 *     visitor ─► member (an invitation, or one's own announce address) ⇄ ended (taken back, or changed)
 */
export class Membership {
  /** Null for a visitor. Part of the tracker's address and of requests for one's own account, and of nothing else. */
  passkey: string | null = $state(null)
  /** Null before it was asked for. */
  account: Account | null = $state.raw(null)
  /** The site does not know the passkey, or no longer. It is kept: the site may have lost its data for a while. */
  ended = $state(false)

  readonly #deps: MembershipDeps

  constructor(deps: MembershipDeps, lifetime: AbortSignal) {
    this.#deps = deps
    const { window, storage } = deps
    this.passkey = readPasskey(storage?.getItem(KEY) ?? null)
    // Another tab became a member.
    const follow = ({ key, newValue }: StorageEvent) => {
      if (key === KEY) this.#use(readPasskey(newValue))
    }
    window.addEventListener('storage', follow, { signal: lifetime })
    // Before anybody else reads the address: an invitation is none of a share's.
    window.addEventListener('hashchange', () => this.#takeFromAddress(), { signal: lifetime })
    this.#takeFromAddress()
  }

  /** Takes an invitation, or one's own announce address; false for any other text. */
  take(text: string): boolean {
    const { origin, host } = this.#deps.window.location
    const token = tokenOfLink(text, `${origin}${siteRoot()}`)
    const passkey = passkeyIn(text, host)
    if (token !== null) void this.#accept(token)
    else if (passkey !== null) void this.#adopt(passkey)
    return token !== null || passkey !== null
  }

  /** Asks the site for the account; a membership that has ended since is told. */
  async refresh(): Promise<void> {
    const { passkey } = this
    if (passkey === null) return
    const account = await accountOf(passkey).catch(() => undefined)
    if (account === undefined || this.passkey !== passkey) return
    if (account === null && !this.ended) this.#deps.toasts.alarm({ code: 'membership-ended' })
    this.ended = account === null
    this.account = account
  }

  #takeFromAddress(): void {
    const { location, history } = this.#deps.window
    const token = tokenOfFragment(location.hash.slice(1))
    if (token === null) return
    // At once, so that it is in no history, and nobody copies it with the address.
    history.replaceState(null, '', `${location.pathname}${location.search}`)
    void this.#accept(token)
  }

  async #accept(token: string): Promise<void> {
    const { toasts } = this.#deps
    await this.#attempt(
      async () => {
        if (this.passkey !== null && (await accountOf(this.passkey)) !== null) {
          toasts.calm({ code: 'member-already' })
          return
        }
        const passkey = await acceptInvitation(token)
        if (passkey === null) toasts.alarm({ code: 'invitation-void' })
        else this.#become(passkey)
      },
      () => void this.#accept(token),
    )
  }

  async #adopt(passkey: string): Promise<void> {
    await this.#attempt(
      async () => {
        if ((await accountOf(passkey)) !== null) this.#become(passkey)
        else this.#deps.toasts.alarm({ code: 'passkey-void' })
      },
      () => void this.#adopt(passkey),
    )
  }

  #become(passkey: string): void {
    const { storage, toasts } = this.#deps
    this.#use(passkey)
    storage?.setItem(KEY, passkey)
    toasts.calm({ code: 'member-now', kept: storage !== null })
    void this.refresh()
  }

  #use(passkey: string | null): void {
    if (passkey === this.passkey) return
    this.passkey = passkey
    this.account = null
    this.ended = false
    this.#deps.changed()
  }

  async #attempt(work: () => Promise<void>, again: () => void): Promise<void> {
    try {
      await work()
    } catch (error) {
      this.#deps.toasts.alarm({ code: 'member-not-yet', fault: faultOf(error) }, [
        { code: 'try-again', run: again },
      ])
    }
  }
}

function readPasskey(text: string | null): string | null {
  return text !== null && isPasskey(text) ? text : null
}
