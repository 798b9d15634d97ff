import type { NoteStore } from '../storage/noteStore.ts'
import { parseAuthor, type AuthorId } from '../wire/noteEnvelope.ts'
import type { Note } from './noteModel.ts'
import type { Fork } from './replica.ts'
import type { VerifiedEnvelope } from './signing.ts'

/** Envelopes of others that are kept with one stroke: as long as it takes, nothing else of the notes is kept. */
const KEPT_AT_ONCE = 500

/** Somebody who has written something. */
export type Writer = Pick<Note, 'author' | 'name' | 'colour'>

/** What a store holds of one review. */
type Kept = Awaited<ReturnType<NoteStore['load']>> & {
  readonly identity: Awaited<ReturnType<NoteStore['identity']>>
  readonly hidden: readonly Writer[]
  /** Answers that were seen. */
  readonly seen: readonly string[]
}

/** What this browser keeps of one review. */
export class KeptNotes {
  readonly #store: NoteStore | null
  readonly #review: Promise<string>
  /** What others have written, and is not kept yet. */
  #unkept: VerifiedEnvelope[] = []
  #keeping: Promise<void> | null = null

  /**
   * @param store null where the browser keeps nothing
   * @param review the review's name
   */
  constructor(store: NoteStore | null, review: Promise<string>) {
    this.#store = store
    this.#review = review
  }

  async load(): Promise<Kept | null> {
    if (!this.#store) return null
    const review = await this.#review
    const [{ envelopes, forks }, identity, hidden, seen] = await Promise.all([
      this.#store.load(review),
      this.#store.identity(review),
      this.#store.hidden(review),
      this.#store.seen(review),
    ])
    return { envelopes, forks, identity, hidden: hidden.flatMap(writerIn), seen }
  }

  /** What is written here: settles when it has reached the disk. */
  add(envelope: VerifiedEnvelope): Promise<void> {
    return this.#put([envelope], true)
  }

  /** What others have written, all that came meanwhile at once: one by one takes longer than coming. */
  addLater(envelope: VerifiedEnvelope): void {
    this.#unkept.push(envelope)
    this.#keeping ??= this.#putUnkept()
  }

  async addFork([first, second]: Fork): Promise<void> {
    this.#drop(first.author)
    await this.#store?.putFork(await this.#review, first.author, [first.bytes, second.bytes])
  }

  async forget(author: AuthorId): Promise<void> {
    this.#drop(author)
    await this.#store?.deleteAuthor(await this.#review, author)
  }

  async putIdentity(identity: { readonly author: AuthorId; readonly key: CryptoKey }): Promise<void> {
    await this.#store?.putIdentity(await this.#review, identity)
  }

  async putHidden(writers: Iterable<Writer>): Promise<void> {
    await this.#store?.putHidden(await this.#review, Array.from(writers, lineOf))
  }

  async putSeen(lines: readonly string[]): Promise<void> {
    await this.#store?.putSeen(await this.#review, lines)
  }

  /** Settles when all that came is kept. */
  async settled(): Promise<void> {
    await this.#keeping
  }

  async #putUnkept(): Promise<void> {
    while (this.#unkept.length > 0) {
      const some = this.#unkept.splice(0, KEPT_AT_ONCE)
      // Without it they come again: others have them.
      await this.#put(some, false).catch(() => undefined)
    }
    this.#keeping = null
  }

  async #put(envelopes: readonly VerifiedEnvelope[], durable: boolean): Promise<void> {
    await this.#store?.put(await this.#review, envelopes, durable)
  }

  /** Nothing of the author is kept that is not yet: it would be kept after it was deleted. */
  #drop(author: AuthorId): void {
    this.#unkept = this.#unkept.filter((envelope) => envelope.author !== author)
  }
}

/** How it is kept who is hidden. */
function lineOf({ author, colour, name }: Writer): string {
  return `${author}${colour}${name}`
}

/** None for what is no such line. */
function writerIn(line: string): readonly Writer[] {
  const author = parseAuthor(line.slice(0, 64))
  return author ? [{ author, colour: Number(line[64]) || 0, name: line.slice(65) }] : []
}
