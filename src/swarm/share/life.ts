import type { ShareContext } from './context.ts'
import type { ShareRecord } from './record.ts'

/**
 * A share's life from its first step to its end, or to its failure, after which another one may begin; as a phase
 * sees it.
 *
 * @template Next the phases that can follow the one that has this
 */
export interface Life<in Next> {
  readonly context: ShareContext
  readonly record: ShareRecord
  /** Ends what is under way (hashing, checking) when the share is removed or fails. */
  readonly signal: AbortSignal
  /** Goes over into another phase. Nothing happens once the life has ended. */
  become(next: Next): void
  /** The snapshot is another one now. */
  touch(): void
  /** Awaits a step: if it rejects, the share fails, unless its life has ended. Never rejects. */
  attempt(step: Promise<unknown>): Promise<void>
  fail(error: unknown): void
  /** Notes the share in the library; shares that nobody has decided to fetch are not kept. */
  remember(): void
  /** Notes files that are being hashed, where they can be opened again. */
  rememberDraft(): void
  /** How far it is has changed, and is noted soon, or now. */
  progressed(now?: 'now'): void
}
