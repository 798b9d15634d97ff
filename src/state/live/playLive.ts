import Hls from 'hls.js'
import { MAX_CHANNEL, parseChannel } from '../../wire/liveList.ts'
import type { LiveWatch } from '../../swarm/engineApi.ts'
import { hlsOptions } from '../hls/hlsOptions.ts'
import type { PartsOptions } from '../parts/filmInParts.ts'
import { readPart } from '../parts/readPart.ts'
import { LIST_ADDRESS, liveLoader } from './liveLoader.ts'

/** Segments behind the newest at which it begins, as players of HLS do. */
const BEHIND = 3

/** Segments behind the newest at which it jumps to the edge again: who is there has stood still for long. */
const MOST_BEHIND = 10

/** Plays what a live channel shows, from its edge on, each segment from the swarm; answers the way to stop. */
export function playLive(media: HTMLMediaElement, options: PartsOptions): () => void {
  const gone = new AbortController()
  const { failed } = options
  open(media, options, gone.signal).catch(() => {
    if (!gone.signal.aborted) failed()
  })
  return () => gone.abort()
}

async function open(media: HTMLMediaElement, options: PartsOptions, gone: AbortSignal): Promise<void> {
  const { engine, share, quality, failed } = options
  const watch = await watchOf(options, gone)
  const close = () => watch.close()
  if (gone.aborted) {
    close()
    return
  }
  const hls = new Hls({
    ...hlsOptions(),
    loader: liveLoader(watch),
    liveSyncDurationCount: BEHIND,
    liveMaxLatencyDurationCount: MOST_BEHIND,
    // What was shown is shown by nobody any more.
    backBufferLength: 30,
  })
  hls.on(Hls.Events.LEVEL_SWITCHED, (_, { level }) => quality(hls.levels[level]?.height ?? 0))
  hls.on(Hls.Events.ERROR, (_, { fatal, type }) => {
    if (!fatal) return
    if (type === Hls.ErrorTypes.MEDIA_ERROR) hls.recoverMediaError()
    else failed()
  })
  // While it is played: the share is not to be asleep.
  engine.playing(share.id, options.index, { ahead: 0, rate: 0 })
  hls.loadSource(LIST_ADDRESS)
  hls.attachMedia(media)
  gone.addEventListener('abort', () => {
    hls.destroy()
    close()
  })
}

async function watchOf({ engine, share, index }: PartsOptions, gone: AbortSignal): Promise<LiveWatch> {
  const reading = share.infoHash && engine.read(share.infoHash, index)
  if (!reading) throw new Error('no-such-file')
  try {
    if (reading.size > MAX_CHANNEL) throw new Error('part-too-long')
    gone.addEventListener('abort', () => reading.close(), { once: true })
    const channel = parseChannel(await readPart(reading, 0, 0, () => undefined))
    if (!channel) throw new Error('no-channel')
    return await engine.watchLive(share.id, channel)
  } finally {
    reading.close()
  }
}
