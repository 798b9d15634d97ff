import type { Milliseconds } from '../../core/brand.ts'

/** `01:02:03.450`, as WebVTT has it: hours always, and more than two digits of them where needed. */
export function writeTime(time: Milliseconds): string {
  const seconds = Math.floor(time / 1000)
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  return `${parts.map(two).join(':')}.${String(time % 1000).padStart(3, '0')}`
}

/** Hours and thousandths may be missing, and a comma may stand for the point. Null for what is no time. */
export function readTime(text: string): Milliseconds | null {
  const found = /^(?:(\d{1,4}):)?(\d{1,2}):(\d{2})(?:[.,](\d{1,3}))?$/.exec(text.trim())
  if (!found) return null
  const [, hours = '0', minutes = '', seconds = '', thousandths = '0'] = found
  const whole = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)
  return whole * 1000 + Number(thousandths.padEnd(3, '0'))
}

/**
 * Frames a second. A timecode counts whole frames: film at 24000/1001 is counted by 24, and so its timecode falls
 * behind the clock ("non-drop", SMPTE ST 12-1).
 */
export interface FrameRate {
  readonly exact: number
  readonly counted: number
}

/** `01:02:03:12`; null past the last hour that a timecode can tell. */
export function writeTimecode(frame: number, { counted }: FrameRate): string | null {
  const seconds = Math.floor(frame / counted)
  const hours = Math.floor(seconds / 3600)
  if (hours > 99) return null
  return [hours, Math.floor(seconds / 60) % 60, seconds % 60, frame % counted].map(two).join(':')
}

/** The frame that a timecode names; `;` before the frames is taken for `:`. */
export function readTimecode(text: string, { counted }: FrameRate): number | null {
  const found = /^(\d{2}):(\d{2}):(\d{2})[:;](\d{2})$/.exec(text)
  if (!found) return null
  const [hours = 0, minutes = 0, seconds = 0, frames = 0] = found.slice(1).map(Number)
  if (minutes > 59 || seconds > 59 || frames >= counted) return null
  return ((hours * 60 + minutes) * 60 + seconds) * counted + frames
}

export function frameAt(time: Milliseconds, { exact }: FrameRate): number {
  return Math.round((time * exact) / 1000)
}

export function timeOfFrame(frame: number, { exact }: FrameRate): Milliseconds {
  return Math.round((frame * 1000) / exact)
}

function two(part: number): string {
  return String(part).padStart(2, '0')
}
