/** Missed announces after which a peer is taken for gone; a little more than two, for late timers and slow lines. */
export const SILENT_INTERVALS = 2.25

/** The interval to tell a client, in whole seconds: with a share of chance, so that clients do not keep in step. */
export function interval(seconds: number, jitterPercent: number, random: () => number): number {
  return seconds + Math.floor((seconds * jitterPercent * random()) / 100)
}
