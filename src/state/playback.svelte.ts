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

/** A part of the whole, in seconds from the beginning. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** Waiting for less than that is no stall: a seek within what is here takes as long. */
const STALL_MS = 250

/** Seconds; a frame that is older is not the one shown: a page that nobody sees is not told of any. */
const LONGEST_FRAME = 1

/** Seconds by which browsers round where one jumps to. */
const SLACK = 0.01

/** Frames a second of a film that does not tell. */
export const USUAL_RATE = 25

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
  /** Times its own speed. */
  speed: number = $state(1)
  muted: boolean = $state(false)
  /** From 0 to 1. */
  volume: number = $state(1)
  picture: PictureSize | null = $state.raw(null)
  /** It wants to play, and what comes next is not here. */
  waiting: boolean = $state(false)
  /** How often it stood still for want of data since it first played, seeks not counted. */
  stalls: number = $state(0)
  /** A frame has been shown, or a sound could be heard. */
  started: boolean = $state(false)
  /** What is played again and again, until somebody goes elsewhere; null for nothing. */
  loop: Span | null = $state.raw(null)

  #media: HTMLMediaElement | null = null
  /** When the frame that is shown is due, in seconds; null where the browser does not tell, and while it seeks. */
  #shown: number | null = null
  readonly #readRate: () => Promise<number | null>
  #rate: Promise<number | null> | null = null
  #played = false
  #stalling: ReturnType<typeof setTimeout> | undefined

  /** @param readRate see {@link frameRate} */
  constructor(
    shareId: string,
    { index, path }: Pick<FileSnapshot, 'index' | 'path'>,
    readRate: () => Promise<number | null> = () => Promise.resolve(null),
  ) {
    this.file = { shareId, index, path }
    this.#readRate = readRate
  }

  /** Seconds at this very moment; of a picture that stands still, when that begins. */
  get exactTime(): number {
    const now = this.#media?.currentTime ?? this.currentTime
    const shown = this.paused ? this.#shown : null
    return shown !== null && Math.abs(now - shown) < LONGEST_FRAME ? shown : now
  }

  /** Frames a second as the film's own file tells, read when it is first asked for; null where it does not. */
  async frameRate(): Promise<number | null> {
    return (this.#rate ??= this.#readRate().catch(() => null))
  }

  /** Stands still, so many frames on or, below 0, back. */
  async stepFrames(by: number): Promise<void> {
    this.pause()
    const rate = (await this.frameRate()) ?? USUAL_RATE
    // The middle of a frame, so that neither rounding nor the container's own clock lead to its neighbour.
    const frame = Math.floor(this.exactTime * rate + 0.02)
    this.seek((frame + by + 0.5) / rate)
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

  mute(muted: boolean): void {
    if (!this.#media) return
    // Whoever asks at once is not to hear what was before.
    this.#media.muted = this.muted = muted
  }

  /** Plays a part from its beginning, again and again. */
  async repeat(span: Span): Promise<void> {
    this.seek(span.from)
    this.loop = span
    await this.play()
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
    on('timeupdate', () => {
      this.currentTime = media.currentTime
      this.#turnBack(media.currentTime)
    })
    on('seeking', () => {
      const { currentTime } = media
      this.currentTime = currentTime
      this.#shown = null
      const { loop } = this
      if (loop && (currentTime < loop.from - SLACK || currentTime > loop.to)) this.loop = null
    })
    on('ended', () => {
      // A part that ends with the whole.
      if (this.loop) void this.repeat(this.loop)
    })
    const hear = () => ({ muted: this.muted, volume: this.volume } = media)
    hear()
    on('volumechange', hear)
    on('ratechange', () => (this.speed = media.playbackRate))
    if (media instanceof HTMLVideoElement) this.#watchFrames(media, gone.signal)
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

  #watchFrames(media: HTMLVideoElement, gone: AbortSignal): void {
    if (!('requestVideoFrameCallback' in media)) return
    const next = () =>
      media.requestVideoFrameCallback((_, { mediaTime }) => {
        if (gone.aborted) return
        this.#shown = mediaTime
        this.#turnBack(mediaTime)
        next()
      })
    next()
  }

  /** To the beginning of the part that is repeated, where it is over; not when somebody is just going elsewhere. */
  #turnBack(now: number): void {
    if (!this.loop || now < this.loop.to || this.paused || this.#media?.seeking) return
    this.seek(this.loop.from)
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
