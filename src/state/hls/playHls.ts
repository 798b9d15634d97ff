import Hls, { type FragmentLoaderContext, type LoaderContext } from 'hls.js'
import { preferredCaptions } from '../../core/captions.ts'
import type { Engine } from '../../swarm/engineApi.ts'
import type { ShareSnapshot } from '../../swarm/snapshot.ts'
import { addressInShare, swarmLoader } from './swarmLoader.ts'

/** Seconds that are read ahead: peers give the rest sooner or later. */
const AHEAD = 30

/** A segment that comes faster than that says that the line has become better: it is believed so far. */
const MOST_GROWTH = 2

export interface HlsOptions {
  readonly engine: Engine
  readonly share: ShareSnapshot
  /** Of the playlist, among the share's files. */
  readonly index: number
  /** The height of the picture that is loaded now, in its pixels. */
  readonly quality: (height: number) => void
  /** The languages that it is spoken in, where there are several, and the way to choose one. */
  readonly sounds: (sounds: readonly Sound[], choose: (index: number) => void) => void
  /** Which of them is heard. */
  readonly sound: (index: number) => void
  readonly failed: () => void
}

/** One of several sounds of a film. */
export interface Sound {
  readonly name: string
  /** BCP 47; empty where it is not told. */
  readonly language: string
}

/** More than so many are no menu. */
const MOST_SOUNDS = 40

/** Whether this browser can. */
export function canPlayHls(): boolean {
  return Hls.isSupported()
}

/** Plays a ladder of qualities (RFC 8216) that lies in a share, each segment from the swarm; answers the way to stop. */
export function playHls(media: HTMLMediaElement, options: HlsOptions): () => void {
  const { engine, share, index, quality, sounds } = options
  const byPath = new Map(share.files.map((file) => [file.path.join('/'), file]))
  /** Segments that were not here when they were asked for: only those tell of the line. */
  const fetched = new Set<string>()
  const open = (path: readonly string[], context: LoaderContext) => {
    const file = byPath.get(path.join('/'))
    if (!file || !share.infoHash) return null
    const now = engine.shares().find(({ id }) => id === share.id)?.files[file.index]
    if (now && now.progress < 1) fetched.add(context.url)
    const { frag } = context as Partial<FragmentLoaderContext>
    // A segment is due when it is to be shown: only then does an origin have to give it.
    if (frag && frag.duration > 0) {
      const ahead = Math.max(0, frag.start - media.currentTime)
      engine.playing(share.id, file.index, { ahead, rate: file.size / frag.duration })
    }
    return engine.read(share.infoHash, file.index)
  }
  const hls = new Hls({
    loader: swarmLoader(open),
    // It would be made of a text, which the site's policy refuses.
    enableWorker: false,
    maxBufferLength: AHEAD,
    maxMaxBufferLength: AHEAD,
    // A piece that nobody has yet is waited for.
    fragLoadPolicy: { default: patient() },
    manifestLoadPolicy: { default: patient() },
    playlistLoadPolicy: { default: patient() },
  })
  // What comes at once weighs next to nothing in its estimate, which would stay what a slow beginning made it.
  hls.on(Hls.Events.FRAG_LOADED, (_, { frag }) => {
    const { loading, loaded } = frag.stats
    const bitsPerSecond = (loaded * 8000) / Math.max(1, loading.end - loading.start)
    const most = hls.bandwidthEstimate * MOST_GROWTH
    if (fetched.delete(frag.url) && bitsPerSecond > most) hls.bandwidthEstimate = most
  })
  hls.on(Hls.Events.LEVEL_SWITCHED, (_, { level }) => quality(hls.levels[level]?.height ?? 0))
  hls.on(Hls.Events.AUDIO_TRACKS_UPDATED, (_, { audioTracks }) => {
    const told = audioTracks.slice(0, MOST_SOUNDS).map(({ name, lang }) => ({ name, language: lang ?? '' }))
    const choose = (at: number) => (hls.audioTrack = at)
    sounds(told, choose)
    const preferred = preferredCaptions(
      told.map(({ language }) => language),
      navigator.languages,
    )
    if (preferred >= 0) choose(preferred)
  })
  hls.on(Hls.Events.AUDIO_TRACK_SWITCHED, (_, { id }) => options.sound(id))
  hls.on(Hls.Events.ERROR, (_, { fatal }) => {
    if (fatal) options.failed()
  })
  hls.loadSource(addressInShare(share.files[index]?.path ?? []))
  hls.attachMedia(media)
  return () => hls.destroy()
}

function patient() {
  const forever = 600_000
  return { maxTimeToFirstByteMs: forever, maxLoadTimeMs: forever, timeoutRetry: null, errorRetry: null }
}
