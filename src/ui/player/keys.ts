/** What a key does in the player; seconds and parts are told where they matter. */
export type KeyAction =
  | { readonly kind: 'toggle' | 'mute' | 'fullscreen' | 'captions' | 'next' | 'previous' }
  | { readonly kind: 'skip'; readonly seconds: number }
  | { readonly kind: 'frame'; readonly by: number }
  /** 0…1 of the whole. */
  | { readonly kind: 'jump'; readonly part: number }
  /** Times the speed. */
  | { readonly kind: 'speed'; readonly steps: number }
  | { readonly kind: 'volume'; readonly by: number }

const KEYS: Readonly<Record<string, KeyAction>> = {
  ' ': { kind: 'toggle' },
  k: { kind: 'toggle' },
  j: { kind: 'skip', seconds: -10 },
  l: { kind: 'skip', seconds: 10 },
  ',': { kind: 'frame', by: -1 },
  '.': { kind: 'frame', by: 1 },
  ArrowLeft: { kind: 'skip', seconds: -5 },
  ArrowRight: { kind: 'skip', seconds: 5 },
  ArrowUp: { kind: 'volume', by: 0.1 },
  ArrowDown: { kind: 'volume', by: -0.1 },
  Home: { kind: 'jump', part: 0 },
  End: { kind: 'jump', part: 1 },
  m: { kind: 'mute' },
  f: { kind: 'fullscreen' },
  c: { kind: 'captions' },
  N: { kind: 'next' },
  P: { kind: 'previous' },
  '>': { kind: 'speed', steps: 1 },
  '<': { kind: 'speed', steps: -1 },
}

/** Keys that a control under the focus takes for itself. */
const OF_BUTTONS = new Set([' ', 'Enter'])
const OF_RANGES = new Set(['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End'])

/** What a key does; null for nothing, or when it belongs to the control that has the focus. */
export function actionOf(
  event: Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey'>,
  focused: 'button' | 'range' | 'text' | 'other',
): KeyAction | null {
  const { key } = event
  if (event.altKey || event.ctrlKey || event.metaKey || focused === 'text') return null
  if (focused === 'button' && OF_BUTTONS.has(key)) return null
  if (focused === 'range' && OF_RANGES.has(key)) return null
  if (/^\d$/.test(key)) return { kind: 'jump', part: Number(key) / 10 }
  return KEYS[key] ?? null
}

export const SPEEDS: readonly number[] = [0.5, 0.75, 1, 1.25, 1.5, 1.75, 2]

/** The speed so many steps on from this one. */
export function speedAfter(speed: number, steps: number): number {
  const at = SPEEDS.findIndex((each) => each >= speed - 0.01)
  return SPEEDS[Math.min(SPEEDS.length - 1, Math.max(0, (at < 0 ? SPEEDS.length - 1 : at) + steps))] ?? 1
}
