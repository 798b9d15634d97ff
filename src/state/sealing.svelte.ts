import { fetchConfig } from '../swarm/config.ts'
import type { SealedPolicy } from '../wire/siteConfig.ts'

const KEY = 'shoal.sealed'

/** Whether what is shared is sealed: as the site has it, and by choice, which this browser keeps. */
export class Sealing {
  /** What the site wants; null before it is known. */
  policy: SealedPolicy | null = $state.raw(null)
  /** Null while nobody has chosen: then it is as the site has it. */
  choice: boolean | null = $state.raw(null)
  readonly on: boolean = $derived(this.policy === 'only' || (this.choice ?? this.policy === 'default'))
  readonly #storage: Storage | null
  #asked = false

  constructor(storage: Storage | null) {
    this.#storage = storage
    const kept = storage?.getItem(KEY)
    if (kept === 'yes' || kept === 'no') this.choice = kept === 'yes'
  }

  set(sealed: boolean): void {
    this.choice = sealed
    this.#storage?.setItem(KEY, sealed ? 'yes' : 'no')
  }

  /** Asks the site what it wants, once. */
  async ask(): Promise<void> {
    if (this.#asked) return
    this.#asked = true
    const config = await fetchConfig(location.href, null).catch(() => null)
    // Asked again when the switch is shown the next time.
    if (!config) this.#asked = false
    this.policy = config?.sealed ?? null
  }
}
