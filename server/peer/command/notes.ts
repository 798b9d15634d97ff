import { setTimeout as after } from 'node:timers/promises'
import { parsePasted } from '../../../src/core/pasted.ts'
import { asReviewNotes, writeReview } from '../../../src/notes/export/exchange.ts'
import type { NoteRooms } from '../../../src/notes/noteRooms.ts'
import type { Engine } from '../../../src/swarm/engineApi.ts'
import type { ShareSnapshot } from '../../../src/swarm/snapshot.ts'
import type { Command } from './commandLine.ts'
import { people } from './measures.ts'
import { openWhat } from './openWhat.ts'
import type { Screen } from './screen.ts'
import { CommandFailed } from './shareWatch.ts'

interface NotesOptions {
  readonly engine: Engine
  readonly rooms: NoteRooms
  readonly screen: Screen
  readonly signal: AbortSignal
  readonly password: string | null
}

/** What an EDL counts in: a share's link does not tell its film's. */
const TIMELINE = { rate: { exact: 25, counted: 25, dropped: 0 }, firstHour: 1 }

const LOOK_MS = 250
/** Nobody has brought another note for so long: these are all that those who are there have. */
const QUIET_MS = 3_000

/** Writes what is noted on a share, once somebody is there who has it and no more notes come. */
export async function writeNotes(
  { what, format }: Extract<Command, { kind: 'notes' }>,
  { engine, rooms, screen, signal, password }: NotesOptions,
): Promise<void> {
  const share = await openWhat(engine, what, { screen, signal, password })
  const { infoHash } = share
  if (infoHash === null) throw new CommandFailed('It has no notes yet.')
  const link = parsePasted(what)
  const review = link.kind === 'invitation' ? link.invitation.review : null
  if (review !== null) await rooms.join(infoHash, review)
  const room = rooms.room(infoHash)
  let seen = room.notes
  let changedAt: number | null = null
  while (changedAt === null || Date.now() - changedAt < QUIET_MS) {
    const there = peersOf(engine, share)
    if (room.notes !== seen || (changedAt === null && there > 0)) changedAt = Date.now()
    seen = room.notes
    screen.progress(
      there === 0
        ? 'Waiting for somebody who has its notes.'
        : `${people(there)} connected, ${seen.length} ${seen.length === 1 ? 'note' : 'notes'} so far.`,
    )
    await after(LOOK_MS, null, { signal }).catch(() => signal.throwIfAborted())
  }
  screen.progress(null)
  const notes = asReviewNotes(room.threads, (file) => share.files[file]?.path.join('/') ?? null)
  screen.event({ event: 'notes', infoHash, notes })
  screen.result(writeReview(format, notes, share.name, TIMELINE).text.trimEnd())
}

function peersOf(engine: Engine, { id }: ShareSnapshot): number {
  return engine.shares().find((share) => share.id === id)?.peers.length ?? 0
}
