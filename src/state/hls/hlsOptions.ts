import type { HlsConfig } from 'hls.js'
import { AHEAD } from '../parts/filmInParts.ts'

/** What every film of HLS is played with here, wherever its segments come from. */
export function hlsOptions() {
  return {
    // It would be made of a text, which the site's policy refuses.
    enableWorker: false,
    // Each of these makes `<track>` elements of `data:` addresses, which the policy refuses too.
    renderTextTracksNatively: false,
    enableCEA708Captions: false,
    enableID3MetadataCues: false,
    enableEmsgMetadataCues: false,
    enableDateRangeMetadataCues: false,
    maxBufferLength: AHEAD,
    maxMaxBufferLength: AHEAD,
    // A piece that nobody has yet is waited for.
    fragLoadPolicy: { default: patient() },
    manifestLoadPolicy: { default: patient() },
    playlistLoadPolicy: { default: patient() },
  } satisfies Partial<HlsConfig>
}

function patient() {
  const forever = 600_000
  return { maxTimeToFirstByteMs: forever, maxLoadTimeMs: forever, timeoutRetry: null, errorRetry: null }
}
