import { binaryOfHex } from '../../src/core/infoHash.ts'

/**
 * Somebody whom the tracker counts as a seed, but who answers no offer: to the others, a peer behind a network
 * that lets nothing through.
 */
export async function joinSilently(trackerUrl: string, infoHash: string): Promise<{ leave: () => void }> {
  const socket = new WebSocket(trackerUrl)
  await new Promise<void>((resolve, reject) => {
    socket.onopen = () => resolve()
    socket.onerror = () => reject(new Error(`No connection to ${trackerUrl}`))
  })
  const joined = new Promise<void>((resolve) => {
    socket.onmessage = () => resolve()
  })
  socket.send(
    JSON.stringify({
      action: 'announce',
      info_hash: binaryOfHex(infoHash),
      peer_id: '-XX0001-silent-silen',
      numwant: 0,
      uploaded: 0,
      downloaded: 0,
      left: 0,
      event: 'started',
      offers: [],
    }),
  )
  await joined
  return { leave: () => socket.close() }
}
