import { spawnSync } from 'node:child_process'
import { mkdir } from 'node:fs/promises'
import { dirname, extname } from 'node:path'

/** Films for the tests, really encoded: a moving test picture with noise, so that it takes its bits, and a tone. */

export interface FilmOptions {
  readonly seconds: number
  readonly kbit: number
  readonly width?: number
  readonly height?: number
  /** Whether the index comes before the pictures, as for the web; at the end of the file otherwise. MP4 only. */
  readonly fastStart?: boolean
}

const ENCODERS: Readonly<Record<string, readonly string[]>> = {
  '.mp4': ['-c:v', 'libx264', '-preset', 'ultrafast', '-c:a', 'aac'],
  '.webm': ['-c:v', 'libvpx', '-deadline', 'realtime', '-cpu-used', '8', '-c:a', 'libopus'],
}

/** Encodes a film; the ending of its name says how. */
export async function makeFilm(path: string, options: FilmOptions): Promise<void> {
  const { seconds, kbit, width = 640, height = 360, fastStart = true } = options
  await mkdir(dirname(path), { recursive: true })
  encode([
    ...inputs(seconds, width, height),
    ...(ENCODERS[extname(path)] ?? []),
    ...pictureRate(kbit),
    ...(extname(path) === '.mp4' && fastStart ? ['-movflags', '+faststart'] : []),
    path,
  ])
}

/** A tone, of so many seconds. */
export async function makeSound(path: string, seconds: number): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  encode(['-f', 'lavfi', '-i', `sine=frequency=440:duration=${seconds}`, path])
}

/** A picture of bars and a gradient. */
export async function makePicture(path: string, width: number, height: number): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  encode(['-f', 'lavfi', '-i', `testsrc2=size=${width}x${height}`, '-frames:v', '1', path])
}

function inputs(seconds: number, width: number, height: number): string[] {
  const picture = `testsrc2=size=${width}x${height}:rate=25:duration=${seconds},noise=alls=30:allf=t`
  return ['-f', 'lavfi', '-i', picture, '-f', 'lavfi', '-i', `sine=frequency=440:duration=${seconds}`]
}

/** A picture to begin at every second. */
function pictureRate(kbit: number): string[] {
  const rate = `${kbit}k`
  return ['-pix_fmt', 'yuv420p', '-g', '25', '-b:v', rate, '-maxrate', rate, '-bufsize', rate]
}

/** Encodes a film with two sounds as HLS, spoken in English and in German, so to speak. */
export async function makeTwoSounds(folder: string, seconds: number): Promise<void> {
  await mkdir(folder, { recursive: true })
  encode([
    ...inputs(seconds, 320, 180),
    ...['-f', 'lavfi', '-i', `sine=frequency=880:duration=${seconds}`],
    ...['-map', '0:v', '-map', '1:a', '-map', '2:a'],
    ...['-c:v', 'libx264', '-preset', 'ultrafast', '-c:a', 'aac', '-pix_fmt', 'yuv420p', '-g', '50'],
    ...['-f', 'hls', '-hls_time', '2', '-hls_playlist_type', 'vod'],
    ...[
      '-var_stream_map',
      'v:0,agroup:sound a:0,agroup:sound,language:en,default:yes a:1,agroup:sound,language:de',
    ],
    ...['-master_pl_name', 'master.m3u8'],
    ...['-hls_segment_filename', `${folder}/stream %v/part %03d.ts`, `${folder}/stream %v/list.m3u8`],
  ])
}

/** Runs ffmpeg. Throws with what it wrote when it fails. */
export function encode(parameters: readonly string[]): void {
  const { status, stderr } = spawnSync('ffmpeg', ['-v', 'error', '-y', '-nostdin', ...parameters], {
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`ffmpeg ${parameters.join(' ')} failed: ${stderr}`)
}

/** Encodes a film in two qualities as HLS (RFC 8216): `master.m3u8` in the folder, segments of two seconds below it. */
export async function makeLadder(folder: string, seconds: number): Promise<void> {
  await mkdir(folder, { recursive: true })
  encode([
    ...inputs(seconds, 640, 360),
    ...['-map', '0:v', '-map', '1:a', '-map', '0:v', '-map', '1:a'],
    ...['-c:v', 'libx264', '-preset', 'ultrafast', '-c:a', 'aac', '-pix_fmt', 'yuv420p', '-g', '50'],
    ...['-filter:v:0', 'scale=320:180', '-b:v:0', '300k', '-maxrate:v:0', '300k', '-bufsize:v:0', '300k'],
    ...['-b:v:1', '3000k', '-maxrate:v:1', '3000k', '-bufsize:v:1', '3000k'],
    ...['-f', 'hls', '-hls_time', '2', '-hls_playlist_type', 'vod'],
    ...['-var_stream_map', 'v:0,a:0 v:1,a:1', '-master_pl_name', 'master.m3u8'],
    ...['-hls_segment_filename', `${folder}/quality %v/part %03d.ts`, `${folder}/quality %v/list.m3u8`],
  ])
}
