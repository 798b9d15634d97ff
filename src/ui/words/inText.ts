import { displayText } from '../../core/displayText.ts'
import { words } from './words.ts'

/** Letters of scripts that are written from the right. */
const FROM_RIGHT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u

/**
 * A name from anywhere, to be put into a sentence: cleaned, and where the two may be written in different directions, kept
 * apart from it (U+2068 … U+2069, Unicode's annex 9). Else a name in Arabic would turn the numbers and marks around it.
 * Every name that a function of the dictionaries takes comes through here.
 */
export function inText(name: string): string {
  const shown = displayText(name)
  return words.language.dir === 'rtl' || FROM_RIGHT.test(shown) ? `\u2068${shown}\u2069` : shown
}
