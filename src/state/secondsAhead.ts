/** How much of a film the browser has beyond the moment that is shown, without a gap. */
export function secondsAhead({ buffered, currentTime }: HTMLMediaElement): number {
  for (let at = 0; at < buffered.length; at++) {
    if (buffered.start(at) <= currentTime && currentTime <= buffered.end(at))
      return buffered.end(at) - currentTime
  }
  return 0
}
