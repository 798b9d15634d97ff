/**
 * Keeps captions from lying over one another. Browsers choose for themselves among tracks that arrive one by one, and
 * do not take back what they chose before: of several that are shown, the preferred one stays, or else the first.
 */
export function keepOneCaption(
  tracks: TextTrackList,
  isPreferred: (track: TextTrack) => boolean,
  gone: AbortSignal,
): void {
  const settle = (): void => {
    const shown = [...tracks].filter(({ mode }) => mode === 'showing')
    const kept = shown.find(isPreferred) ?? shown[0]
    for (const track of shown) if (track !== kept) track.mode = 'disabled'
  }
  for (const event of ['change', 'addtrack']) tracks.addEventListener(event, settle, { signal: gone })
}
