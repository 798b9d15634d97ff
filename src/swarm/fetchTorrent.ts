import { SwarmError } from './problems.ts'

const MAX_BYTES = 10_000_000
const TIME_LIMIT_MS = 20_000

/** Fetches the .torrent file at a web address. Rejects with a {@link SwarmError}. */
export async function fetchTorrent(url: string, ended?: AbortSignal): Promise<Uint8Array> {
  const host = new URL(url).host
  let response: Response
  try {
    response = await fetch(url, {
      signal: AbortSignal.any([AbortSignal.timeout(TIME_LIMIT_MS), ...(ended ? [ended] : [])]),
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
    })
  } catch (error) {
    throw brokenOff(error, host)
  }
  if (!response.ok) {
    throw new SwarmError({ code: 'address-error', host, status: response.status })
  }
  return readLimited(response, host)
}

async function readLimited(response: Response, host: string): Promise<Uint8Array> {
  const announced = Number(response.headers.get('content-length') ?? 0)
  if (announced > MAX_BYTES) throw tooLarge(host)
  const chunks: Uint8Array<ArrayBuffer>[] = []
  let length = 0
  try {
    for await (const chunk of response.body ?? []) {
      length += chunk.byteLength
      // Leaving the loop cancels the rest of the transfer.
      if (length > MAX_BYTES) break
      chunks.push(chunk)
    }
  } catch (error) {
    throw brokenOff(error, host)
  }
  if (length > MAX_BYTES) throw tooLarge(host)
  return new Uint8Array(await new Blob(chunks).arrayBuffer())
}

function isTimeout(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'TimeoutError'
}

function brokenOff(cause: unknown, host: string): SwarmError {
  return isTimeout(cause)
    ? new SwarmError({ code: 'address-silent', host, seconds: TIME_LIMIT_MS / 1000 }, { cause })
    : new SwarmError({ code: 'address-unreachable', host }, { cause })
}

function tooLarge(host: string): SwarmError {
  return new SwarmError({ code: 'address-too-large', host, most: MAX_BYTES })
}
