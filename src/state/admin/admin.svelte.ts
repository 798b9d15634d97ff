import { faultOf, type Fault } from '../faults.ts'
import type { Toasts } from '../toasts.svelte.ts'
import { AdminApi } from './adminApi.ts'
import type { ListedKept } from '../../wire/keeper.ts'
import type {
  KeeperSpace,
  ListedInvitation,
  ListedMember,
  ListedToken,
  ListedTorrent,
  TorrentStatus,
} from './adminTypes.ts'
import { linkOfFragment, viewOfFragment, type AdminView } from './adminView.ts'
import { List } from './list.svelte.ts'
import { Live } from './live.svelte.ts'
import { Polled } from './polled.svelte.ts'

/**
 * The admin page: who is there, what is shown, and what the server holds.
 *
 *     asking ─► admin ⇄ stranger (signed out, or the session has run out)
 *        └────► stranger ─► admin (the one-time link was opened)
 */
export class Admin {
  status: 'asking' | 'stranger' | 'admin' = $state('asking')
  /** Why the one-time link did not work, or the server could not be asked; null when there is nothing to say. */
  problem: Fault | null = $state.raw(null)
  view: AdminView = $state('overview')

  readonly api: AdminApi
  readonly toasts: Toasts
  readonly live: Live
  readonly torrents: List<ListedTorrent, TorrentStatus | 'any'>
  readonly members: List<ListedMember>
  readonly kept: List<ListedKept, 'size' | 'unused'>
  /** Null before it was asked, and where there is no keeper. */
  keeper: KeeperSpace | null = $state.raw(null)
  readonly invitations: Polled<readonly ListedInvitation[]>
  readonly tokens: Polled<readonly ListedToken[]>
  readonly #window: Window

  constructor(window: Window, toasts: Toasts, lifetime: AbortSignal) {
    this.#window = window
    this.toasts = toasts
    const api = new AdminApi(() => (this.status = 'stranger'))
    this.api = api
    this.live = new Live(api)
    this.torrents = new List('any', (query, status) => api.torrents({ ...query, status }))
    this.members = new List('any', (query) => api.members(query))
    this.kept = new List('size', async ({ offset, limit }, order) => {
      const told = await api.kept({ offset, limit, order })
      this.keeper = told
      return told ?? { items: [], total: 0 }
    })
    this.invitations = new Polled(() => api.invitations())
    this.tokens = new Polled(() => api.tokens())
    window.addEventListener('hashchange', () => this.#follow(), { signal: lifetime })
    if (!this.#follow()) void this.check()
  }

  /** Whether this browser is an admin's. */
  async check(): Promise<void> {
    await this.#enter(() => this.api.checkSession())
  }

  async signOut(): Promise<void> {
    await this.attempt(async () => {
      await this.api.signOut()
      this.status = 'stranger'
    })
  }

  /** Does what a button says; a failure is told. Whether it worked. */
  async attempt(work: () => Promise<void>): Promise<boolean> {
    try {
      await work()
      return true
    } catch (error) {
      this.toasts.alarm(faultOf(error))
      return false
    }
  }

  /** Reads the address; true when it held a one-time link, which is opened. */
  #follow(): boolean {
    const { location, history } = this.#window
    const fragment = location.hash.slice(1)
    const link = linkOfFragment(fragment)
    this.view = viewOfFragment(fragment)
    if (link === null) return false
    // At once, so that the secret is in no history.
    history.replaceState(null, '', location.pathname)
    void this.#enter(() => this.api.openLink(link))
    return true
  }

  async #enter(ask: () => Promise<void>): Promise<void> {
    this.status = 'asking'
    this.problem = null
    try {
      await ask()
      this.status = 'admin'
    } catch (error) {
      this.status = 'stranger'
      const fault = faultOf(error)
      // That one is no admin is what the page says anyway.
      if (fault.code !== 'server-refuses' || fault.status !== 401) this.problem = fault
    }
  }
}
