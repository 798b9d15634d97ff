import { execFile } from 'node:child_process'
import { rmSync } from 'node:fs'
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, extname, join } from 'node:path'
import { promisify } from 'node:util'

/**
 * Films for the tests, really encoded: a moving test picture with noise, so that it takes its bits, and a tone.
 * They are small and have few pictures a second, because every page that shows one decodes and paints it in
 * software. Each is encoded once in a process, and copied from then on.
 */

export interface FilmOptions {
  readonly seconds: number
  readonly kbit: number
  readonly width?: number
  readonly height?: number
  /** Pictures a second; those of NTSC are no whole number. */
  readonly rate?: number | '30000/1001'
  /** Whether the index comes before the pictures, as for the web; at the end of the file otherwise. MP4 only. */
  readonly fastStart?: boolean
}

const RATE = 10

const ENCODERS: Readonly<Record<string, readonly string[]>> = {
  '.mp4': ['-c:v', 'libx264', '-preset', 'ultrafast', '-c:a', 'aac', '-b:a', '32k'],
  '.webm': ['-c:v', 'libvpx', '-deadline', 'realtime', '-cpu-used', '8', '-c:a', 'libopus', '-b:a', '32k'],
  // A codec that browsers do not know.
  '.avi': ['-c:v', 'mpeg4', '-c:a', 'libmp3lame', '-b:a', '32k'],
}

/** Encodes a film; the ending of its name says how. */
export async function makeFilm(path: string, options: FilmOptions): Promise<void> {
  const { seconds, kbit, width = 320, height = 180, rate = RATE, fastStart = true } = options
  const ending = extname(path)
  await make(path, `film${ending}`, [
    ...inputs(seconds, width, height, rate),
    ...(ENCODERS[ending] ?? []),
    ...pictureRate(kbit, rate),
    ...(ending === '.mp4' && fastStart ? ['-movflags', '+faststart'] : []),
    `film${ending}`,
  ])
}

const CHAPTERS =
  ';FFMETADATA1\n' +
  ['0\nEND=8000\ntitle=The beginning', '8000\nEND=20000\ntitle=The end']
    .map((chapter) => `[CHAPTER]\nTIMEBASE=1/1000\nSTART=${chapter}\n`)
    .join('')

/**
 * A film of twenty seconds with two sounds and two captions, English and German, and two chapters; the ending of its
 * name says how.
 */
export async function makeRichFilm(path: string): Promise<void> {
  const ending = extname(path)
  const text = { '.mkv': 'srt', '.webm': 'webvtt' }[ending] ?? 'mov_text'
  const codecs =
    ending === '.webm'
      ? ['-c:v', 'libvpx', ...(FAST['libvpx'] ?? []), '-c:a', 'libopus']
      : ['-c:v', 'libx264', ...(FAST['libx264'] ?? []), '-c:a', 'aac']
  const german = SAID.replace('Good <i>evening</i>', 'Guten Abend').replace('All is well', 'Alles ist gut')
  await make(path, `film${ending}`, [
    ...inputs(20, 320, 180, RATE),
    ...['-f', 'lavfi', '-i', 'sine=frequency=880:duration=20'],
    ...captionsInput(),
    ...captionsInput(german),
    ...['-f', 'ffmetadata', '-i', `data:text/plain;base64,${Buffer.from(CHAPTERS).toString('base64')}`],
    ...['-map', '0:v', '-map', '1:a', '-map', '2:a', '-map', '3:s', '-map', '4:s', '-map_metadata', '5'],
    ...[...codecs, '-c:s', text, ...pictureRate(200, RATE)],
    ...['a:0', 's:0'].flatMap((stream) => [`-metadata:s:${stream}`, 'language=eng']),
    ...['a:1', 's:1'].flatMap((stream) => [`-metadata:s:${stream}`, 'language=ger']),
    ...(ending === '.webm' ? ['-f', 'matroska'] : []),
    `film${ending}`,
  ])
}

/** A film of six seconds in these codecs, in the container that its name tells. */
export async function makeKind(path: string, video: string | null, audio: string | null): Promise<void> {
  const name = `film${extname(path)}`
  await make(path, name, [
    ...inputs(6, 320, 180, RATE),
    ...(video === null
      ? []
      : ['-map', '0:v', '-c:v', video, ...(FAST[video] ?? []), '-b:v', '200k', '-pix_fmt', 'yuv420p']),
    ...(video === 'mpeg2video' || video === 'mpeg4' ? ['-r', '25'] : []),
    ...(audio === null ? [] : ['-map', '1:a', '-c:a', audio, '-ar', '48000', '-ac', '2']),
    ...['-g', String(RATE), '-strict', '-2', name],
  ])
}

/** What makes slow encoders quick, for pictures that nobody looks at. */
const FAST: Readonly<Record<string, readonly string[]>> = {
  libx264: ['-preset', 'ultrafast', '-bf', '2'],
  libx265: ['-preset', 'ultrafast', '-x265-params', 'log-level=error'],
  libvpx: ['-deadline', 'realtime', '-cpu-used', '8'],
  'libvpx-vp9': ['-deadline', 'realtime', '-cpu-used', '8'],
  libsvtav1: ['-preset', '12', '-svtav1-params', 'tune=0'],
}

/** A film of hours without sound, made in a second: one minute of small noisy pictures, again and again. WebM, 20 MB an hour. */
export async function makeLongFilm(path: string, hours: number): Promise<void> {
  const minute = `${path}.minute.webm`
  await make(minute, 'minute.webm', [
    ...['-f', 'lavfi', '-i', 'testsrc2=size=128x72:rate=1:duration=60,noise=alls=60:allf=t'],
    ...['-c:v', 'libvpx', '-deadline', 'realtime', '-cpu-used', '16', '-pix_fmt', 'yuv420p'],
    ...['-g', '5', '-qmin', '4', '-qmax', '20', '-b:v', '40k', 'minute.webm'],
  ])
  const again = ['-stream_loop', String(hours * 60 - 1), '-i', minute, '-c', 'copy', 'film.webm']
  await make(path, 'film.webm', again)
  await rm(minute)
}

/** A tone, of so many seconds. */
export async function makeSound(path: string, seconds: number): Promise<void> {
  const name = `sound${extname(path)}`
  await make(path, name, ['-f', 'lavfi', '-i', `sine=frequency=440:duration=${seconds}`, name])
}

/** A picture of bars and a gradient. */
export async function makePicture(path: string, width: number, height: number): Promise<void> {
  const name = `picture${extname(path)}`
  await make(path, name, ['-f', 'lavfi', '-i', `testsrc2=size=${width}x${height}`, '-frames:v', '1', name])
}

/** Encodes a film with two sounds as HLS, spoken in English and in German, so to speak. */
export async function makeTwoSounds(folder: string, seconds: number): Promise<void> {
  await make(folder, '.', [
    ...inputs(seconds, 320, 180, RATE),
    ...['-f', 'lavfi', '-i', `sine=frequency=880:duration=${seconds}`],
    ...['-map', '0:v', '-map', '1:a', '-map', '2:a'],
    ...['-c:v', 'libx264', '-preset', 'ultrafast', '-c:a', 'aac', ...pictureRate(200, RATE)],
    ...HLS,
    ...[
      '-var_stream_map',
      'v:0,agroup:sound a:0,agroup:sound,language:en,default:yes a:1,agroup:sound,language:de',
    ],
    ...['-master_pl_name', 'master.m3u8'],
    ...['-hls_segment_filename', 'stream %v/part %03d.ts', 'stream %v/list.m3u8'],
  ])
}

/**
 * Encodes a film in two qualities as HLS (RFC 8216): 90 lines at 60 kbit/s and 180 at 600, `master.m3u8` in the
 * folder, segments of two seconds below it.
 */
export async function makeLadder(folder: string, seconds: number): Promise<void> {
  await make(folder, '.', [
    ...inputs(seconds, 320, 180, RATE),
    ...['-map', '0:v', '-map', '1:a', '-map', '0:v', '-map', '1:a'],
    ...['-c:v', 'libx264', '-preset', 'ultrafast', '-c:a', 'aac', '-b:a', '32k', '-pix_fmt', 'yuv420p'],
    ...['-g', String(2 * RATE)],
    ...['-filter:v:0', 'scale=160:90', '-b:v:0', '60k', '-maxrate:v:0', '60k', '-bufsize:v:0', '60k'],
    ...['-b:v:1', '600k', '-maxrate:v:1', '600k', '-bufsize:v:1', '600k'],
    ...HLS,
    ...['-var_stream_map', 'v:0,a:0 v:1,a:1', '-master_pl_name', 'master.m3u8'],
    ...['-hls_segment_filename', 'quality %v/part %03d.ts', 'quality %v/list.m3u8'],
  ])
}

/** What is said in the films that have captions of their own, as SubRip. */
const SAID =
  '1\n00:00:00,500 --> 00:00:08,000\nGood <i>evening</i>\n\n2\n00:00:09,000 --> 00:00:19,000\nAll is well\n'

/** SubRip as an input. */
export function captionsInput(said = SAID): string[] {
  return ['-f', 'srt', '-i', `data:text/plain;base64,${Buffer.from(said).toString('base64')}`]
}

/** Encodes a film as HLS of MP4 segments, with captions in English. */
export async function makeCaptionedLadder(folder: string, seconds: number): Promise<void> {
  await make(folder, '.', [
    ...inputs(seconds, 320, 180, RATE),
    ...captionsInput(),
    ...['-map', '0:v', '-map', '1:a', '-map', '2:s'],
    ...[
      '-c:v',
      'libx264',
      '-preset',
      'ultrafast',
      '-c:a',
      'aac',
      '-c:s',
      'webvtt',
      ...pictureRate(200, RATE),
    ],
    ...HLS,
    ...['-hls_segment_type', 'fmp4', '-master_pl_name', 'master.m3u8'],
    ...['-var_stream_map', 'v:0,a:0,s:0,sgroup:said,language:en', 'stream_%v.m3u8'],
  ])
}

/** Encodes a film in two qualities and with two sounds, English and German, as DASH: `manifest.mpd` and its segments. */
export async function makeDash(folder: string, seconds: number): Promise<void> {
  await make(folder, '.', [
    ...inputs(seconds, 320, 180, RATE),
    ...['-f', 'lavfi', '-i', `sine=frequency=880:duration=${seconds}`],
    ...['-map', '0:v', '-map', '0:v', '-map', '1:a', '-map', '2:a'],
    ...['-c:v', 'libx264', '-preset', 'ultrafast', '-c:a', 'aac', '-b:a', '32k', '-pix_fmt', 'yuv420p'],
    ...['-g', String(2 * RATE), '-s:v:0', '160x90', '-b:v:0', '60k', '-maxrate:v:0', '60k'],
    ...['-bufsize:v:0', '60k', '-b:v:1', '300k', '-maxrate:v:1', '300k', '-bufsize:v:1', '300k'],
    ...['-metadata:s:a:0', 'language=eng', '-metadata:s:a:1', 'language=ger'],
    ...['-f', 'dash', '-seg_duration', '2'],
    ...['-adaptation_sets', 'id=0,streams=v id=1,streams=2 id=2,streams=3', 'manifest.mpd'],
  ])
}

const HLS = ['-f', 'hls', '-hls_time', '2', '-hls_playlist_type', 'vod']

function inputs(seconds: number, width: number, height: number, rate: number | string): string[] {
  const picture = `testsrc2=size=${width}x${height}:rate=${rate}:duration=${seconds},noise=alls=30:allf=t`
  return ['-f', 'lavfi', '-i', picture, '-f', 'lavfi', '-i', `sine=frequency=440:duration=${seconds}`]
}

/** A picture to begin at every second. */
function pictureRate(kbit: number, rate: number | string): string[] {
  const bits = `${kbit}k`
  const keys = ['-pix_fmt', 'yuv420p', '-g', rate === '30000/1001' ? '30' : String(rate)]
  return [...keys, '-b:v', bits, '-maxrate', bits, '-bufsize', bits]
}

/** What this process has encoded, by command: the folders that it lies in. */
const made = new Map<string, Promise<string>>()

/**
 * Puts what an ffmpeg command makes at a path.
 *
 * @param name what of it, in the folder that the command runs in
 */
async function make(path: string, name: string, parameters: readonly string[]): Promise<void> {
  const command = JSON.stringify(parameters)
  const making = made.get(command) ?? encode(parameters)
  made.set(command, making)
  await mkdir(dirname(path), { recursive: true })
  await cp(join(await making, name), path, { recursive: true })
}

/** Runs ffmpeg in a folder of its own, which goes with the process. Rejects with what it wrote when it fails. */
async function encode(parameters: readonly string[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'shoal-film-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  await promisify(execFile)('ffmpeg', ['-v', 'error', '-nostdin', ...parameters], { cwd: folder })
  return folder
}
