import type { Failure } from '../../../state/engineTypes.ts'
import { number } from './speech.ts'

/** Why a share failed, and what a person can do about it. */
export const failures = {
  unreadable: (name: string) => `“${name}” couldn’t be read.`,
  atMostFiles: (most: number) => `${number(most)} at most.`,

  byCode: {
    'file-unreadable': {
      what: 'A file couldn’t be read.',
      why: 'It was changed, moved or deleted.',
      todo: 'Choose the files again.',
    },
    'share-unreadable': {
      what: 'This share can’t be opened.',
      /** Said by the problem itself. */
      why: '',
      todo: 'Ask the sender for a new link.',
    },
    'too-many-files': {
      what: 'Too many files for one share.',
      why: '',
      todo: 'Send them in parts, or as an archive.',
    },
    'seal-damaged': {
      what: 'This share can’t be opened.',
      why: 'The link’s key doesn’t fit, or the share is damaged.',
      todo: 'Copy the whole link again, or ask the sender.',
    },
    'manifest-impossible': {
      what: 'This share can’t be opened.',
      why: 'Its list of files is faulty, or meant to do harm.',
      todo: 'Ask the sender to share the files again.',
    },
    'seal-newer': {
      what: 'This share can’t be opened here.',
      why: 'It was made with a newer Shoal.',
      todo: 'Reload the page, or open it on its own site.',
    },
    'seal-expired': {
      what: 'This share has expired.',
      why: 'The copy here is deleted.',
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
      todo: 'Put it back and try again, or share it anew.',
    },
    'disk-full': {
      what: 'There’s no space left.',
      why: 'The disk is full, or your browser allows no more. Nothing is lost.',
      todo: 'Remove other shares or free some space.',
    },
    'no-disk': {
      what: 'This share is too large for this browser.',
      why: 'Private windows have only memory.',
      todo: 'Open the link in an ordinary window.',
    },
    'store-in-use': {
      what: 'This share is open in another tab.',
      why: 'Two tabs can’t write the same files.',
      todo: 'Use that tab, or close it and try again.',
    },
    'files-damaged': {
      what: 'This share can’t be sent any more.',
      why: 'One of its files has changed since it was shared.',
      todo: 'Put it back as it was, or share it anew.',
    },
    'store-broken': {
      what: 'Your browser’s storage failed.',
      why: 'It reported an error.',
      todo: 'Try again, or reload the page.',
    },
    unexpected: {
      what: 'Something went wrong.',
      why: '',
      todo: 'Try again. Nothing is lost.',
    },
  } satisfies Record<Failure['code'], { what: string; why: string; todo: string }>,
}
