import type { Doors } from './doors.svelte.ts'
import { Intake } from './intake.svelte.ts'
import { Keeping } from './keeping.svelte.ts'
import type { LazyEngine } from './lazyEngine.svelte.ts'
import { Looking } from './looking.svelte.ts'
import type { Membership } from './membership.svelte.ts'
import type { Navigation } from './navigation.svelte.ts'
import { Notes } from './notes.svelte.ts'
import { Saving } from './saving.svelte.ts'
import type { Sealing } from './sealing.svelte.ts'
import { Sending } from './sending.svelte.ts'
import type { Shares } from './shares.svelte.ts'
import { TellMe } from './tellMe.svelte.ts'
import type { ToldSite } from './toldSite.ts'
import type { Toasts } from './toasts.svelte.ts'
import { Watching } from './watching.svelte.ts'

interface Around {
  readonly doors: Doors
  readonly engine: LazyEngine
  readonly membership: Membership
  readonly navigation: Navigation
  readonly sealing: Sealing
  readonly shares: Shares
  readonly site: ToldSite
  readonly storage: Storage | null
  readonly toasts: Toasts
}

/** What is done with shares: its code is fetched beside the engine's, without which there are none. */
export class ShareParts {
  readonly intake: Intake
  readonly keeping: Keeping
  readonly looking = new Looking()
  readonly notes: Notes
  readonly saving: Saving
  readonly sending: Sending
  readonly tellMe: TellMe
  readonly watching: Watching

  constructor(around: Around, lifetime: AbortSignal) {
    const { engine, membership, site, storage, toasts } = around
    this.intake = new Intake(around)
    this.keeping = new Keeping({ site, passkey: () => membership.passkey, storage })
    this.notes = new Notes(storage)
    this.saving = new Saving(engine, toasts, storage)
    this.sending = new Sending(storage)
    const asking = 'Notification' in window ? window.Notification : null
    this.tellMe = new TellMe({ document, asking })
    this.watching = new Watching({ engine, storage, lifetime })
  }
}
