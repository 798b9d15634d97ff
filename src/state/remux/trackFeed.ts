import {
  AppendOnlyStreamTarget,
  EncodedAudioPacketSource,
  EncodedPacketSink,
  EncodedVideoPacketSource,
  Mp4OutputFormat,
  Output,
  WebMOutputFormat,
  type AudioCodec,
  type EncodedPacket,
  type InputAudioTrack,
  type InputVideoTrack,
  type VideoCodec,
} from 'mediabunny'
import type { FilmTrack } from './film.ts'

/** Seconds of what was shown that stay for a step back; no more than are kept ready. */
const BEHIND = 15
/** Seconds between two places at which what was shown may be cut. */
const CUT_EVERY = 1

/** Milliseconds between two looks at how far it has played. */
const LOOK_EVERY = 250

interface TrackFeedOptions {
  readonly media: HTMLMediaElement
  readonly buffer: SourceBuffer
  /** Whether the buffer's source waits for more. */
  readonly isOpen: () => boolean
  readonly film: { readonly beginning: number }
  /** Seconds that are kept ready. */
  readonly ahead: number
  /** The last of it is in the buffer. */
  readonly ended: () => void
  readonly failed: (error: unknown) => void
}

type Fed = FilmTrack<InputVideoTrack> | FilmTrack<InputAudioTrack>

/**
 * Feeds one track into one buffer, from a moment on, and never more than is due soon: packets are read, put into
 * fragments as they are, and appended. What was shown is taken out again, so that memory holds a minute at most.
 */
export class TrackFeed {
  readonly #options: TrackFeedOptions
  /** Seconds at which it was begun anew. */
  from = 0
  #run = new AbortController()
  #running: Promise<void> = Promise.resolve()
  /** Where what is in the buffer can be cut without losing a picture after it, in order. */
  #cuts: number[] = []

  constructor(options: TrackFeedOptions) {
    this.#options = options
  }

  /** From this moment of the film on, and of this track; what was fed before is gone. */
  start(fed: Fed, from: number): void {
    this.from = from
    const before = this.#running
    this.#run.abort(new Error('fed-anew'))
    const { signal } = (this.#run = new AbortController())
    this.#running = before.then(async () => {
      try {
        signal.throwIfAborted()
        await this.#empty(fed)
        await this.#feed(fed, from, signal)
        signal.throwIfAborted()
        this.#options.ended()
      } catch (error) {
        if (!signal.aborted) this.#options.failed(error)
      }
    })
  }

  stop(): void {
    this.#run.abort(new Error('fed-no-more'))
  }

  async #empty({ feedable }: Fed): Promise<void> {
    const { buffer, film } = this.#options
    await settled(buffer)
    if (this.#options.isOpen()) buffer.abort()
    if (feedable) buffer.changeType(feedable.type)
    buffer.timestampOffset = -film.beginning
    buffer.remove(0, Infinity)
    this.#cuts = []
    await settled(buffer)
  }

  async #feed(fed: Fed, from: number, signal: AbortSignal): Promise<void> {
    const sink = new EncodedPacketSink(fed.track)
    const at = from + this.#options.film.beginning
    const first = (await sink.getKeyPacket(at)) ?? (await sink.getFirstKeyPacket())
    const { output, add } = await this.#fragments(fed, signal)
    try {
      for await (const packet of sink.packets(first ?? undefined)) {
        await this.#due(packet.timestamp, signal)
        signal.throwIfAborted()
        if (packet.type === 'key') this.#mayCut(packet.timestamp - this.#options.film.beginning)
        await add(packet)
      }
      await output.finalize()
    } finally {
      if (output.state !== 'finalized') await output.cancel().catch(() => undefined)
    }
  }

  /** A file without an end, written into the buffer piece by piece. */
  async #fragments(fed: Fed, signal: AbortSignal) {
    const format =
      fed.feedable?.container === 'webm'
        ? new WebMOutputFormat({ appendOnly: true, minimumClusterDuration: 1 })
        : new Mp4OutputFormat({ fastStart: 'fragmented', minimumFragmentDuration: 1 })
    const write = async (bytes: Uint8Array<ArrayBuffer>) => {
      if (!signal.aborted) await this.#append(bytes, signal)
    }
    const target = new AppendOnlyStreamTarget(new WritableStream<Uint8Array<ArrayBuffer>>({ write }))
    const output = new Output({ format, target })
    const add = await addTo(output, fed)
    await output.start()
    return { output, add }
  }

  /** Settles when a moment is near enough to be fed. */
  async #due(timestamp: number, signal: AbortSignal): Promise<void> {
    const { media, film, ahead } = this.#options
    while (!signal.aborted && timestamp - film.beginning > media.currentTime + ahead) {
      await this.#forget()
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY))
    }
  }

  async #append(bytes: Uint8Array<ArrayBuffer>, signal: AbortSignal): Promise<void> {
    const { buffer } = this.#options
    for (;;) {
      await settled(buffer)
      if (signal.aborted) return
      try {
        buffer.appendBuffer(bytes)
        await settled(buffer)
        // Now, too: who jumps ahead again and again never waits for what is due.
        await this.#forget()
        return
      } catch (error) {
        // Full: there is room when some of it has been shown.
        if (!(error instanceof DOMException) || error.name !== 'QuotaExceededError') throw error
        await this.#forget()
        await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY))
      }
    }
  }

  #mayCut(time: number): void {
    if (time >= (this.#cuts.at(-1) ?? -Infinity) + CUT_EVERY) this.#cuts.push(time)
  }

  /** What was shown a while ago goes, up to a whole picture: those after it would go with the one they are made from. */
  async #forget(): Promise<void> {
    const { buffer, media, ahead } = this.#options
    const end = media.currentTime - Math.min(BEHIND, ahead)
    const kept = this.#cuts.findLastIndex((time) => time <= end)
    if (kept < 1 || buffer.updating) return
    this.#cuts.splice(0, kept)
    buffer.remove(0, this.#cuts[0] ?? 0)
    await settled(buffer)
  }
}

async function addTo(output: Output, fed: Fed): Promise<(packet: EncodedPacket) => Promise<void>> {
  const { track } = fed
  const codec = await track.getCodec()
  if (track.isVideoTrack()) {
    const source = new EncodedVideoPacketSource(codec as VideoCodec)
    output.addVideoTrack(source, { rotation: await track.getRotation() })
    const decoderConfig = await track.getDecoderConfig()
    return (packet) => source.add(packet, decoderConfig ? { decoderConfig } : undefined)
  }
  const source = new EncodedAudioPacketSource(codec as AudioCodec)
  output.addAudioTrack(source)
  const decoderConfig = track.isAudioTrack() ? await track.getDecoderConfig() : null
  return (packet) => source.add(packet, decoderConfig ? { decoderConfig } : undefined)
}

/** Settles when the buffer does nothing. */
async function settled(buffer: SourceBuffer): Promise<void> {
  while (buffer.updating) {
    await new Promise<void>((resolve) => {
      buffer.addEventListener('updateend', () => resolve(), { once: true })
    })
  }
}
