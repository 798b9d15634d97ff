import type { Said } from '../../state/review/desk.svelte.ts'
import type { Imported } from '../../state/review/exchange.ts'
import { words } from './words.ts'

/** What who hears the page is told. */
export function saidWords(said: Said): string {
  const { notes } = words
  switch (said.code) {
    case 'marked':
      return said.to === null ? notes.saidFrom(said.from) : notes.saidFromTo(said.from, said.to)
    case 'no-notes':
      return notes.saidNoNotes
    case 'no-further-note':
      return notes.saidNoFurther
    case 'note':
      return notes.saidNote(said.at, said.of, said.by, said.text || notes.aDrawing)
    case 'pen':
      return notes.penDid[said.did](said.across, said.down)
    case 'new-note':
      return notes.saidNew(said.by, said.text || notes.aDrawing)
    case 'new-notes':
      return notes.saidMany(said.count)
  }
}

/** What became of the notes of a file. */
export function importedWords({ notes: added, answers, known, astray, skipped }: Imported): string {
  const { notes } = words
  return [
    notes.imported(added, answers),
    ...(known > 0 ? [notes.importedKnown(known)] : []),
    ...(astray > 0 ? [notes.importedAstray(astray)] : []),
    ...(skipped > 0 ? [notes.importedSkipped(skipped)] : []),
  ].join(' ')
}
