import type { InfoHash } from '../core/infoHash.ts'

/** An author's envelope, and its place in the order of them. */
export interface KeptEnvelope {
  /** 64 hex digits. */
  readonly author: string
  readonly seq: number
  readonly bytes: Uint8Array<ArrayBuffer>
  /** `base`: it stands for all of its author's before it, which are deleted with the same stroke. */
  readonly kind: 'change' | 'base'
}

/** The key that one signs with in a review. */
export interface KeptIdentity {
  readonly author: string
  readonly key: CryptoKey
}

/**
 * The notes that are kept here, of every share: everything that was seen, so that it can be passed on. A review is
 * named by its share's info hash and, if it is private, something after that.
 */
export interface NoteStore {
  /** Envelopes in the order of author and seq, and proofs. */
  load(review: string): Promise<{ envelopes: Uint8Array[]; forks: (readonly Uint8Array[])[] }>
  identity(review: string): Promise<KeptIdentity | null>
  putIdentity(review: string, identity: KeptIdentity): Promise<void>
  /** Keeps all of them, in this order, or none. @param durable also when the machine fails right after */
  put(review: string, envelopes: readonly KeptEnvelope[], durable: boolean): Promise<void>
  /** Keeps a proof against an author, which is two envelopes, in place of all that the author wrote. */
  putFork(review: string, author: string, pair: readonly Uint8Array<ArrayBuffer>[]): Promise<void>
  /** All of them, by info hash, by name, and by what else there is. */
  tokens(): Promise<ReadonlyMap<string, string>>
  /** @param of a share, whose shown review it opens, or a review; null forgets it */
  putToken(of: string, token: string | null): Promise<void>
  /** Who is hidden in a review, a line each. */
  hidden(review: string): Promise<readonly string[]>
  putHidden(review: string, lines: readonly string[]): Promise<void>
  /** Which answers to oneself were seen in a review, a line each. */
  seen(review: string): Promise<readonly string[]>
  putSeen(review: string, lines: readonly string[]): Promise<void>
  /** Deletes what is kept of one author. */
  deleteAuthor(review: string, author: string): Promise<void>
  /** Deletes all that is kept of one private review, its secret as well. */
  deleteReview(review: string): Promise<void>
  /** Deletes all reviews of a share. */
  delete(share: InfoHash): Promise<void>
  close(): void
}
