import {
  ADTS,
  CustomSource,
  FLAC,
  Input,
  MATROSKA,
  MP3,
  MP4,
  MPEG_TS,
  OGG,
  QTFF,
  WAVE,
  WEBM,
  type InputAudioTrack,
  type InputTrack,
  type InputVideoTrack,
} from 'mediabunny'
import { languageTag } from '../labelOf.ts'
import type { Sound } from '../parts/filmInParts.ts'
import type { FilmBytes } from './readFilm.ts'

/** How a track is fed to the browser: in MP4 or WebM, whichever it takes it in. */
export interface Feedable {
  readonly container: 'mp4' | 'webm'
  /** As Media Source takes it. */
  readonly type: string
}

export interface FilmTrack<Track extends InputTrack> {
  readonly track: Track
  /** What people call its codec. */
  readonly codec: string
  /** Null where this browser cannot decode it. */
  readonly feedable: Feedable | null
}

export interface FilmSound extends FilmTrack<InputAudioTrack>, Sound {}

/** What a film holds, as far as pictures and sounds go. */
export interface Film {
  readonly picture: FilmTrack<InputVideoTrack> | null
  readonly sounds: readonly FilmSound[]
  readonly duration: number
  /** Seconds at which it begins by its own clock: a transport stream's begins anywhere. */
  readonly beginning: number
}

const MOST_SOUNDS = 40

const NAMES: Readonly<Record<string, string>> = {
  avc: 'H.264',
  hevc: 'H.265',
  vp8: 'VP8',
  vp9: 'VP9',
  av1: 'AV1',
  aac: 'AAC',
  mp3: 'MP3',
  opus: 'Opus',
  vorbis: 'Vorbis',
  flac: 'FLAC',
  ac3: 'AC-3',
  eac3: 'E-AC-3',
}

/**
 * Reads what a film holds: tables and headers alone. Until the signal ends it. Rejects for what is no MP4, WebM,
 * Matroska, transport stream or sound.
 */
export async function openFilm(bytes: FilmBytes, gone: AbortSignal): Promise<Film> {
  const source = new CustomSource({
    getSize: () => bytes.size,
    read: (from, to) => bytes.read(from, to),
    // What still waits when nobody watches any more is no failure.
    handleUnhandledError: () => undefined,
  })
  const formats = [MP4, QTFF, WEBM, MATROSKA, MPEG_TS, MP3, ADTS, OGG, FLAC, WAVE]
  const input = new Input({ formats, source })
  gone.addEventListener('abort', () => input.dispose(), { once: true })
  const [video, sounds] = [await input.getPrimaryVideoTrack(), await input.getAudioTracks()]
  const format = await input.getFormat()
  return {
    picture: video ? await described(video) : null,
    sounds: await Promise.all(
      sounds.slice(0, MOST_SOUNDS).map(async (track, at) => ({
        ...(await described(track)),
        name: (await track.getName()) ?? String(at + 1),
        language: languageTag(await track.getLanguageCode()),
      })),
    ),
    duration: (await input.getDurationFromMetadata()) ?? (await input.computeDuration()),
    beginning: format === MPEG_TS ? await input.getFirstTimestamp() : 0,
  }
}

async function described<Track extends InputTrack>(track: Track): Promise<FilmTrack<Track>> {
  const [codec, parameters] = [await track.getCodec(), await track.getCodecParameterString()]
  const internal = await track.getInternalCodecId()
  const id = typeof internal === 'string' ? internal.replace(/^[AV]_/, '').slice(0, 20) : '?'
  return {
    track,
    codec: codec ? (NAMES[codec] ?? codec) : id,
    feedable: codec && parameters ? feedableAs(track.type, parameters) : null,
  }
}

function feedableAs(kind: string, parameters: string): Feedable | null {
  for (const container of ['mp4', 'webm'] as const) {
    const type = `${kind}/${container}; codecs="${parameters}"`
    if (mediaSource()?.isTypeSupported(type)) return { container, type }
  }
  return null
}

/** Media Source, in the form that this browser has it; null for none. */
export function mediaSource(): typeof MediaSource | null {
  // Safari on phones has it by another name.
  const managed = (globalThis as { ManagedMediaSource?: typeof MediaSource }).ManagedMediaSource
  return managed ?? ('MediaSource' in globalThis ? MediaSource : null)
}
