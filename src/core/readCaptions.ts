import { captionText } from './captionText.ts'
import { asWebVtt } from './cues.ts'

/**
 * A file of captions as WebVTT, whatever it is written in; null where it holds none. Loaded when there are captions.
 *
 * @param language as its name tells it (BCP 47); empty for unknown
 */
export function readCaptions(bytes: Uint8Array, language: string): string | null {
  return asWebVtt(captionText(bytes, language))
}
