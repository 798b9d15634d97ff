import type { webcrypto } from 'node:crypto'
import type * as threads from 'node:worker_threads'

/** What Node has by the names that browsers have for it, and its types do not name so: the engine uses it in both. */
declare global {
  type CryptoKey = webcrypto.CryptoKey
  type CryptoKeyPair = webcrypto.CryptoKeyPair
  type MessageChannel = threads.MessageChannel
}

declare module 'worker_threads' {
  interface MessagePort {
    onmessage: ((event: { readonly data: unknown }) => void) | null
  }
}
