import { formatPercent } from '../../core/format.ts'

/** @param copy how much of a copy of one's own files there is, 0…1 */
export function copyWords(copy: number): string {
  if (copy >= 1) return 'A copy is kept in this browser'
  return copy > 0 ? `Keeping a copy: ${formatPercent(copy)}` : 'Keep a copy in this browser'
}

export const WHY_A_COPY = 'Then a reload asks for nothing, and the link works again at once.'
