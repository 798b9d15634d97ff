import type { DBSchema, IDBPDatabase } from 'idb'
import type { InfoHash } from '../../core/infoHash.ts'
import type { KeptIdentity, KeptEnvelope, NoteStore } from '../../storage/noteStore.ts'
import { OutdatedPage } from '../problems.ts'
import type { Versions } from './siteDatabase.ts'

const NAME = 'shoal.notes'
const VERSION = 2
/** What follows a review's name in keys. */
const HIDDEN = ' hidden'
const SEEN = ' seen'

interface NoteSchema extends DBSchema {
  /** Envelopes by [review, author, seq]. */
  envelopes: { key: [string, string, number]; value: Uint8Array<ArrayBuffer> }
  /** The key that this browser signs with, by review: nobody can tell that two reviews' notes are of one person. */
  identities: { key: string; value: KeptIdentity }
  /** Proofs against authors, by [review, author]: two envelopes. */
  forks: { key: [string, string]; value: readonly Uint8Array<ArrayBuffer>[] }
  /**
   * By info hash: the token of the private review that is shown. By a review's name: its token, whether it is shown
   * or not. By its name and ` hidden`: the authors who are hidden in it, a line each: 64 hex
   * digits, a digit for the colour, and the name. By its name and ` seen`: the answers that were seen in it, a line each.
   */
  tokens: { key: string; value: string }
}

/** The notes that this browser keeps, in IndexedDB. */
export class IndexedNotes implements NoteStore {
  readonly #database: IDBPDatabase<NoteSchema>

  private constructor(database: IDBPDatabase<NoteSchema>) {
    this.#database = database
  }

  /** Null where the browser keeps no databases for the page. Rejects as {@link Versions.open} for an old page. */
  static async open(versions: Versions): Promise<IndexedNotes | null> {
    try {
      const database = await versions.open<NoteSchema>({ name: NAME, version: VERSION, upgrade })
      return new IndexedNotes(database)
    } catch (error) {
      if (error instanceof OutdatedPage) throw error
      return null
    }
  }

  async load(review: string): Promise<{ envelopes: Uint8Array[]; forks: (readonly Uint8Array[])[] }> {
    const [envelopes, forks] = await Promise.all([
      this.#database.getAll('envelopes', IDBKeyRange.bound([review], [review, []])),
      this.#database.getAll('forks', IDBKeyRange.bound([review], [review, []])),
    ])
    return { envelopes, forks }
  }

  async identity(review: string): Promise<KeptIdentity | null> {
    return (await this.#database.get('identities', review)) ?? null
  }

  async putIdentity(review: string, identity: KeptIdentity): Promise<void> {
    await this.#database.put('identities', identity, review)
  }

  async put(review: string, envelopes: readonly KeptEnvelope[], durable: boolean): Promise<void> {
    const durability = durable ? 'strict' : 'relaxed'
    const transaction = this.#database.transaction('envelopes', 'readwrite', { durability })
    const requests = envelopes.flatMap(({ author, seq, bytes, kind }) => {
      const before = IDBKeyRange.bound([review, author, 0], [review, author, seq], false, true)
      return [
        kind === 'base' ? transaction.store.delete(before) : null,
        transaction.store.put(bytes, [review, author, seq]),
      ]
    })
    await Promise.all([...requests, transaction.done])
  }

  async putFork(review: string, author: string, pair: readonly Uint8Array<ArrayBuffer>[]): Promise<void> {
    const transaction = this.#database.transaction(['envelopes', 'forks'], 'readwrite')
    await Promise.all([
      transaction.objectStore('envelopes').delete(IDBKeyRange.bound([review, author], [review, author, []])),
      transaction.objectStore('forks').put(pair, [review, author]),
      transaction.done,
    ])
  }

  async tokens(): Promise<ReadonlyMap<string, string>> {
    const transaction = this.#database.transaction('tokens')
    const [shares, tokens] = await Promise.all([transaction.store.getAllKeys(), transaction.store.getAll()])
    return new Map(shares.map((share, at) => [share, tokens[at] ?? '']))
  }

  async putToken(of: string, token: string | null): Promise<void> {
    if (token === null) await this.#database.delete('tokens', of)
    else await this.#database.put('tokens', token, of)
  }

  hidden(review: string): Promise<readonly string[]> {
    return this.#lines(`${review}${HIDDEN}`)
  }

  putHidden(review: string, lines: readonly string[]): Promise<void> {
    return this.#putLines(`${review}${HIDDEN}`, lines)
  }

  seen(review: string): Promise<readonly string[]> {
    return this.#lines(`${review}${SEEN}`)
  }

  putSeen(review: string, lines: readonly string[]): Promise<void> {
    return this.#putLines(`${review}${SEEN}`, lines)
  }

  async #lines(key: string): Promise<readonly string[]> {
    return (await this.#database.get('tokens', key))?.split('\n') ?? []
  }

  #putLines(key: string, lines: readonly string[]): Promise<void> {
    return this.putToken(key, lines.length > 0 ? lines.join('\n') : null)
  }

  async deleteAuthor(review: string, author: string): Promise<void> {
    const transaction = this.#database.transaction(['envelopes', 'forks'], 'readwrite')
    await Promise.all([
      transaction.objectStore('envelopes').delete(IDBKeyRange.bound([review, author], [review, author, []])),
      transaction.objectStore('forks').delete([review, author]),
      transaction.done,
    ])
  }

  deleteReview(review: string): Promise<void> {
    return this.#deleteAll(review)
  }

  delete(share: InfoHash): Promise<void> {
    return this.#deleteAll(share)
  }

  /** Of all names that begin so. */
  async #deleteAll(start: string): Promise<void> {
    // Nothing that names a review comes after this.
    const last = `${start}\uffff`
    const stores = ['envelopes', 'forks', 'identities', 'tokens'] as const
    const transaction = this.#database.transaction(stores, 'readwrite')
    await Promise.all([
      transaction.objectStore('envelopes').delete(IDBKeyRange.bound([start], [last])),
      transaction.objectStore('forks').delete(IDBKeyRange.bound([start], [last])),
      transaction.objectStore('identities').delete(IDBKeyRange.bound(start, last)),
      transaction.objectStore('tokens').delete(IDBKeyRange.bound(start, last)),
      transaction.done,
    ])
  }

  close(): void {
    this.#database.close()
  }
}

function upgrade(found: IDBPDatabase<NoteSchema>, version: number): void {
  if (version < 1) {
    found.createObjectStore('envelopes')
    found.createObjectStore('identities')
    found.createObjectStore('forks')
  }
  found.createObjectStore('tokens')
}
