import type { Failure } from '../../../state/engineTypes.ts'
import { number } from './speech.ts'

/** Why a share failed, and what a person can do about it. */
export const failures = {
  unreadable: (name: string) => `“${name}” could not be read.`,
  atMostFiles: (most: number) => `A share holds at most ${number(most)} of them.`,

  byCode: {
    'file-unreadable': {
      what: 'A file could not be read.',
      why: 'It was changed, moved or deleted, or your browser may not read it.',
      todo: 'Choose the files again.',
    },
    'share-unreadable': {
      what: 'This share can’t be opened.',
      /** Said by the problem itself. */
      why: '',
      todo: 'Ask the sender for a new link.',
    },
    'too-many-files': {
      what: 'These are too many files for one share.',
      why: '',
      todo: 'Send them in parts, or pack them into an archive first.',
    },
    'seal-damaged': {
      what: 'This share can’t be opened.',
      why: 'The link’s key doesn’t fit, or the share is damaged.',
      todo: 'Copy the whole link again, or ask the sender for it.',
    },
    'manifest-impossible': {
      what: 'This share can’t be opened.',
      why: 'Its list of files is faulty, or meant to do harm.',
      todo: 'Ask the sender to share the files again.',
    },
    'seal-newer': {
      what: 'This share can’t be opened here.',
      why: 'It was made with a newer version of Shoal.',
      todo: 'Reload the page, or open the link on the site it came from.',
    },
    'seal-expired': {
      what: 'This share has ended.',
      why: 'The time its sender set is over. What was here of it is deleted.',
      todo: 'Ask the sender for a new link.',
    },
    'too-large-to-seal': {
      what: 'These files can’t be sealed.',
      why: 'Together they’re too large.',
      todo: 'Send them in parts.',
    },
    'files-changed': {
      what: 'This share can’t be sent any more.',
      why: 'One of its files was changed, moved or deleted.',
      todo: 'Put the file back and try again, or share the files anew.',
    },
    'disk-full': {
      what: 'There’s no space left.',
      why: 'Your disk, or what your browser lets sites use of it, is full. Nothing is lost.',
      todo: 'Remove other shares or free some space, then try again.',
    },
    'no-disk': {
      what: 'This share is too large for this browser.',
      why: 'Private windows keep downloads in memory, and there’s too little.',
      todo: 'Open the link in an ordinary window.',
    },
    'store-in-use': {
      what: 'This share is open in another tab.',
      why: 'Two tabs can’t write the same files.',
      todo: 'Use the other tab, or close it and try again here.',
    },
    'files-damaged': {
      what: 'This share can’t be sent any more.',
      why: 'One of its files has changed since it was shared.',
      todo: 'Put the file back as it was and try again, or share the files anew.',
    },
    'store-broken': {
      what: 'Your browser couldn’t read or write this share.',
      why: 'Its storage reported an error.',
      todo: 'Try again, or reload the page.',
    },
    unexpected: {
      what: 'Something went wrong.',
      why: '',
      todo: 'Try again. Nothing is lost.',
    },
  } satisfies Record<Failure['code'], { what: string; why: string; todo: string }>,
}
