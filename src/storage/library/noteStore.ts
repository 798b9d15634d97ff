import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import type { InfoHash } from '../../core/infoHash.ts'

const NAME = 'shoal.notes'
const VERSION = 1

/** An author's place in the order of envelopes. */
interface NoteKey {
  /** 64 hex digits. */
  readonly author: string
  readonly seq: number
}

interface NoteSchema extends DBSchema {
  /** Envelopes by [info hash, author, seq]. */
  envelopes: { key: [string, string, number]; value: Uint8Array<ArrayBuffer> }
  /** The key that this browser signs with, by info hash: nobody can tell that two shares' notes are of one person. */
  identities: { key: string; value: { author: string; key: CryptoKey } }
  /** Proofs against authors, by [info hash, author]: two envelopes. */
  forks: { key: [string, string]; value: readonly Uint8Array<ArrayBuffer>[] }
}

/** The notes that this browser keeps, of every share: everything that it has seen, so that it can pass it on. */
export class NoteStore {
  readonly #database: IDBPDatabase<NoteSchema>

  private constructor(database: IDBPDatabase<NoteSchema>) {
    this.#database = database
  }

  /** Null where the browser keeps no databases for the page. */
  static async open(): Promise<NoteStore | null> {
    try {
      const database = await openDB<NoteSchema>(NAME, VERSION, {
        upgrade(found) {
          found.createObjectStore('envelopes')
          found.createObjectStore('identities')
          found.createObjectStore('forks')
        },
      })
      return new NoteStore(database)
    } catch {
      return null
    }
  }

  /** Envelopes in the order of author and seq, and proofs. */
  async load(share: InfoHash): Promise<{ envelopes: Uint8Array[]; forks: (readonly Uint8Array[])[] }> {
    const [envelopes, forks] = await Promise.all([
      this.#database.getAll('envelopes', IDBKeyRange.bound([share], [share, []])),
      this.#database.getAll('forks', IDBKeyRange.bound([share], [share, []])),
    ])
    return { envelopes, forks }
  }

  async identity(share: InfoHash): Promise<{ author: string; key: CryptoKey } | null> {
    return (await this.#database.get('identities', share)) ?? null
  }

  async putIdentity(share: InfoHash, identity: { author: string; key: CryptoKey }): Promise<void> {
    await this.#database.put('identities', identity, share)
  }

  /** @param base it stands for all of its author's before it, which are deleted with the same stroke */
  async put(
    share: InfoHash,
    { author, seq }: NoteKey,
    bytes: Uint8Array<ArrayBuffer>,
    base: boolean,
  ): Promise<void> {
    const transaction = this.#database.transaction('envelopes', 'readwrite', { durability: 'strict' })
    const before = IDBKeyRange.bound([share, author, 0], [share, author, seq], false, true)
    await Promise.all([
      base ? transaction.store.delete(before) : null,
      transaction.store.put(bytes, [share, author, seq]),
      transaction.done,
    ])
  }

  /** Keeps a proof against an author in place of all that the author wrote. */
  async putFork(share: InfoHash, author: string, pair: readonly Uint8Array<ArrayBuffer>[]): Promise<void> {
    const transaction = this.#database.transaction(['envelopes', 'forks'], 'readwrite')
    await Promise.all([
      transaction.objectStore('envelopes').delete(IDBKeyRange.bound([share, author], [share, author, []])),
      transaction.objectStore('forks').put(pair, [share, author]),
      transaction.done,
    ])
  }

  async delete(share: InfoHash): Promise<void> {
    const all = IDBKeyRange.bound([share], [share, []])
    const transaction = this.#database.transaction(['envelopes', 'forks', 'identities'], 'readwrite')
    await Promise.all([
      transaction.objectStore('envelopes').delete(all),
      transaction.objectStore('forks').delete(all),
      transaction.objectStore('identities').delete(share),
      transaction.done,
    ])
  }

  close(): void {
    this.#database.close()
  }
}
