import { linkThatTells } from '../core/invitation.ts'
import type { ShareSnapshot } from '../swarm/snapshot.ts'

const KEY = 'shoal.linksTell'

/** The links that are sent to people: whether they tell what the share is, by choice, which this browser keeps. */
export class Sending {
  tells = $state(true)
  readonly #storage: Storage | null

  constructor(storage: Storage | null) {
    this.#storage = storage
    this.tells = storage?.getItem(KEY) !== 'no'
  }

  tell(tells: boolean): void {
    this.tells = tells
    if (tells) this.#storage?.removeItem(KEY)
    else this.#storage?.setItem(KEY, 'no')
  }

  /** Null until the share has one. */
  linkTo({ link, name, size, files }: ShareSnapshot): string | null {
    // What a share is that was only heard of is for its sender to tell.
    return link && linkThatTells(link, this.tells && files.length > 0 ? { name, size } : null)
  }
}
