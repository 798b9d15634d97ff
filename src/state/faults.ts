import { HomeError, type HomeProblem } from '../home/problems.ts'
import { NotesError, type NotesProblem } from '../notes/problems.ts'
import { StoreError, type StoreProblem } from '../storage/problems.ts'
import { StreamError, type StreamProblem } from '../stream/problems.ts'
import { SwarmError, type SwarmProblem } from '../swarm/problems.ts'
import { MetainfoError, type MetainfoProblem } from '../torrent/problems.ts'
import { StateError, type StateProblem } from './problems.ts'

export type { ApiProblemCode } from '../wire/adminApi.ts'

/** What may have gone wrong when somebody asked for something: all that has words of its own. */
export type Fault =
  | MetainfoProblem
  | StoreProblem
  | SwarmProblem
  | HomeProblem
  | NotesProblem
  | StreamProblem
  | StateProblem
  /** Nobody has thought of it; the message is in the words of whatever failed, and may be empty. */
  | { readonly code: 'unexpected'; readonly message: string }

export function faultOf(error: unknown): Fault {
  if (
    error instanceof MetainfoError ||
    error instanceof StoreError ||
    error instanceof SwarmError ||
    error instanceof HomeError ||
    error instanceof NotesError ||
    error instanceof StreamError ||
    error instanceof StateError
  )
    return error.problem
  return { code: 'unexpected', message: error instanceof Error ? error.message : String(error) }
}
