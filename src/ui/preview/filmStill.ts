/** Seconds into a film: many begin with a black picture. */
const INTO = 1
/** For what is here already; one that says nothing for so long is none. */
const LONGEST_MS = 15_000

/**
 * A picture of a film, from a second after its beginning. The browser reads of it what that takes: its index, and what
 * it has to know to show one moment. Null for what it cannot play, and for sound alone.
 */
export async function filmStill(
  address: string,
  ended: AbortSignal,
): Promise<VideoFrame | ImageBitmap | null> {
  const film = document.createElement('video')
  film.muted = true
  film.playsInline = true
  film.preload = 'metadata'
  const signal = AbortSignal.any([ended, AbortSignal.timeout(LONGEST_MS)])
  try {
    film.src = address
    await heard(film, 'loadedmetadata', signal)
    if (film.videoWidth === 0) return null
    film.currentTime = Number.isFinite(film.duration) ? Math.min(INTO, film.duration / 2) : 0
    await heard(film, 'seeked', signal)
    // Made small beside the page, which it costs nothing then; older browsers hand no frame on.
    return 'VideoFrame' in window ? new VideoFrame(film) : await createImageBitmap(film)
  } catch {
    return null
  } finally {
    // What a browser still has of it, and reads of it, goes now and not some time.
    film.removeAttribute('src')
    film.load()
  }
}

/** Rejects should the film fail, or the signal end it. */
function heard(film: HTMLVideoElement, event: string, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const over = new AbortController()
    const fail = () => {
      over.abort()
      reject(new Error('no-still'))
    }
    if (signal.aborted) fail()
    signal.addEventListener('abort', fail, { signal: over.signal })
    film.addEventListener('error', fail, { signal: over.signal })
    film.addEventListener(
      event,
      () => {
        over.abort()
        resolve()
      },
      { signal: over.signal },
    )
  })
}
