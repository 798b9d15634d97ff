import type { Failure } from '../../../state/engineTypes.ts'
import { number } from './speech.ts'

/** Why a share failed, and what a person can do about it. */
export const failures = {
  unreadable: (name: string) => `“${name}” could not be read.`,
  atMostFiles: (most: number) => `A share holds at most ${number(most)} of them.`,

  byCode: {
    'file-unreadable': {
      what: 'A file could not be read.',
      why: 'It was changed, moved or deleted after it was chosen, or this browser may not read it.',
      todo: 'Choose the files again.',
    },
    'share-unreadable': {
      what: 'This share cannot be opened.',
      /** Said by the problem itself. */
      why: '',
      todo: 'Ask whoever sent it for a new link.',
    },
    'too-many-files': {
      what: 'These are too many files for one share.',
      why: '',
      todo: 'Share them in parts, or pack them into an archive first.',
    },
    'seal-damaged': {
      what: 'This share cannot be opened.',
      why: 'The key in its link does not fit, or what was sealed is damaged.',
      todo: 'Copy the whole link once more, or ask whoever sent it for a new one.',
    },
    'manifest-impossible': {
      what: 'This share cannot be opened.',
      why: 'What it says of its files cannot be: whoever made it used a faulty program, or means ill.',
      todo: 'Ask whoever sent it to share the files anew.',
    },
    'seal-newer': {
      what: 'This share cannot be opened here.',
      why: 'It was sealed by a newer version of this program.',
      todo: 'Reload the page, or open the link on the site that it came from.',
    },
    'seal-expired': {
      what: 'This share has ended.',
      why: 'Whoever sealed it has set a time, which is over. What this page had of it is deleted.',
      todo: 'Ask whoever sent it to share it anew.',
    },
    'too-large-to-seal': {
      what: 'These files cannot be sealed.',
      why: 'They are too large together.',
      todo: 'Share them in parts.',
    },
    'files-changed': {
      what: 'This share cannot go on sending.',
      why: 'One of its files was changed, moved or deleted, and what is sent has to be exactly what was shared.',
      todo: 'Put the file back and try again, or share the files anew.',
    },
    'disk-full': {
      what: 'There is no room left.',
      why: 'The disk, or the part of it that this browser gives to sites, is full. What had arrived is kept.',
      todo: 'Remove other shares or free some disk space, then try again.',
    },
    'no-disk': {
      what: 'This share is too large for this browser.',
      why: 'It gives the page no disk, as in private windows, and memory does not hold so much.',
      todo: 'Open the link in an ordinary window, or in another browser.',
    },
    'store-in-use': {
      what: 'This share is open in another tab.',
      why: 'Two tabs cannot write the same files.',
      todo: 'Go on in the other tab, or close it and try again here.',
    },
    'files-damaged': {
      what: 'This share cannot go on sending.',
      why: 'One of its files is no longer what was shared, and what is sent has to be exactly that.',
      todo: 'Put the file back as it was and try again, or share the files anew.',
    },
    'store-broken': {
      what: 'The browser could not keep or read this share’s data.',
      why: 'Its storage reported an error. What had arrived may still be there.',
      todo: 'Try again; if that does not help, reload the page.',
    },
    unexpected: {
      what: 'Something went wrong in this page.',
      why: '',
      todo: 'Try again. What had arrived is kept.',
    },
  } satisfies Record<Failure['code'], { what: string; why: string; todo: string }>,
}
