import type { Drawing } from '../../core/drawing/drawing.ts'
import { packDrawing, unpackDrawing } from '../../core/drawing/packDrawing.ts'

/** A drawing as a word that any text can hold: Base64 of its packed form. */
export function writeDrawing(drawing: Drawing): string {
  return btoa(Array.from(packDrawing(drawing), (byte) => String.fromCharCode(byte)).join(''))
}

/** Null for what is none. */
export function readDrawing(text: string): Drawing | null {
  try {
    return unpackDrawing(Uint8Array.from(atob(text.trim()), (letter) => letter.charCodeAt(0)))
  } catch {
    return null
  }
}
