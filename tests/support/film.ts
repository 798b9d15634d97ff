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

function inputs(seconds: number, width: number, height: number): string[] {
  const picture = `testsrc2=size=${width}x${height}:rate=25:duration=${seconds},noise=alls=30:allf=t`
  return ['-f', 'lavfi', '-i', picture, '-f', 'lavfi', '-i', `sine=frequency=440:duration=${seconds}`]
}

/** A picture to begin at every second. */
function pictureRate(kbit: number): string[] {
  const rate = `${kbit}k`
  return ['-pix_fmt', 'yuv420p', '-g', '25', '-b:v', rate, '-maxrate', rate, '-bufsize', rate]
}

/** Runs ffmpeg. Throws with what it wrote when it fails. */
export function encode(parameters: readonly string[]): void {
  const { status, stderr } = spawnSync('ffmpeg', ['-v', 'error', '-y', '-nostdin', ...parameters], {
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`ffmpeg ${parameters.join(' ')} failed: ${stderr}`)
}
