import type { BrowserContext, Page } from 'playwright'

/** What requests ask for. */
const BLOCK = 16_384

declare global {
  var rawConnection: RTCPeerConnection | undefined
  var rawChannel: RTCDataChannel | undefined
}

/**
 * Two pages with one data channel between them and nothing else. The one fetches from the other, keeping so many
 * blocks of 16 KiB requested all the time: what the best window could do.
 *
 * @param url of any page
 * @returns MB/s
 */
export async function rawTransfer(
  contexts: readonly [giver: BrowserContext, taker: BrowserContext],
  url: string,
  options: { readonly size: number; readonly inFlight: number; readonly limitMs: number },
): Promise<number> {
  const giver = await contexts[0].newPage()
  const taker = await contexts[1].newPage()
  await Promise.all([giver.goto(url), taker.goto(url)])
  await connect(giver, taker)
  return taker.evaluate(fetchBlocks, { ...options, block: BLOCK })
}

async function connect(giver: Page, taker: Page): Promise<void> {
  const offer = await giver.evaluate(async (block) => {
    const connection = (globalThis.rawConnection = new RTCPeerConnection())
    const channel = connection.createDataChannel('raw')
    const bytes = new Uint8Array(block)
    channel.onmessage = () => channel.send(bytes)
    await connection.setLocalDescription(await connection.createOffer())
    await new Promise<void>((resolve) => {
      connection.onicecandidate = ({ candidate }) => {
        if (!candidate) resolve()
      }
    })
    return connection.localDescription?.sdp ?? ''
  }, BLOCK)
  const answer = await taker.evaluate(async (sdp) => {
    const connection = (globalThis.rawConnection = new RTCPeerConnection())
    connection.ondatachannel = ({ channel }) => (globalThis.rawChannel = channel)
    const gathered = new Promise<void>((resolve) => {
      connection.onicecandidate = ({ candidate }) => {
        if (!candidate) resolve()
      }
    })
    await connection.setRemoteDescription({ type: 'offer', sdp })
    await connection.setLocalDescription(await connection.createAnswer())
    await gathered
    return connection.localDescription?.sdp ?? ''
  }, offer)
  await giver.evaluate(
    (sdp) => globalThis.rawConnection?.setRemoteDescription({ type: 'answer', sdp }),
    answer,
  )
  await taker.waitForFunction(() => globalThis.rawChannel?.readyState === 'open')
}

/** Runs in the fetching page. */
function fetchBlocks(options: {
  readonly size: number
  readonly inFlight: number
  readonly limitMs: number
  readonly block: number
}): Promise<number> {
  const channel = globalThis.rawChannel
  if (!channel) throw new Error('There is no channel.')
  channel.binaryType = 'arraybuffer'
  const request = new Uint8Array(1)
  return new Promise((resolve) => {
    const started = performance.now()
    let asked = 0
    let received = 0
    const ask = () => {
      if (asked >= options.size) return
      asked += options.block
      channel.send(request)
    }
    const end = () => {
      clearTimeout(limit)
      resolve(received / 1000 / (performance.now() - started))
    }
    const limit = setTimeout(end, options.limitMs)
    channel.onmessage = ({ data }: MessageEvent<ArrayBuffer>) => {
      received += data.byteLength
      if (received >= options.size) end()
      else ask()
    }
    for (let index = 0; index < options.inFlight; index++) ask()
  })
}
