import { SvelteMap, SvelteSet } from 'svelte/reactivity'
import type { InfoHash } from '../core/infoHash.ts'
import type { KeeperOffer, KeeperStatus, ListedKept } from '../wire/keeper.ts'
import { KeeperApi, KeeperError, type KeeperProblem } from './keeperApi.ts'
import type { ToldSite } from './toldSite.ts'

const KEY = 'shoal.kept'
/** Tokens that a browser remembers: the newest. */
const MOST_TOKENS = 200

const QUICK_MS = 2_000
const SLOW_MS = 60_000
/** How often the site is asked whether its keeper runs again. */
const DOWN_MS = 5_000

interface KeepingDeps {
  readonly site: ToldSite
  /** Null for a visitor. */
  readonly passkey: () => string | null
  /** Null where the browser keeps nothing: then what is kept can be taken back for as long as the page is open. */
  readonly storage: Storage | null
}

/** What the site's keeper has of the shares of this page, and what of that may be taken back from here. */
export class Keeping {
  /** What this visitor may have of it; null for nothing, and before that is known. */
  offer: KeeperOffer | null = $state.raw(null)
  /** What is kept for this member, the newest first; null before it is known. */
  mine: readonly ListedKept[] | null = $state.raw(null)
  readonly #statuses = new SvelteMap<InfoHash, KeeperStatus>()
  readonly #problems = new SvelteMap<InfoHash, KeeperProblem>()
  readonly #tokens = new SvelteMap<InfoHash, string>()
  /** What this browser had asked for, and the site has no longer. */
  readonly #over = new SvelteSet<InfoHash>()
  readonly #deps: KeepingDeps
  readonly #api: KeeperApi
  /** For whom the site was asked what it offers; undefined before it was. */
  #askedFor: string | null | undefined

  constructor(deps: KeepingDeps) {
    this.#deps = deps
    this.#api = new KeeperApi(deps.passkey)
    for (const [infoHash, token] of readTokens(deps.storage)) this.#tokens.set(infoHash, token)
  }

  /** Null before it is known. */
  statusOf(infoHash: InfoHash): KeeperStatus | null {
    return this.#statuses.get(infoHash) ?? null
  }

  /** Why the last click did not do what it says; null when it did. */
  problemOf(infoHash: InfoHash): KeeperProblem | null {
    return this.#problems.get(infoHash) ?? null
  }

  /** Whether this browser has asked for the share to be kept, or this member. */
  isMine(infoHash: InfoHash): boolean {
    return this.#tokens.has(infoHash) || (this.mine?.some((share) => share.infoHash === infoHash) ?? false)
  }

  /** Whether the copy that this browser had asked for is gone, since its time is over or an admin has deleted it. */
  isOver(infoHash: InfoHash): boolean {
    return this.#over.has(infoHash)
  }

  /** Asks what the site offers for this passkey, unless it has told. */
  async ask(): Promise<void> {
    const passkey = this.#deps.passkey()
    if (passkey === this.#askedFor) return
    this.#askedFor = passkey
    await this.#learn(false)
  }

  /**
   * Follows what the keeper has of a share, and whether it runs, until the signal ends it: every two seconds while that
   * changes.
   */
  async follow(infoHash: InfoHash, signal: AbortSignal): Promise<void> {
    let dueAt = -Infinity
    let refused = 0
    let learntAt = performance.now()
    while (!signal.aborted) {
      if (this.offer?.isUp === false && performance.now() - learntAt >= DOWN_MS) {
        await this.#learn(true)
        learntAt = performance.now()
      }
      // A click may have set it going since.
      const moves = ['waiting', 'fetching'].includes(this.statusOf(infoHash)?.state ?? 'none')
      if (moves || performance.now() >= dueAt) {
        refused = (await this.#refresh(infoHash)) ? 0 : refused + 1
        dueAt = performance.now() + this.#pause(infoHash, refused)
      }
      await sleep(QUICK_MS, signal)
    }
  }

  /** @param bridge it is fetched from ordinary BitTorrent peers as well */
  async keep(infoHash: InfoHash, bridge = false): Promise<void> {
    await this.#attempt(infoHash, async () => {
      const { token, ...status } = await this.#api.keep(infoHash, bridge)
      this.#statuses.set(infoHash, status)
      this.#tokens.set(infoHash, token)
      this.#over.delete(infoHash)
      this.#saveTokens()
    })
    if (this.mine) await this.list()
  }

  /** Takes back what was asked for: the copy is deleted, unless others have asked for it as well. */
  async takeBack(infoHash: InfoHash): Promise<void> {
    await this.#attempt(infoHash, async () => {
      const token = this.#tokens.get(infoHash) ?? ''
      const status = await this.#api.withdraw(infoHash, token).catch((error: unknown) => {
        // Its time was over, or an admin was quicker: there is nothing left to be taken back.
        if (error instanceof KeeperError && error.problem.code === 'gone') return this.#api.status(infoHash)
        throw error
      })
      this.#statuses.set(infoHash, status)
      this.#tokens.delete(infoHash)
      // What asks every now and then may have heard of it before.
      this.#over.delete(infoHash)
      this.#saveTokens()
    })
    if (this.mine) await this.list()
  }

  /** Asks what is kept for this member. */
  async list(): Promise<void> {
    this.mine = await this.#api.mine().catch(() => this.mine)
  }

  /** @param anew it may have changed since the site told */
  async #learn(anew: boolean): Promise<void> {
    const passkey = this.#deps.passkey()
    const config = await this.#deps.site.config(anew).catch(() => null)
    // Somebody has become a member meanwhile: the answer to that is on its way.
    if (this.#deps.passkey() !== passkey) return
    // Asked again when the next share is looked at.
    if (!config) this.#askedFor = undefined
    else this.offer = config.keeper
    if (this.offer && passkey !== null) await this.list()
  }

  /** False when it was not told. */
  async #refresh(infoHash: InfoHash): Promise<boolean> {
    const status = await this.#api.status(infoHash).catch(() => null)
    if (!status) return false
    this.#statuses.set(infoHash, status)
    if (status.state === 'none' && this.#tokens.delete(infoHash)) {
      this.#over.add(infoHash)
      this.#saveTokens()
    }
    return true
  }

  /**
   * Until the next question while nothing moves.
   *
   * @param refused how often in a row nothing was told
   */
  #pause(infoHash: InfoHash, refused: number): number {
    if (refused > 0) return Math.min(SLOW_MS, QUICK_MS * 2 ** refused)
    // Sooner where its time ends: it is said then that the page is needed again.
    const left = (this.statusOf(infoHash)?.until ?? 0) - Date.now()
    return left > 0 ? Math.min(SLOW_MS, left + QUICK_MS) : SLOW_MS
  }

  async #attempt(infoHash: InfoHash, work: () => Promise<void>): Promise<void> {
    try {
      await work()
      this.#problems.delete(infoHash)
    } catch (error) {
      this.#problems.set(infoHash, error instanceof KeeperError ? error.problem : { code: 'unreachable' })
    }
  }

  #saveTokens(): void {
    const kept = [...this.#tokens].slice(-MOST_TOKENS)
    this.#deps.storage?.setItem(KEY, JSON.stringify(Object.fromEntries(kept)))
  }
}

function readTokens(storage: Storage | null): [InfoHash, string][] {
  try {
    const kept = JSON.parse(storage?.getItem(KEY) ?? '{}') as Record<InfoHash, unknown>
    return Object.entries(kept).flatMap(([infoHash, token]) =>
      typeof token === 'string' ? [[infoHash as InfoHash, token]] : [],
    )
  } catch {
    return []
  }
}

function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, ms)
    signal.addEventListener('abort', done)
  })
}
