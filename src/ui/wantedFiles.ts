import type { FileSnapshot } from '../state/engineTypes.ts'

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
