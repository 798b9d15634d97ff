import { formatSize } from '../core/format.ts'

const MAX_BYTES = 10_000_000
const TIME_LIMIT_MS = 20_000

/** Fetches the .torrent file at a web address. Rejects with words for the one who gave the address. */
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
    throw new Error(isTimeout(error) ? tooSlow(host) : unreachable(host), { cause: error })
  }
  if (!response.ok) {
    throw new Error(
      `${host} answered “${response.status}” instead of a .torrent file. Is the address still right?`,
    )
  }
  return readLimited(response, host)
}

async function readLimited(response: Response, host: string): Promise<Uint8Array> {
  const announced = Number(response.headers.get('content-length') ?? 0)
  if (announced > MAX_BYTES) throw new Error(tooBig(host))
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
    throw new Error(isTimeout(error) ? tooSlow(host) : unreachable(host), { cause: error })
  }
  if (length > MAX_BYTES) throw new Error(tooBig(host))
  return new Uint8Array(await new Blob(chunks).arrayBuffer())
}

function isTimeout(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'TimeoutError'
}

function tooSlow(host: string): string {
  return `${host} did not answer in ${TIME_LIMIT_MS / 1000} seconds. Try again, or download the .torrent file and drop it here.`
}

function unreachable(host: string): string {
  return `This page was not allowed to fetch from ${host}: most sites refuse that (CORS), or it is offline. Download the .torrent file and drop it here instead.`
}

function tooBig(host: string): string {
  return `What ${host} sent is larger than ${formatSize(MAX_BYTES)}: that is no .torrent file. Is the address right?`
}
