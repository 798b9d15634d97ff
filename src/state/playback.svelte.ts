import type { FileSnapshot } from '../swarm/snapshot.ts'

/** Which file of which share plays. */
export interface PlayedFile {
  /** {@link ShareSnapshot.id} */
  readonly shareId: string
  readonly index: number
  /** Folder names and the file's own, as the share lists them. */
  readonly path: readonly string[]
}

/** The picture's own size in its pixels; null for sound alone, and until it is known. */
export interface PictureSize {
  readonly width: number
  readonly height: number
}

/** Waiting for less than that is no stall: a seek within what is here takes as long. */
const STALL_MS = 250

/**
 * What a player plays and how far it is: all that others (notes, marks over the timeline) need to know of it, and
 * may do with it. Follows a media element, and outlives it.
 */
export class Playback {
  readonly file: PlayedFile
  /** Seconds from the beginning. Follows several times a second; ask {@link exactTime} for the frame that is shown. */
  currentTime: number = $state(0)
  /** Seconds; 0 until it is known. */
  duration: number = $state(0)
  paused: boolean = $state(true)
  ended: boolean = $state(false)
  picture: PictureSize | null = $state.raw(null)
  /** It wants to play, and what comes next is not here. */
  waiting: boolean = $state(false)
  /** How often it stood still for want of data since it first played, seeks not counted. */
  stalls: number = $state(0)
  /** A frame has been shown, or a sound could be heard. */
  started: boolean = $state(false)

  #media: HTMLMediaElement | null = null
  #played = false
  #stalling: ReturnType<typeof setTimeout> | undefined

  constructor(shareId: string, { index, path }: Pick<FileSnapshot, 'index' | 'path'>) {
    this.file = { shareId, index, path }
  }

  /** Seconds at this very moment. */
  get exactTime(): number {
    return this.#media?.currentTime ?? this.currentTime
  }

  /** @param seconds from the beginning; what is beyond either end is taken for the end */
  seek(seconds: number): void {
    if (!this.#media || !Number.isFinite(seconds)) return
    this.#media.currentTime = Math.min(Math.max(0, seconds), this.duration)
    this.currentTime = this.#media.currentTime
  }

  /** The browser may refuse to play before somebody has clicked on the page: then it stays paused. */
  async play(): Promise<void> {
    await this.#media?.play().catch(() => undefined)
  }

  pause(): void {
    this.#media?.pause()
  }

  /** Follows an element from now on; answers the way to stop. An attachment of Svelte's as it is. */
  readonly follow = (media: HTMLMediaElement): (() => void) => {
    this.#media = media
    const gone = new AbortController()
    const on = (name: keyof HTMLMediaElementEventMap, act: () => void) =>
      media.addEventListener(name, act, { signal: gone.signal })
    on('timeupdate', () => (this.currentTime = media.currentTime))
    on('seeking', () => (this.currentTime = media.currentTime))
    on('durationchange', () => (this.duration = Number.isFinite(media.duration) ? media.duration : 0))
    for (const event of ['play', 'pause', 'ended'] as const) {
      on(event, () => {
        this.paused = media.paused
        this.ended = media.ended
      })
    }
    on('loadedmetadata', () => this.#measure(media))
    on('resize', () => this.#measure(media))
    on('loadeddata', () => (this.started = true))
    on('playing', () => (this.#played = true))
    on('waiting', () => this.#waits(media))
    for (const event of ['playing', 'pause', 'emptied', 'error'] as const) on(event, () => this.#goesOn())
    return () => {
      gone.abort()
      this.#goesOn()
      if (this.#media === media) this.#media = null
    }
  }

  #measure(media: HTMLMediaElement): void {
    if (!(media instanceof HTMLVideoElement) || media.videoWidth === 0) this.picture = null
    else this.picture = { width: media.videoWidth, height: media.videoHeight }
  }

  #waits(media: HTMLMediaElement): void {
    this.waiting = true
    if (!this.#played || media.seeking) return
    clearTimeout(this.#stalling)
    this.#stalling = setTimeout(() => this.stalls++, STALL_MS)
  }

  #goesOn(): void {
    this.waiting = false
    clearTimeout(this.#stalling)
  }
}
