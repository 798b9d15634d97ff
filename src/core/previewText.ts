import { displayText } from './displayText.ts'

/** Characters shown: more than that nobody reads in a preview. */
const MOST = 100_000

/**
 * A stranger's text made fit to be shown: cut, without characters that make it look like another text. Lines and tabs
 * stay.
 */
export function previewText(bytes: Uint8Array): { readonly text: string; readonly cut: boolean } {
  const text = new TextDecoder().decode(bytes)
  const cut = text.length > MOST
  const shown = (cut ? text.slice(0, MOST) : text).replaceAll('\r\n', '\n')
  return {
    text: shown
      .split('\n')
      .map((line) => line.split('\t').map(displayText).join('\t'))
      .join('\n'),
    cut,
  }
}
