import type { Extension, Wire } from 'bittorrent-protocol'

/** Adds an extension (BEP 10) to a wire. Must be called before our handshake of extensions goes out. */
export function useExtension(wire: Wire, name: string, extension: Extension): void {
  class Named implements Extension {
    onMessage(bytes: Uint8Array): void {
      extension.onMessage(bytes)
    }

    onExtendedHandshake(): void {
      extension.onExtendedHandshake?.()
    }
  }
  Object.defineProperty(Named.prototype, 'name', { value: name })
  wire.use(Named)
}

/** Ends a wire whose peer did what no honest one does, and remembers the peer: it is not met again. */
export function banish(wire: Wire, offenders: Set<string>): void {
  offenders.add(wire.peerId)
  // Not in the middle of what it has just said.
  queueMicrotask(() => wire.destroy())
}

/** Whether the peer knows an extension; the number 0 says that it does not, or no longer (BEP 10). */
export function knowsExtension(wire: Wire, name: string): boolean {
  return Boolean(wire.peerExtendedMapping[name])
}
