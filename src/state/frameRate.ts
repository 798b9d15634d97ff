import { CustomSource, Input, MATROSKA, MP4, QTFF, WEBM } from 'mediabunny'
import type { Bytes } from '../core/brand.ts'
import { StateError } from './problems.ts'

/** Enough that the fractions of a millisecond which containers round to don't matter; a film's first ten seconds. */
const PACKETS = 250

/**
 * Frames a second of the film at an address, as the file itself tells; null where it has no picture. Reads what leads
 * to that and no more: a table in MP4, the beginning of WebM and Matroska. Rejects for what is none of these.
 */
export async function frameRateOf(url: string, size: Bytes): Promise<number | null> {
  const source = new CustomSource({ getSize: () => size, read: (from, to) => part(url, from, to) })
  const input = new Input({ formats: [MP4, QTFF, WEBM, MATROSKA], source })
  try {
    const track = await input.getPrimaryVideoTrack()
    return track ? (await track.computePacketStats(PACKETS)).averagePacketRate : null
  } finally {
    input.dispose()
  }
}

async function part(url: string, from: Bytes, to: Bytes): Promise<Uint8Array> {
  const answer = await fetch(url, { headers: { Range: `bytes=${from}-${to - 1}` } })
  if (answer.status !== 206) throw new StateError({ code: 'not-readable-now' })
  return answer.bytes()
}
