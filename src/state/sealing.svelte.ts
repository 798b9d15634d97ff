import type { Milliseconds } from '../core/brand.ts'
import type { SealTerms } from '../swarm/engineApi.ts'
import type { SealedPolicy } from '../wire/siteConfig.ts'
import type { ToldSite } from './toldSite.ts'

const KEY = 'shoal.sealed'

/** Whether what is shared is sealed: as the site has it, and by choice, which this browser keeps. */
export class Sealing {
  /** What the site wants; null before it is known. */
  policy: SealedPolicy | null = $state.raw(null)
  /** Null while nobody has chosen: then it is as the site has it. */
  choice: boolean | null = $state.raw(null)
  readonly on: boolean = $derived(this.policy === 'only' || (this.choice ?? this.policy === 'default'))
  /** Of the next share alone; empty for none. */
  password = $state('')
  /** After how long the next share ends; null for never. */
  endsAfter: Milliseconds | null = $state.raw(null)
  readonly #site: ToldSite
  readonly #storage: Storage | null

  constructor(site: ToldSite, storage: Storage | null) {
    this.#site = site
    this.#storage = storage
    const kept = storage?.getItem(KEY)
    if (kept === 'yes' || kept === 'no') this.choice = kept === 'yes'
  }

  set(sealed: boolean): void {
    this.choice = sealed
    this.#storage?.setItem(KEY, sealed ? 'yes' : 'no')
  }

  /** What the next share asks of those who get its link. They are no share's but that one's. */
  takeTerms(): SealTerms {
    const { password, endsAfter } = this
    this.password = ''
    this.endsAfter = null
    return {
      password: password === '' ? null : password,
      endsAt: endsAfter === null ? null : Date.now() + endsAfter,
    }
  }

  /** Finds out what the site wants. */
  async ask(): Promise<void> {
    const config = await this.#site.config().catch(() => null)
    this.policy = config?.sealed ?? null
  }
}
