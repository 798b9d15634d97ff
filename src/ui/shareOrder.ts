import type { ShareSnapshot } from '../state/engineTypes.ts'

/** `newest` is the order in which the engine tells them. */
export type ShareOrder = 'newest' | 'name' | 'size'

const { compare } = new Intl.Collator(undefined, { numeric: true })

/** Those of the shares in whose names, or whose files' names, something is found; all of them for nothing. */
export function foundShares(
  shares: readonly ShareSnapshot[],
  words: string,
  order: ShareOrder,
): readonly ShareSnapshot[] {
  const needle = words.trim().toLowerCase()
  const found =
    needle === ''
      ? shares
      : shares.filter(
          ({ name, files }) =>
            name.toLowerCase().includes(needle) ||
            files.some(({ path }) => path.at(-1)?.toLowerCase().includes(needle)),
        )
  if (order === 'newest') return found
  return found.toSorted(
    order === 'name' ? (a, b) => compare(a.name, b.name) : (left, right) => right.size - left.size,
  )
}
