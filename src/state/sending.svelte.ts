import { linkThatTells } from '../core/invitation.ts'
import { costOf, keyOf } from '../core/sealSecret.ts'
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
    const tells = this.tells && files.length > 0 && !hasPassword(link)
    return link && linkThatTells(link, tells ? { name, size } : null)
  }
}

/** Then nothing is shown of the share before its password was told, and the link says nothing of it either. */
function hasPassword(link: string | null): boolean {
  const key = link === null ? null : keyOf(link)
  return key !== null && costOf(key) !== null
}
