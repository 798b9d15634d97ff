import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** What lists of live channels are signed with: links name its public half, so that it has to outlast the server. */
export interface LiveKey {
  readonly secret: KeyObject
  /** Ed25519, 32 bytes. */
  readonly public: Uint8Array<ArrayBuffer>
}

const NAME = 'live-key.pem'

/** The server's own, made with the first use. @param dataDir null: a new one each time */
export function liveKey(dataDir: string | null): LiveKey {
  const place = dataDir === null ? null : join(dataDir, NAME)
  if (place !== null && existsSync(place)) return withPublic(createPrivateKey(readFileSync(place)))
  const { privateKey } = generateKeyPairSync('ed25519')
  if (place !== null && dataDir !== null) {
    mkdirSync(dataDir, { recursive: true })
    try {
      writeFileSync(place, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' })
    } catch (error) {
      // Another process of the server was first.
      if (!existsSync(place)) throw error
      return withPublic(createPrivateKey(readFileSync(place)))
    }
  }
  return withPublic(privateKey)
}

function withPublic(secret: KeyObject): LiveKey {
  const { x = '' } = createPublicKey(secret).export({ format: 'jwk' })
  return { secret, public: new Uint8Array(Buffer.from(x, 'base64url')) }
}
