import type { Branded } from './brand.ts'
import { splitParameter } from './splitParameter.ts'

/**
 * Which note a share's link leads to (`&note=…`): the first eight digits of its author's id, and its own. A reader of
 * the note needs no more to find it, and nobody learns more by the link than by the note.
 */
export type NoteAnchor = Branded<string, 'NoteAnchor'>

const PARAMETER = '&note='
const ANCHOR = /^[0-9a-f]{8}-[0-9a-z]{1,16}$/
const DIGITS = 8

/** @param ref the note's, `<author>/<id>` */
export function anchorOf(ref: string): NoteAnchor {
  return `${ref.slice(0, DIGITS)}-${ref.slice(ref.indexOf('/') + 1)}` as NoteAnchor
}

/** A share's link, or what stands behind its `#`, that opens at a note as well. */
export function withNote(link: string, anchor: NoteAnchor | null): string {
  return anchor === null ? link : `${link}${PARAMETER}${anchor}`
}

export function leadsTo(anchor: NoteAnchor, ref: string): boolean {
  return anchorOf(ref) === anchor
}

/** Takes the note off what stands behind a link's `#`. A damaged one leads to the share all the same. */
export function splitNote(fragment: string): { rest: string; note: NoteAnchor | null } {
  const { rest, value } = splitParameter(fragment, PARAMETER, (text) =>
    ANCHOR.test(text) ? (text as NoteAnchor) : null,
  )
  return { rest, note: value === 'damaged' ? null : value }
}
