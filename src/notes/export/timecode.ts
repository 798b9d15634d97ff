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
 * Frames a second, and how a timecode counts them (SMPTE ST 12-1): by whole frames, so that at 30000/1001 by 30 it
 * falls behind the clock. Drop-frame timecode keeps up by leaving out numbers, not frames.
 */
export interface FrameRate {
  readonly exact: number
  readonly counted: number
  /** Numbers left out at the beginning of each minute but each tenth: 2 of 30, 4 of 60; 0 for non-drop. */
  readonly dropped: number
}

/** Containers round times, and 24 differs from 23.976 by a thousandth. */
const SAME_RATE = 0.0004

/** Rates of films and how editors call them; the first of a number is what is not said to be drop-frame. */
export const FRAME_RATES = [
  ['23.976', { exact: 24_000 / 1001, counted: 24, dropped: 0 }],
  ['24', { exact: 24, counted: 24, dropped: 0 }],
  ['25', { exact: 25, counted: 25, dropped: 0 }],
  ['29.97', { exact: 30_000 / 1001, counted: 30, dropped: 0 }],
  ['29.97 drop-frame', { exact: 30_000 / 1001, counted: 30, dropped: 2 }],
  ['30', { exact: 30, counted: 30, dropped: 0 }],
  ['50', { exact: 50, counted: 50, dropped: 0 }],
  ['59.94', { exact: 60_000 / 1001, counted: 60, dropped: 0 }],
  ['59.94 drop-frame', { exact: 60_000 / 1001, counted: 60, dropped: 4 }],
  ['60', { exact: 60, counted: 60, dropped: 0 }],
] as const satisfies readonly (readonly [name: string, rate: FrameRate])[]

/** What a film that was measured to have so many frames a second is called; null for none of {@link FRAME_RATES}. */
export function nameOfRate(measured: number): string | null {
  return FRAME_RATES.find(([, { exact }]) => Math.abs(measured / exact - 1) < SAME_RATE)?.[0] ?? null
}

/** The same rate counted in drop-frame, or not; the rates that are whole numbers have no drop-frame. */
export function counting(rate: FrameRate, drop: boolean): FrameRate {
  const falls = !Number.isInteger(rate.exact) && rate.counted % 30 === 0
  return { ...rate, dropped: drop && falls ? rate.counted / 15 : 0 }
}

/** `01:02:03:12`, drop-frame `01:02:03;12`; null past the last hour that a timecode can tell. */
export function writeTimecode(frame: number, { counted, dropped }: FrameRate): string | null {
  const minute = counted * 60 - dropped
  const tenMinutes = minute * 10 + dropped
  const within = frame % tenMinutes
  const left = 9 * Math.floor(frame / tenMinutes) + Math.max(0, Math.floor((within - dropped) / minute))
  const number = frame + dropped * left
  const seconds = Math.floor(number / counted)
  const hours = Math.floor(seconds / 3600)
  if (hours > 99) return null
  const time = [hours, Math.floor(seconds / 60) % 60, seconds % 60].map(two).join(':')
  return `${time}${dropped > 0 ? ';' : ':'}${two(number % counted)}`
}

/**
 * The frame that a timecode names, with `:` or `;` before the frames. A number that drop-frame leaves out is taken for
 * the next one that it has.
 */
export function readTimecode(text: string, { counted, dropped }: FrameRate): number | null {
  const found = TIMECODE.exec(text)
  if (!found) return null
  const [hours = 0, minutes = 0, seconds = 0, frames = 0] = found.slice(1).map(Number)
  if (minutes > 59 || seconds > 59 || frames >= counted) return null
  const all = hours * 60 + minutes
  const first = seconds === 0 && minutes % 10 > 0 ? dropped : 0
  return (all * 60 + seconds) * counted + Math.max(frames, first) - dropped * (all - Math.floor(all / 10))
}

const TIMECODE = /^(\d{2}):(\d{2}):(\d{2})[:;](\d{2})$/

/** Frames that begin in the middle of a millisecond fall on one side of it, whatever floating point makes of them. */
const TIE = 1e-6

/** The frame that is shown at a time: not the nearest. Half a millisecond is what rounding may have taken away. */
export function frameAt(time: Milliseconds, { exact }: FrameRate): number {
  return Math.floor(((time + 0.5) * exact) / 1000 + TIE)
}

/** When a frame begins, rounded; from the middle of a millisecond down, so that {@link frameAt} leads back. */
export function timeOfFrame(frame: number, { exact }: FrameRate): Milliseconds {
  return Math.max(0, Math.ceil((frame * 1000) / exact - 0.5 - TIE))
}

function two(part: number): string {
  return String(part).padStart(2, '0')
}
