import Hls, { type FragmentLoaderContext, type LoaderContext } from 'hls.js'
import { labelOf, languageTag } from '../labelOf.ts'
import { OwnCaptions } from '../ownCaptions.ts'
import { addressInShare } from '../parts/address.ts'
import { partOpener, preferredSound, type PartsOptions } from '../parts/filmInParts.ts'
import { hlsOptions } from './hlsOptions.ts'
import { swarmLoader } from './swarmLoader.ts'

/** Seconds of the past that tell what the line gives. */
const LATELY = 10

/** Bits a second: what is here whole waits for no line. */
const ALL_HERE = 1e9

/** Whether this browser can. */
export function canPlayHls(): boolean {
  return Hls.isSupported()
}

/** Plays a ladder of qualities (RFC 8216) that lies in a share, each segment from the swarm; answers the way to stop. */
export function playHls(media: HTMLMediaElement, options: PartsOptions): () => void {
  const { engine, share, index, quality, sounds } = options
  const openPart = partOpener(media, options)
  const open = (path: readonly string[], context: LoaderContext) => {
    const { frag } = context as Partial<FragmentLoaderContext>
    return openPart(path, frag && frag.duration > 0 ? frag : null)
  }
  const gone = new AbortController()
  const hls = new Hls({
    loader: swarmLoader(open),
    ...hlsOptions(),
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
    const told = audioTracks.map(({ name, lang = '' }) => ({ name, language: languageTag(lang) }))
    const choose = (at: number) => (hls.audioTrack = at)
    sounds(told, choose)
    const preferred = preferredSound(told)
    if (preferred >= 0) choose(preferred)
  })
  hls.on(Hls.Events.AUDIO_TRACK_SWITCHED, (_, { id }) => options.sound(id))
  offerCaptions(hls, media, options.captions, gone.signal)
  hls.on(Hls.Events.ERROR, (_, { fatal }) => {
    if (fatal) options.failed()
  })
  hls.loadSource(addressInShare(share.files[index]?.path ?? []))
  hls.attachMedia(media)
  return () => {
    gone.abort()
    hls.destroy()
  }
}

/** Its list of captions, each loaded when somebody chooses it. */
function offerCaptions(
  hls: Hls,
  media: HTMLMediaElement,
  offered: PartsOptions['captions'],
  gone: AbortSignal,
): void {
  const choose = (id: number | null) => (hls.subtitleTrack = id ?? -1)
  const captions = new OwnCaptions(media, { choose, offered, gone })
  hls.on(Hls.Events.SUBTITLE_TRACKS_UPDATED, (_, { subtitleTracks }) => {
    captions.offer(
      subtitleTracks.map(({ id, name, lang = '' }) => ({
        id,
        language: languageTag(lang),
        label: labelOf(lang, name),
      })),
    )
  })
  hls.on(Hls.Events.CUES_PARSED, (_, { cues, subtitleTrack }) => {
    if (!subtitleTrack) return
    const said = (cues as VTTCue[]).map(({ startTime, endTime, text }) => ({
      from: startTime,
      to: endTime,
      text,
    }))
    captions.add(subtitleTrack.id, said)
  })
}
