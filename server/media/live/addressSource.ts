import type { Bytes } from '../../../src/core/brand.ts'
import { MAX_PART } from '../../../src/wire/liveList.ts'
import { KeptParts } from './keptParts.ts'
import type { LiveSource } from './liveSource.ts'
import { LONGEST_PLAYLIST, type NamedPart } from './playlist.ts'

/** It has to answer within that. */
const PATIENCE = 10_000
/** Between two looks: a segment is no shorter than a second, as a rule. */
const LOOK_EVERY = 500

/**
 * A playlist at another server: each segment is fetched from there once, and kept in a folder as long as viewers may
 * want it.
 */
export function addressSource(address: string, folder: string, now: () => number): LiveSource {
  let [before, lookedAt]: [string, number] = ['', -Infinity]
  const kept = new KeptParts(folder)
  return {
    playlist: async () => {
      if (now() - lookedAt < LOOK_EVERY) return null
      lookedAt = now()
      const text = new TextDecoder().decode(await fetched(address, LONGEST_PLAYLIST))
      if (text === before) return null
      before = text
      return text
    },
    part: async ({ name, range }, isMap) => {
      const url = URL.parse(name, address)
      if (!url || !/^https?:$/.test(url.protocol)) return null
      const bytes = await fetched(url.href, MAX_PART, range)
      return bytes.length === 0 ? null : kept.keep(bytes, isMap)
    },
  }
}

/** Rejects for what is longer than it may be, and for another part than was asked for. */
async function fetched(address: string, most: Bytes, range: NamedPart['range'] = null): Promise<Buffer> {
  const headers = range && { Range: `bytes=${range.from}-${range.from + range.length - 1}` }
  const response = await fetch(address, { signal: AbortSignal.timeout(PATIENCE), headers: headers ?? {} })
  const parts: Uint8Array[] = []
  let length = 0
  try {
    if (!response.ok || (range && response.status !== 206))
      throw new Error(`It answers with ${response.status}.`)
    for await (const part of response.body ?? []) {
      const bytes = part as Uint8Array
      length += bytes.length
      if (length > most) throw new Error('It is too long.')
      parts.push(bytes)
    }
  } finally {
    void response.body?.cancel().catch(() => undefined)
  }
  if (range && length !== range.length) throw new Error('It is another part.')
  return Buffer.concat(parts)
}
