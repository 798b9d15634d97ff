import type { Peer } from './peer.ts'

declare global {
  var connectionsMade: RTCPeerConnection[] | undefined
}

/** Runs in the page, before its own scripts: remembers the connections that it makes. */
export function rememberConnections(): void {
  const made: RTCPeerConnection[] = (globalThis.connectionsMade = [])
  globalThis.RTCPeerConnection = class extends RTCPeerConnection {
    constructor(...options: ConstructorParameters<typeof RTCPeerConnection>) {
      super(...options)
      made.push(this)
    }
  }
}

/** Of those that the page has made, how many lead to somebody. */
export function openConnections({ page }: Peer): Promise<number> {
  return page.evaluate(
    () => (globalThis.connectionsMade ?? []).filter((each) => each.connectionState === 'connected').length,
  )
}
