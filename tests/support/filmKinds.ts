import { join } from 'node:path'
import { makeKind } from './film.ts'

/**
 * Films of the containers and codecs that people have, and what becomes of each: the browser plays it (`plays`), plays
 * it once it has been put into another container (`remuxed`), or says why not (`words`).
 */
type Outcome = 'plays' | 'remuxed' | 'words'

export interface FilmKind {
  readonly name: string
  /** Codecs of picture and sound, as ffmpeg has them; null for none. */
  readonly video: string | null
  readonly audio: string | null
  /** In Chromium, and in Firefox. */
  readonly chromium: Outcome
  readonly firefox: Outcome
}

const row = (
  name: string,
  video: string | null,
  audio: string | null,
  chromium: Outcome,
  firefox: Outcome,
): FilmKind => ({ name, video, audio, chromium, firefox })

export const FILM_KINDS: readonly FilmKind[] = [
  row('h264-aac.mp4', 'libx264', 'aac', 'plays', 'plays'),
  row('av1-opus.mp4', 'libsvtav1', 'libopus', 'plays', 'plays'),
  row('h265-aac.mp4', 'libx265', 'aac', 'words', 'plays'),
  row('h264-aac.mov', 'libx264', 'aac', 'plays', 'plays'),
  row('h264-ac3.mp4', 'libx264', 'ac3', 'words', 'words'),
  row('vp8-vorbis.webm', 'libvpx', 'libvorbis', 'plays', 'plays'),
  row('vp9-opus.webm', 'libvpx-vp9', 'libopus', 'plays', 'plays'),
  row('h264-aac.mkv', 'libx264', 'aac', 'plays', 'plays'),
  row('h264-flac.mkv', 'libx264', 'flac', 'plays', 'plays'),
  row('vp9-opus.mkv', 'libvpx-vp9', 'libopus', 'plays', 'plays'),
  row('h264-ac3.mkv', 'libx264', 'ac3', 'words', 'words'),
  row('h265-aac.mkv', 'libx265', 'aac', 'words', 'plays'),
  row('h264-aac.ts', 'libx264', 'aac', 'remuxed', 'remuxed'),
  row('h264-mp3.m2ts', 'libx264', 'libmp3lame', 'remuxed', 'remuxed'),
  row('mpeg2-mp2.ts', 'mpeg2video', 'mp2', 'words', 'words'),
  row('mpeg4-mp3.avi', 'mpeg4', 'libmp3lame', 'words', 'words'),
  row('wmv2-wmav2.wmv', 'wmv2', 'wmav2', 'words', 'words'),
  row('mp3.mp3', null, 'libmp3lame', 'plays', 'plays'),
  row('aac.m4a', null, 'aac', 'plays', 'plays'),
  row('opus.ogg', null, 'libopus', 'plays', 'plays'),
  row('flac.flac', null, 'flac', 'plays', 'plays'),
  row('pcm.wav', null, 'pcm_s16le', 'plays', 'plays'),
]

export async function makeFilmKinds(folder: string): Promise<void> {
  for (const { name, video, audio } of FILM_KINDS) await makeKind(join(folder, name), video, audio)
}

/** Runs in a page: what has become of the film that is played. @param pictured whether there is more to it than sound */
export function filmOutcome(pictured: boolean): string {
  const video = document.querySelector('video')
  const told = [...document.querySelectorAll('[role="alert"], .player [role="status"]')]
    .map((element) => element.textContent)
    .join(' ')
  if (/can’t play|only the sound|coded in/i.test(told)) return 'words'
  if (!video || video.currentTime < 0.5 || (pictured && video.videoWidth === 0)) return 'nothing'
  return video.currentSrc.startsWith('blob:') ? 'remuxed' : 'plays'
}
