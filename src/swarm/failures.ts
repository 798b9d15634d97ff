import { grouped } from '../core/format.ts'
import { FileUnreadable } from '../storage/hashing/hashPieces.ts'
import { StoreError } from '../storage/pieceStore.ts'
import { MAX_FILES, MetainfoError, TooManyFiles } from '../torrent/metainfo.ts'
import type { Failure } from './snapshot.ts'

/** Puts an error into words: what happened, why, and what a person can do about it. */
export function failureOf(error: unknown, fileNames: readonly string[] = []): Failure {
  if (error instanceof FileUnreadable) {
    const name = fileNames[error.file]
    return {
      what: name ? `“${name}” could not be read.` : 'A file could not be read.',
      why: 'It was changed, moved or deleted after it was chosen, or this browser may not read it.',
      todo: 'Choose the files again.',
    }
  }
  if (error instanceof MetainfoError) {
    return {
      what: 'This share cannot be opened.',
      why: error.message,
      todo: 'Ask whoever sent it for a new link.',
    }
  }
  if (error instanceof TooManyFiles) {
    return {
      what: 'These are too many files for one share.',
      why: `A share holds at most ${grouped(MAX_FILES)} of them.`,
      todo: 'Share them in parts, or pack them into an archive first.',
    }
  }
  if (error instanceof StoreError) return STORE_FAILURES[error.reason]
  return {
    what: 'Something went wrong in this page.',
    why: error instanceof Error ? error.message : String(error),
    todo: 'Try again. What had arrived is kept.',
  }
}

const STORE_FAILURES = {
  changed: {
    what: 'This share cannot go on giving.',
    why: 'One of its files was changed, moved or deleted, and what is sent has to be exactly what was shared.',
    todo: 'Put the file back and try again, or share the files anew.',
  },
  full: {
    what: 'There is no room left.',
    why: 'The disk, or the part of it that this browser gives to sites, is full. What had arrived is kept.',
    todo: 'Remove other shares or free some disk space, then try again.',
  },
  'no-disk': {
    what: 'This share is too large for this browser.',
    why: 'It gives the page no disk, as in private windows, and memory does not hold so much.',
    todo: 'Open the link in an ordinary window, or in another browser.',
  },
  'in-use': {
    what: 'This share is open in another tab.',
    why: 'Two tabs cannot write the same files.',
    todo: 'Go on in the other tab, or close it and try again here.',
  },
  damaged: {
    what: 'This share cannot go on giving.',
    why: 'One of its files is no longer what was shared, and what is sent has to be exactly that.',
    todo: 'Put the file back as it was and try again, or share the files anew.',
  },
  broken: {
    what: 'The browser could not keep or read this share’s data.',
    why: 'Its storage reported an error. What had arrived may still be there.',
    todo: 'Try again; if that does not help, reload the page.',
  },
} as const satisfies Record<StoreError['reason'], Failure>
