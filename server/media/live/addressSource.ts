import { mkdir, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { MAX_PART } from '../../../src/wire/liveList.ts'
import type { LiveSource } from './liveSource.ts'
import { LONGEST_PLAYLIST } from './playlist.ts'

/** It has to answer within that. */
const PATIENCE = 10_000
/** Between two looks: a segment is no shorter than a second, as a rule. */
const LOOK_EVERY = 500
/** Parts that are kept on the disk: those of the list, and as many before it. */
const MOST_KEPT = 64

/**
 * A playlist at another server: each segment is fetched from there once, and kept in a folder as long as viewers may
 * want it.
 */
export function addressSource(address: string, folder: string, now: () => number): LiveSource {
  let [before, lookedAt]: [string, number] = ['', -Infinity]
  let count = 0
  const kept: string[] = []
  return {
    playlist: async () => {
      if (now() - lookedAt < LOOK_EVERY) return null
      lookedAt = now()
      const text = new TextDecoder().decode(await fetched(address, LONGEST_PLAYLIST))
      if (text === before) return null
      before = text
      return text
    },
    part: async (name) => {
      const url = URL.parse(name, address)
      if (!url || !/^https?:$/.test(url.protocol)) return null
      const bytes = await fetched(url.href, MAX_PART)
      if (bytes.length === 0) return null
      await mkdir(folder, { recursive: true })
      const place = join(folder, String(count++))
      await writeFile(place, bytes)
      kept.push(place)
      for (const old of kept.splice(0, kept.length - MOST_KEPT)) await rm(old, { force: true })
      const { size, mtimeMs } = await stat(place)
      return { place, size, modifiedAt: mtimeMs, bytes }
    },
  }
}

/** Rejects for what is longer than it may be. */
async function fetched(address: string, most: number): Promise<Buffer> {
  const response = await fetch(address, { signal: AbortSignal.timeout(PATIENCE) })
  const parts: Uint8Array[] = []
  let length = 0
  try {
    if (!response.ok) throw new Error(`It answers with ${response.status}.`)
    for await (const part of response.body ?? []) {
      const bytes = part as Uint8Array
      length += bytes.length
      if (length > most) throw new Error('It is too long.')
      parts.push(bytes)
    }
  } finally {
    void response.body?.cancel().catch(() => undefined)
  }
  return Buffer.concat(parts)
}
