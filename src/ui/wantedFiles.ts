import type { FileSnapshot } from '../state/engineTypes.ts'

/** A box to tick beside a file, a folder or a share: whether to fetch it, to link to it, or to do something with it. */
export interface FileChoice {
  /** What is chosen, of which. */
  readonly label: string
  /** `some` of what lies in a folder. */
  readonly chosen: 'all' | 'some' | 'none'
  readonly choose: (chosen: boolean) => void
}

/** The wanted files' indexes after one more choice. */
export function withChoice(
  files: readonly FileSnapshot[],
  indexes: readonly number[],
  wanted: boolean,
): ReadonlySet<number> {
  const before = new Set(files.filter((file) => file.wanted).map((file) => file.index))
  return wanted ? before.union(new Set(indexes)) : before.difference(new Set(indexes))
}

/** All files' indexes, or none. */
export function allOrNone(files: readonly FileSnapshot[], wanted: boolean): ReadonlySet<number> {
  return new Set(wanted ? files.map((file) => file.index) : [])
}

/** How much of a folder is chosen. */
export function chosenOf(
  indexes: readonly number[],
  isChosen: (index: number) => boolean,
): FileChoice['chosen'] {
  const chosen = indexes.reduce((count, index) => count + (isChosen(index) ? 1 : 0), 0)
  return chosen === 0 ? 'none' : chosen === indexes.length ? 'all' : 'some'
}
