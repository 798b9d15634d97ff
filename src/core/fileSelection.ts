/** More files than a share may have. */
const MOST_FILES = 100_000

/**
 * Reads `so=` of a magnet link (BEP 53): `0,2,4-7`, the files to fetch by their place in the torrent, from 0.
 *
 * @returns indexes in rising order, each once; null for what selects nothing, or is not written so
 */
export function readFileSelection(text: string): readonly number[] | null {
  const files = new Set<number>()
  for (const part of text.split(',')) {
    const [, from, to = from] = /^\s*(\d{1,6})(?:\s*-\s*(\d{1,6}))?\s*$/.exec(part) ?? []
    if (from === undefined || to === undefined || Number(to) >= MOST_FILES) return null
    for (let file = Number(from); file <= Number(to); file++) files.add(file)
    // The same range over and over would cost more than any torrent can hold.
    if (files.size >= MOST_FILES) break
  }
  return files.size === 0 ? null : [...files].sort((a, b) => a - b)
}

/**
 * The indexes of those of a share's files that are selected by their places in the torrent, and others besides; null
 * where none was selected, or none of the selected exists.
 */
export function chosenFiles(
  selected: readonly number[] | null,
  files: readonly { readonly place: number }[],
  besides: readonly number[] = [],
): ReadonlySet<number> | null {
  const places = new Set(selected)
  const chosen = files.flatMap(({ place }, index) => (places.has(place) ? [index] : []))
  return chosen.length === 0 ? null : new Set([...chosen, ...besides])
}
