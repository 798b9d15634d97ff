import { StreamError, type StreamProblem } from './problems.ts'

/** By the name of the browser's exception. */
const PROBLEMS: Readonly<Record<string, StreamProblem>> = {
  // Thrown by the disk that is written to…
  QuotaExceededError: { code: 'no-room-to-save' },
  NotAllowedError: { code: 'place-refused' },
  NoModificationAllowedError: { code: 'file-busy' },
  // …and by the files that are read.
  NotReadableError: { code: 'source-changed' },
  NotFoundError: { code: 'source-gone' },
}

/** Why something could not be saved, where it can be told. */
export function saveFailureOf(error: unknown): unknown {
  const problem = error instanceof DOMException ? PROBLEMS[error.name] : undefined
  return problem ? new StreamError(problem, { cause: error }) : error
}
