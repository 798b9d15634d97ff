interface Announced {
  readonly title: string
  readonly media: HTMLMediaElement
  /** To the next file, or the one before. */
  readonly step: (by: number) => void
  readonly gone: AbortSignal
}

/** Tells the system what is played, and takes the media keys of keyboards and headphones (Media Session). */
export function announceMedia({ title, media, step, gone }: Announced): void {
  if (!('mediaSession' in navigator)) return
  const { mediaSession } = navigator
  mediaSession.metadata = new MediaMetadata({ title })
  const handlers: Partial<Record<MediaSessionAction, MediaSessionActionHandler>> = {
    play: () => void media.play(),
    pause: () => media.pause(),
    previoustrack: () => step(-1),
    nexttrack: () => step(1),
    seekbackward: ({ seekOffset }) => (media.currentTime -= seekOffset ?? 10),
    seekforward: ({ seekOffset }) => (media.currentTime += seekOffset ?? 10),
    seekto: ({ seekTime }) => {
      if (seekTime !== undefined) media.currentTime = seekTime
    },
  }
  for (const [action, handler] of Object.entries(handlers)) {
    try {
      mediaSession.setActionHandler(action as MediaSessionAction, handler)
    } catch {
      // A browser that does not know this key goes without it.
    }
  }
  gone.addEventListener('abort', () => {
    mediaSession.metadata = null
    for (const action of Object.keys(handlers)) {
      try {
        mediaSession.setActionHandler(action as MediaSessionAction, null)
      } catch {
        continue
      }
    }
  })
}
