import { parseAuthor, type AuthorId } from '../wire/noteEnvelope.ts'
import type { KeptNotes } from './keptNotes.ts'
import type { NoteReplica } from './replica.ts'
import { certify, makeAuthor, type Identity, type RoomKeys } from './signing.ts'

export interface OwnAuthorOptions {
  readonly keys: Promise<RoomKeys>
  readonly kept: KeptNotes
  readonly replica: NoteReplica
}

/** Who writes on this page: made when something is first to be signed, and another one once it was found to be two. */
export class OwnAuthor {
  readonly #options: OwnAuthorOptions
  #identity: Identity | null = null
  #identifying: Promise<Identity> | null = null

  constructor(options: OwnAuthorOptions) {
    this.#options = options
  }

  /** Null before anything was signed. */
  get id(): AuthorId | null {
    return this.#identity?.author ?? null
  }

  /** Goes on as whom this browser has kept. */
  async restore({ author, key }: { readonly author: string; readonly key: CryptoKey }): Promise<void> {
    const id = parseAuthor(author)
    if (id) this.#identity = await this.#introduce(id, key)
  }

  /** Rejects in a browser without Ed25519. */
  async identify(): Promise<Identity> {
    if (this.#identity && !this.#options.replica.forks.has(this.#identity.author)) return this.#identity
    this.#identifying ??= this.#make().finally(() => (this.#identifying = null))
    return this.#identifying
  }

  async #make(): Promise<Identity> {
    const { author, key } = await makeAuthor()
    await this.#options.kept.putIdentity({ author, key })
    return (this.#identity = await this.#introduce(author, key))
  }

  async #introduce(author: AuthorId, key: CryptoKey): Promise<Identity> {
    const { certifier, name } = await this.#options.keys
    this.#options.replica.own(author)
    return { review: name, author, key, certificate: certifier && (await certify(certifier, name, author)) }
  }
}
