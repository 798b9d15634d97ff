import { formatPercent } from './measures.ts'
import { words } from './words.ts'

/** @param copy how much of a copy of one's own files there is, 0…1 */
export function copyWords(copy: number): string {
  const { share } = words
  if (copy >= 1) return share.copyKept
  return copy > 0 ? share.keepingCopy(formatPercent(copy)) : share.keepCopy
}
