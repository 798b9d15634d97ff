import type { Bytes } from '../../core/brand.ts'
import { preferredSound } from '../parts/filmInParts.ts'
import { mediaSource, type Film, type FilmSound } from './film.ts'
import { TrackFeed } from './trackFeed.ts'

/** Seconds that are kept ready. */
const AHEAD = 30
/** However short that is, in a film of many bits: browsers hold 150 MB of pictures, and pages should hold less. */
const AHEAD_BYTES: Bytes = 24 * 1024 * 1024
const LEAST_AHEAD = 4

export interface Remuxing {
  /** Another of the film's sounds is heard from now on. */
  readonly listenTo: (sound: number) => void
  readonly stop: () => void
}

interface RemuxOptions {
  readonly film: Film
  readonly size: Bytes
  readonly sound: number
  readonly from: number
  readonly failed: () => void
}

/** What the browser can decode of a film; null where that is nothing, or lacks the picture. */
export function playable(film: Film, sound: number): { readonly sound: FilmSound | null } | null {
  const chosen = film.sounds[sound] ?? null
  if (film.picture && !film.picture.feedable) return null
  const heard = chosen?.feedable ? chosen : null
  return film.picture || heard ? { sound: heard } : null
}

/** The sound to begin with: the film's own first one, or the one of the browser's language; of those that can be heard. */
export function soundToHear({ sounds }: Film): number {
  const preferred = preferredSound(
    sounds.map((sound) => (sound.feedable ? sound : { ...sound, language: '-' })),
  )
  if (preferred >= 0) return preferred
  return Math.max(
    0,
    sounds.findIndex(({ feedable }) => feedable),
  )
}

/** Plays a film whose container the browser does not read, or with a sound that it does not offer. */
export function playRemuxed(media: HTMLMediaElement, options: RemuxOptions): Remuxing {
  const Source = mediaSource()
  const { film, size } = options
  const can = playable(film, options.sound)
  if (!Source || !can) throw new Error('nothing-to-feed')
  const source = new Source()
  // The managed kind wants to know that no other device is to play it.
  if (Source !== globalThis.MediaSource) media.disableRemotePlayback = true
  const url = URL.createObjectURL(source)
  const gone = new AbortController()
  const rate = size / Math.max(1, film.duration)
  const ahead = Math.max(LEAST_AHEAD, Math.min(AHEAD, AHEAD_BYTES / rate))
  const feeds: { feed: TrackFeed; ended: boolean; fed: Parameters<TrackFeed['start']>[0] }[] = []

  const feedOf = (fed: Parameters<TrackFeed['start']>[0], from: number) => {
    if (!fed.feedable) return null
    const buffer = source.addSourceBuffer(fed.feedable.type)
    const feed = new TrackFeed({
      ...{ media, buffer, film, ahead, isOpen: () => source.readyState === 'open' },
      ended: () => {
        each.ended = true
        if (feeds.every(({ ended }) => ended) && source.readyState === 'open') endWhenSettled(source)
      },
      failed: options.failed,
    })
    const each = { feed, ended: false, fed }
    feeds.push(each)
    feed.start(fed, from)
    return each
  }
  let heard: (typeof feeds)[number] | null = null
  const open = () => {
    source.duration = film.duration
    if (film.picture) feedOf(film.picture, options.from)
    if (can.sound) heard = feedOf(can.sound, options.from)
  }
  source.addEventListener('sourceopen', open, { once: true })
  const restart = (each: (typeof feeds)[number], from: number) => {
    each.ended = false
    each.feed.start(each.fed, from)
  }
  media.addEventListener(
    'seeking',
    () => {
      const { currentTime } = media
      if (isBuffered(media, currentTime)) return
      for (const each of feeds) if (!isComing(each, currentTime)) restart(each, currentTime)
    },
    { signal: gone.signal },
  )
  media.src = url
  // Kept until it is known how long it is; what is fed meanwhile is fed from there.
  if (options.from > 0) media.currentTime = options.from
  return {
    listenTo: (at) => {
      const sound = film.sounds[at]
      if (!heard || !sound?.feedable) return
      heard.fed = sound
      restart(heard, media.currentTime)
    },
    stop: () => {
      gone.abort()
      for (const { feed } of feeds) feed.stop()
      URL.revokeObjectURL(url)
    },
  }
}

/** Whether a moment is what was asked for last, and is on its way. */
function isComing({ feed, ended }: { feed: TrackFeed; ended: boolean }, time: number): boolean {
  return !ended && feed.from <= time && time < feed.from + 0.5
}

function isBuffered({ buffered }: HTMLMediaElement, time: number): boolean {
  for (let at = 0; at < buffered.length; at++) {
    if (buffered.start(at) <= time && time < buffered.end(at)) return true
  }
  return false
}

function endWhenSettled(source: MediaSource): void {
  if ([...source.sourceBuffers].some(({ updating }) => updating)) setTimeout(() => endWhenSettled(source), 50)
  else if (source.readyState === 'open') source.endOfStream()
}
