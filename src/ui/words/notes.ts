import { countOf } from './measures.ts'
import type { Said } from '../../state/review/desk.svelte.ts'
import type { DraftProblem } from '../../state/review/draft.svelte.ts'
import type { Imported } from '../../state/review/exchange.ts'

/** What is wrong with the times and the page of a note that is being written. */
export const DRAFT_PROBLEMS: Readonly<Record<DraftProblem, string>> = {
  'time-unclear': 'Write times as minutes and seconds, like 1:05.',
  'span-without-beginning': 'A span needs a beginning as well as an end.',
  'span-backwards': 'A span ends after its beginning.',
  'page-unclear': 'Write the page as a number.',
}

/** What who hears the page is told. */
export function saidWords(said: Said): string {
  switch (said.code) {
    case 'marked':
      return said.to === null ? `From ${said.from}` : `From ${said.from} to ${said.to}`
    case 'no-notes':
      return 'There are no notes to go to.'
    case 'no-further-note':
      return 'There is no further note.'
    case 'note':
      return `Note ${said.at} of ${said.of}, by ${said.by}: ${said.text || 'a drawing'}`
    case 'new-note':
      return `${said.by} wrote: ${said.text || 'a drawing'}`
    case 'new-notes':
      return `${said.count} new notes`
  }
}

/** What became of the notes of a file. */
export function importedWords({ notes, answers, known, astray, skipped }: Imported): string {
  return [
    `${countOf(notes, 'note')} and ${countOf(answers, 'answer')} added.`,
    ...(known > 0 ? [`${known} were here already.`] : []),
    ...(astray > 0
      ? [`${astray} are on files that this share does not have: they are on everything now.`]
      : []),
    ...(skipped > 0 ? [`${countOf(skipped, 'entry', 'entries')} could not be read.`] : []),
  ].join(' ')
}
