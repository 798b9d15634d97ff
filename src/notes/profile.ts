/* Apart from all else of notes: the page has it before it has anything of them. */

/** UTF-16 units. */
export const MAX_NAME = 40
/** Colours to choose from, by number: what they look like is the page's choice. */
export const COLOURS = 8

/** As whom somebody writes. */
export interface Profile {
  readonly name: string
  /** 0 up to {@link COLOURS}. */
  readonly colour: number
}
