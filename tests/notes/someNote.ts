import type { Note } from '../../src/notes/noteModel.ts'
import type { AuthorId } from '../../src/wire/noteEnvelope.ts'

export const ANN = 'a'.repeat(64) as AuthorId
export const BEN = 'b'.repeat(64) as AuthorId

/** A note on the first file, which says its own id. Each test says what is different. */
export function someNote(id: string, different: Partial<Note> = {}): Note {
  const author = different.author ?? ANN
  return {
    ref: `${author}/${id}`,
    author,
    name: author === ANN ? 'Ann' : 'Ben',
    colour: 0,
    text: id,
    file: 0,
    at: null,
    until: null,
    page: null,
    drawing: null,
    by: null,
    answers: null,
    made: 1,
    edited: null,
    resolved: false,
    ...different,
  }
}
