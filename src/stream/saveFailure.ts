/** By the name of the browser's exception: what the reason was, for the one who has to act. */
const WORDS: Readonly<Record<string, string>> = {
  // Thrown by the disk that is written to…
  QuotaExceededError: 'There is no room left on the disk. Free some, then try again.',
  NotAllowedError: 'The browser may not write there. Choose another place.',
  NoModificationAllowedError: 'Another program has that file open. Close it, or choose another name.',
  // …and by the files that are read.
  NotReadableError: 'One of its files was changed, moved or deleted.',
  NotFoundError: 'A file or its folder was moved or deleted meanwhile.',
}

/** Why something could not be saved, in words. */
export function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return UNKNOWN
  const own = error instanceof DOMException ? WORDS[error.name] : undefined
  return own ?? (error.message === '' ? UNKNOWN : error.message)
}

const UNKNOWN = 'Something unexpected went wrong.'
