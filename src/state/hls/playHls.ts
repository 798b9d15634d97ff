import Hls, { type FragmentLoaderContext, type LoaderContext } from 'hls.js'
import { preferredCaptions } from '../../core/captions.ts'
import type { Engine } from '../../swarm/engineApi.ts'
import type { ShareSnapshot } from '../../swarm/snapshot.ts'
import { addressInShare, swarmLoader } from './swarmLoader.ts'

/** Seconds that are read ahead: peers give the rest sooner or later. */
const AHEAD = 30

/** Seconds of the past that tell what the line gives. */
const LATELY = 10

/** Bits a second: what is here whole waits for no line. */
const ALL_HERE = 1e9

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
  const open = (path: readonly string[], context: LoaderContext) => {
    const file = byPath.get(path.join('/'))
    if (!file || !share.infoHash) return null
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
  // A segment that was here already tells nothing of the line, and one that comes at once weighs next to nothing in
  // the estimate, which would stay what a slow beginning made it: what the line gave lately is known better here.
  hls.on(Hls.Events.FRAG_LOADED, () => {
    const now = engine.shares().find(({ id }) => id === share.id)
    if (!now) return
    const most = Math.max(0, ...now.history.slice(-LATELY).map(({ get }) => get * 8))
    const gives = now.progress >= 1 ? ALL_HERE : most
    if (gives > hls.bandwidthEstimate) hls.bandwidthEstimate = gives
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
