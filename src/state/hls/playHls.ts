import Hls from 'hls.js/light'
import type { FragmentLoaderContext, LoaderContext } from 'hls.js'
import type { Engine } from '../../swarm/engineApi.ts'
import type { ShareSnapshot } from '../../swarm/snapshot.ts'
import { addressInShare, swarmLoader } from './swarmLoader.ts'

/** Seconds that are read ahead: peers give the rest sooner or later. */
const AHEAD = 30

export interface HlsOptions {
  readonly engine: Engine
  readonly share: ShareSnapshot
  /** Of the playlist, among the share's files. */
  readonly index: number
  /** The height of the picture that is loaded now, in its pixels. */
  readonly quality: (height: number) => void
  readonly failed: () => void
}

/** Whether this browser can. */
export function canPlayHls(): boolean {
  return Hls.isSupported()
}

/** Plays a ladder of qualities (RFC 8216) that lies in a share, each segment from the swarm; answers the way to stop. */
export function playHls(media: HTMLMediaElement, options: HlsOptions): () => void {
  const { engine, share, index, quality } = options
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
  hls.on(Hls.Events.LEVEL_SWITCHED, (_, { level }) => quality(hls.levels[level]?.height ?? 0))
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
