/**
 * A name as a search compares it: upper and lower case are the same in every script, and so are both ways to
 * write an accent (NFC). SQLite's own `lower` knows ASCII alone.
 */
export function folded(text: string): string {
  return text.normalize('NFC').toLowerCase()
}
