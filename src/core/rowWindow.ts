/** The part of a long list that is in the page: rows `first` to `end`, and the room of what is left out around them. */
export interface RowWindow {
  readonly first: number
  /** The row after the last. */
  readonly end: number
  /** Pixels of the rows before the first. */
  readonly above: number
  /** Pixels of the rows from the end on. */
  readonly below: number
}

/**
 * The rows between two heights, measured in pixels from the top of the list.
 *
 * @param heightOf a row's height in pixels, measured or estimated
 */
export function rowWindow(
  count: number,
  heightOf: (row: number) => number,
  from: number,
  to: number,
): RowWindow {
  let first = 0
  let above = 0
  for (; first < count; first++) {
    const height = heightOf(first)
    if (above + height > from) break
    above += height
  }
  let end = first
  let reached = above
  for (; end < count && reached < to; end++) reached += heightOf(end)
  let below = 0
  for (let row = end; row < count; row++) below += heightOf(row)
  return { first, end, above, below }
}
