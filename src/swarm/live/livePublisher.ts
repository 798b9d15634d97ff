import type { Bytes, Milliseconds } from '../../core/brand.ts'
import { joined } from '../../core/bytes.ts'
import { MAX_SIGNED } from '../../wire/liveList.ts'

/** It brings nothing for so long: it is asked again later. */
const SILENCE: Milliseconds = 4000
/** Until it answers that there is nothing new; a little more than it waits itself. */
const PATIENCE: Milliseconds = 20_000

const NOTHING = { value: undefined, done: true } as const

/**
 * The publisher's own server, by the addresses at which the share has a web copy: below that of the channel's file are
 * the newest list, and each part by its id.
 */
export class LivePublisher {
  /** Bytes that came from it. */
  got: Bytes = 0
  readonly #addresses: () => readonly string[]
  readonly #fetch: typeof globalThis.fetch
  #turn = 0

  constructor(addresses: () => readonly string[], fetch: typeof globalThis.fetch) {
    this.#addresses = addresses
    this.#fetch = fetch
  }

  /**
   * The newest list; waits for one that is newer. Null when there is none after a while. Rejects where the publisher
   * does not answer.
   *
   * @param after a version; null for whichever there is
   */
  async list(after: number | null, signal: AbortSignal): Promise<Uint8Array<ArrayBuffer> | null> {
    const path = after === null ? 'list' : `list?after=${after}`
    const late = AbortSignal.timeout(PATIENCE)
    const response = await this.#ask(path, {}, AbortSignal.any([signal, late]))
    if (response.status === 204) return null
    const parts: Uint8Array[] = []
    let length = 0
    await this.#read(
      response,
      () => undefined,
      (bytes) => {
        length += bytes.length
        parts.push(bytes)
        return length <= MAX_SIGNED
      },
    )
    return joined(parts)
  }

  /** Reads a part from a byte on, and tells of what comes. Rejects unless all of it came. */
  async part(
    id: number,
    { from, size }: { readonly from: Bytes; readonly size: Bytes },
    came: (bytes: Uint8Array) => void,
    signal: AbortSignal,
  ): Promise<void> {
    const quiet = new AbortController()
    let timer = setTimeout(() => quiet.abort(), SILENCE)
    const heard = () => {
      clearTimeout(timer)
      timer = setTimeout(() => quiet.abort(), SILENCE)
    }
    try {
      const headers = from === 0 ? {} : { Range: `bytes=${from}-` }
      const response = await this.#ask(String(id), headers, AbortSignal.any([signal, quiet.signal]))
      if (response.status !== (from === 0 ? 200 : 206)) throw new Error('live-publisher-odd')
      let left = size - from
      await this.#read(response, heard, (bytes) => {
        const useful = bytes.subarray(0, left)
        left -= useful.length
        came(useful)
        return left > 0
      })
      if (left > 0) throw new Error('live-publisher-stopped')
    } finally {
      clearTimeout(timer)
    }
  }

  async #ask(path: string, headers: Record<string, string>, signal: AbortSignal): Promise<Response> {
    const addresses = this.#addresses()
    const address = addresses[this.#turn % Math.max(1, addresses.length)]
    if (address === undefined) throw new Error('live-publisher-unknown')
    try {
      const response = await this.#fetch(`${address}/${path}`, {
        headers,
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        // Each is asked for once, and shared.
        cache: 'no-store',
        signal,
      })
      if (response.ok) return response
      void response.body?.cancel().catch(() => undefined)
      throw new Error('live-publisher-refuses')
    } catch (error) {
      // The next of its copies, if it has several.
      if (!signal.aborted) this.#turn++
      throw error
    }
  }

  async #read({ body }: Response, heard: () => void, came: (bytes: Uint8Array) => boolean): Promise<void> {
    const reader = body?.getReader()
    try {
      for (;;) {
        const { value, done } = reader ? await reader.read() : NOTHING
        if (done) return
        heard()
        this.got += value.length
        if (!came(value)) return
      }
    } finally {
      // More than was told is not read, however much it would be.
      void reader?.cancel().catch(() => undefined)
    }
  }
}
