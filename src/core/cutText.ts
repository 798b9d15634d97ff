import type { Bytes } from './brand.ts'

const encoder = new TextEncoder()
// Made once: making one takes longer than a hundred names.
const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** Longer endings are parts of a name that happens to have a dot in it. */
const LONGEST_ENDING: Bytes = 24

/** What disks allow for one part of a path: ext4 and APFS count bytes of UTF-8, NTFS counts UTF-16 units. */
export const LONGEST_NAME: Bytes = 255

export function utf8Length(text: string): Bytes {
  return encoder.encode(text).length
}

/**
 * The beginning of a text that takes at most `longest` bytes of UTF-8, cut between characters as people see them
 * (UAX #29). Half a surrogate pair becomes U+FFFD, since it has no UTF-8.
 */
export function cutText(text: string, longest: Bytes): string {
  // Every UTF-16 unit takes at least a byte, so what follows can never be kept; names of megabytes exist.
  const near = text.slice(0, longest + 1).toWellFormed()
  const { read } = encoder.encodeInto(near, new Uint8Array(longest))
  if (read === near.length) return near
  const boundary = graphemes.segment(near).containing(read)?.index ?? 0
  // A single character can be longer: a letter may carry any number of accents.
  return near.slice(0, boundary > 0 ? boundary : read)
}

/** A file's name cut as {@link cutText} does, in its stem: the ending tells what the file is. */
export function cutName(name: string, longest: Bytes = LONGEST_NAME): string {
  if (name.length * 3 <= longest) return name.toWellFormed()
  const { stem, ending } = splitEnding(name)
  return `${cutText(stem, longest - utf8Length(ending))}${ending}`
}

/** The ending with its dot; empty for a name that has none, or begins with its only dot. */
export function splitEnding(name: string): { readonly stem: string; readonly ending: string } {
  const dot = name.lastIndexOf('.')
  const ending = dot > 0 ? name.slice(dot).toWellFormed() : ''
  const isEnding =
    ending.length > 1 && ending.length <= LONGEST_ENDING && utf8Length(ending) <= LONGEST_ENDING
  return isEnding ? { stem: name.slice(0, dot), ending } : { stem: name, ending: '' }
}
