/** What went wrong, in words for the page. */
export function messageOf(error: unknown): string {
  return error instanceof Error && error.message !== '' ? error.message : 'Something unexpected went wrong.'
}
