import { grouped } from '../../../src/core/format.ts'
import type { PasteProblem } from '../../../src/core/pasteProblem.ts'
import { StoreError } from '../../../src/storage/problems.ts'
import { SwarmError, type Failure, type SwarmProblem } from '../../../src/swarm/problems.ts'
import { MetainfoError } from '../../../src/torrent/problems.ts'

/*
 * What went wrong, for whoever reads a terminal. Of what only somebody who makes torrents can mend, and of what a
 * command never asks of the engine, the code is told.
 */

export function errorWords(error: unknown): string {
  if (error instanceof SwarmError) return swarmWords(error.problem)
  if (error instanceof StoreError) return failureWords(error.problem)
  if (error instanceof MetainfoError)
    return failureWords({ code: 'share-unreadable', problem: error.problem })
  return error instanceof Error ? error.message : String(error)
}

/** Why what was typed leads nowhere. */
export function pasteWords(problem: PasteProblem): string {
  switch (problem.code) {
    case 'text-too-long':
      return 'That is far too long to be a link.'
    case 'nothing-pasted':
    case 'no-link':
      return 'This is not a link, a magnet link, an info hash, or the path or address of a .torrent file.'
    case 'hash-of-odd-length':
      return `An info hash has 40 hexadecimal digits; this has ${problem.digits}. Was all of it copied?`
    case 'link-without-hash':
    case 'magnet-without-hash':
      return 'There is no info hash in this link. Was all of it copied?'
    case 'review-damaged':
    case 'key-damaged':
      return 'The end of this link is damaged. Was all of it copied?'
    case 'address-damaged':
      return 'This web address is damaged. Was all of it copied?'
    case 'link-of-version-2':
      return 'This is a torrent of BitTorrent version 2 alone, which is not supported yet.'
  }
}

/** Why a share failed, and what to do. */
export function failureWords(failure: Failure): string {
  switch (failure.code) {
    case 'file-unreadable':
      return failure.name === null
        ? 'A file could not be read: it was changed, moved or deleted.'
        : `“${failure.name}” could not be read: it was changed, moved or deleted.`
    case 'share-unreadable':
      return `This share cannot be opened (${failure.problem.code}). Ask whoever sent it for a new link.`
    case 'too-many-files':
      return `A share holds at most ${grouped(failure.most)} files.`
    case 'seal-damaged':
      return 'The key in its link does not fit, or what was sealed is damaged. Copy the whole link once more.'
    case 'manifest-impossible':
      return 'What this share says of its files cannot be. Ask whoever sent it to share them anew.'
    case 'seal-newer':
      return 'It was sealed by a newer version of this program.'
    case 'seal-expired':
      return 'This share has ended: whoever sealed it has set a time, which is over.'
    case 'too-large-to-seal':
      return 'These files are too large to be sealed together.'
    case 'files-changed':
    case 'files-damaged':
      return 'A file is no longer what was shared. Put it back as it was, or share the files anew.'
    case 'disk-full':
      return 'There is no room left on the disk. What had arrived is kept.'
    case 'store-in-use':
      return 'Another program is writing to the same files.'
    case 'no-disk':
    case 'store-broken':
      return 'The disk could not be read or written. What had arrived is kept.'
    case 'unexpected':
      return `Something went wrong: ${failure.message}`
  }
}

function swarmWords(problem: SwarmProblem): string {
  switch (problem.code) {
    case 'site-silent':
      return 'The site did not answer. Is its address right, and are you online?'
    case 'site-error':
      return `The site answered with an error (${problem.status}).`
    case 'site-unclear':
      return 'The site answered in a way that this program does not understand. Is its address right?'
    case 'address-error':
      return `${problem.host} answered “${problem.status}” instead of a .torrent file.`
    case 'address-silent':
    case 'address-unreachable':
      return `${problem.host} did not answer.`
    case 'address-too-large':
      return `What ${problem.host} sent is too large to be a .torrent file.`
    case 'sealed-part-damaged':
      return 'A part of it is not what was sealed: nothing of it is saved. Ask whoever sent it to share it anew.'
    case 'password-wrong':
      return 'That is not its password (--password-file, SHOAL_PASSWORD).'
    case 'cannot-download':
      return failureWords(problem.failure)
    case 'too-many-files':
      return failureWords(problem)
    default:
      return `It cannot be done (${problem.code}).`
  }
}
