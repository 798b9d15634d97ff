import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync } from 'node:fs'

/** A film that is being made: HLS of real time, as a camera's encoder writes it. */
export interface LiveFilm {
  /** Ends it, and its playlist says so; when that has been written. */
  stop(): Promise<void>
}

interface LiveFilmOptions {
  /** Seconds of a segment. */
  readonly segment?: number
  readonly kind?: 'mpegts' | 'fmp4'
  readonly kbit?: number
  /** Its segments are parts of one file. */
  readonly inOne?: boolean
  readonly encrypted?: boolean
  /** After that it ends by itself. */
  readonly most?: number
}

/** Begins one in a folder, as `index.m3u8`. */
export function startLiveFilm(
  folder: string,
  {
    segment = 1,
    kind = 'mpegts',
    kbit = 800,
    inOne = false,
    encrypted = false,
    most = 180,
  }: LiveFilmOptions = {},
): LiveFilm {
  mkdirSync(folder, { recursive: true })
  const picture = 'testsrc2=size=320x180:rate=25,noise=alls=40:allf=t'
  const child = spawn(
    'ffmpeg',
    [
      ...[
        '-v',
        'error',
        '-re',
        '-f',
        'lavfi',
        '-i',
        picture,
        '-re',
        '-f',
        'lavfi',
        '-i',
        'sine=frequency=440',
      ],
      ...['-c:v', 'libx264', '-preset', 'ultrafast', '-tune', 'zerolatency', '-pix_fmt', 'yuv420p'],
      ...['-b:v', `${kbit}k`, '-g', String(25 * segment), '-sc_threshold', '0', '-c:a', 'aac', '-ac', '2'],
      ...['-f', 'hls', '-hls_time', String(segment), '-hls_list_size', '8', '-hls_segment_type', kind],
      ...(encrypted ? ['-hls_enc', '1', '-hls_enc_key', '00112233445566778899aabbccddeeff'] : []),
      ...['-hls_flags', `program_date_time+${inOne ? 'single_file' : 'temp_file+delete_segments'}`],
      ...['-t', String(most), 'index.m3u8'],
    ],
    // It reads the key `q` from there.
    { cwd: folder, stdio: ['pipe', 'ignore', 'inherit'] },
  )
  const ended = once(child, 'exit')
  return {
    stop: async () => {
      if (child.exitCode === null) child.stdin.write('q')
      await ended
    },
  }
}
