import type { FileSnapshot } from '../state/engineTypes.ts'

/** A box to tick beside a file: whether to fetch it, or whether a link is about it. */
export interface FileChoice {
  readonly verb: 'Fetch' | 'Link to'
  readonly chosen: boolean
  readonly choose: (chosen: boolean) => void
}

/** The wanted files' indexes after one more choice. */
export function withChoice(
  files: readonly FileSnapshot[],
  index: number,
  wanted: boolean,
): ReadonlySet<number> {
  return new Set(
    files.filter((file) => (file.index === index ? wanted : file.wanted)).map((file) => file.index),
  )
}

/** All files' indexes, or none. */
export function allOrNone(files: readonly FileSnapshot[], wanted: boolean): ReadonlySet<number> {
  return new Set(wanted ? files.map((file) => file.index) : [])
}
