import type { TrackerMode } from '../wire/siteConfig.ts'
import type { Membership } from './membership.svelte.ts'
import type { ToldSite } from './toldSite.ts'

interface Around {
  readonly site: ToldSite
  readonly membership: Pick<Membership, 'passkey' | 'ended'>
  /** Whether the browser counts the page's address as secure. */
  readonly isSecure: boolean
}

/** Whether somebody can send and receive here at all, as far as that is known before they try. */
export class Doors {
  readonly #around: Around
  /** Null before the site has told. */
  #mode: TrackerMode | null = $state.raw(null)

  /** What stands in the way; null for nothing. */
  readonly closed: 'insecure-address' | 'members-only' | 'membership-ended' | null = $derived.by(() => {
    const { isSecure, membership } = this.#around
    if (!isSecure) return 'insecure-address'
    if (this.#mode !== 'private') return null
    if (membership.passkey === null) return 'members-only'
    return membership.ended ? 'membership-ended' : null
  })

  /** Only an invitation opens it: nobody is asked for files before. */
  readonly needsInvitation: boolean = $derived(this.closed !== null && this.closed !== 'insecure-address')

  constructor(around: Around) {
    this.#around = around
  }

  /** Finds out what the site wants. */
  async ask(): Promise<void> {
    const config = await this.#around.site.config().catch(() => null)
    this.#mode = config?.trackerMode ?? null
  }
}
