import type { Milliseconds } from '../../core/brand.ts'
import { SealError } from '../../seal/problems.ts'
import type { Contents } from '../contents/contents.ts'

/** Whether the time is over that whoever sealed the share has set for it. */
export function isOver({ expires }: Pick<Contents, 'expires'>, now: Milliseconds): boolean {
  return expires !== null && expires <= now
}

/** @throws {SealError} */
export function throwIfOver(contents: Pick<Contents, 'expires'>, now: Milliseconds): void {
  if (isOver(contents, now)) throw new SealError('seal-expired')
}
