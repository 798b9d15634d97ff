/** An address in the page's own memory, until the signal ends it. */
export function objectUrl(blob: Blob, signal: AbortSignal): string {
  const url = URL.createObjectURL(blob)
  signal.addEventListener('abort', () => URL.revokeObjectURL(url), { once: true })
  return url
}
