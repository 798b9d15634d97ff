import { grouped } from '../../core/format.ts'
import type { Failure } from '../../state/engineTypes.ts'
import { torrentWords } from './torrent.ts'

/** Why a share failed. */
export interface FailureWords {
  readonly what: string
  readonly why: string
  /** What a person can do about it. */
  readonly todo: string
}

export function failureWords(failure: Failure): FailureWords {
  switch (failure.code) {
    case 'file-unreadable':
      return {
        what: failure.name === null ? 'A file could not be read.' : `“${failure.name}” could not be read.`,
        why: 'It was changed, moved or deleted after it was chosen, or this browser may not read it.',
        todo: 'Choose the files again.',
      }
    case 'share-unreadable':
      return {
        what: 'This share cannot be opened.',
        why: torrentWords(failure.problem),
        todo: 'Ask whoever sent it for a new link.',
      }
    case 'too-many-files':
      return {
        what: 'These are too many files for one share.',
        why: `A share holds at most ${grouped(failure.most)} of them.`,
        todo: 'Share them in parts, or pack them into an archive first.',
      }
    case 'seal-damaged':
      return {
        what: 'This share cannot be opened.',
        why: 'The key in its link does not fit, or what was sealed is damaged.',
        todo: 'Copy the whole link once more, or ask whoever sent it for a new one.',
      }
    case 'manifest-impossible':
      return {
        what: 'This share cannot be opened.',
        why: 'What it says of its files cannot be: whoever made it used a faulty program, or means ill.',
        todo: 'Ask whoever sent it to share the files anew.',
      }
    case 'seal-newer':
      return {
        what: 'This share cannot be opened here.',
        why: 'It was sealed by a newer version of this program.',
        todo: 'Reload the page, or open the link on the site that it came from.',
      }
    case 'too-large-to-seal':
      return {
        what: 'These files cannot be sealed.',
        why: 'They are too large together.',
        todo: 'Share them in parts.',
      }
    case 'files-changed':
      return {
        what: 'This share cannot go on giving.',
        why: 'One of its files was changed, moved or deleted, and what is sent has to be exactly what was shared.',
        todo: 'Put the file back and try again, or share the files anew.',
      }
    case 'disk-full':
      return {
        what: 'There is no room left.',
        why: 'The disk, or the part of it that this browser gives to sites, is full. What had arrived is kept.',
        todo: 'Remove other shares or free some disk space, then try again.',
      }
    case 'no-disk':
      return {
        what: 'This share is too large for this browser.',
        why: 'It gives the page no disk, as in private windows, and memory does not hold so much.',
        todo: 'Open the link in an ordinary window, or in another browser.',
      }
    case 'store-in-use':
      return {
        what: 'This share is open in another tab.',
        why: 'Two tabs cannot write the same files.',
        todo: 'Go on in the other tab, or close it and try again here.',
      }
    case 'files-damaged':
      return {
        what: 'This share cannot go on giving.',
        why: 'One of its files is no longer what was shared, and what is sent has to be exactly that.',
        todo: 'Put the file back as it was and try again, or share the files anew.',
      }
    case 'store-broken':
      return {
        what: 'The browser could not keep or read this share’s data.',
        why: 'Its storage reported an error. What had arrived may still be there.',
        todo: 'Try again; if that does not help, reload the page.',
      }
    case 'unexpected':
      return {
        what: 'Something went wrong in this page.',
        // A program's own word, such as a code, tells nobody anything.
        why: /\s/.test(failure.message) ? failure.message : '',
        todo: 'Try again. What had arrived is kept.',
      }
  }
}

export function inOneGo({ what, why, todo }: FailureWords): string {
  return [what, why, todo].filter((sentence) => sentence !== '').join(' ')
}
