import type { RefusalCode } from '../../state/engineTypes.ts'

/** What somebody reads who opens the address of a file that the service worker does not answer with. */
export const REFUSAL_WORDS: Readonly<Record<RefusalCode, string>> = {
  'no-such-address': 'No file has this address.',
  'no-page-has-it': 'No open page has this file. Open its share, then try again.',
  'not-to-be-written': 'A file can only be read.',
  'beyond-the-end': 'The file is not as long.',
  'download-over': 'This download is over, or was never offered.',
}
