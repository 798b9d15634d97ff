import { hash, randomBytes } from 'node:crypto'

/**
 * A new passkey or token: 160 random bits as 40 lower-case hex digits, which every client and every address can
 * hold as they are.
 */
export function newSecret(): string {
  return randomBytes(20).toString('hex')
}

const SECRET = /^[0-9a-f]{40}$/

/**
 * What is kept of a secret. Looked up by it, a wrong secret takes the same time whatever it shares with a right
 * one, and who reads the database has no key. A slow hash would add nothing: there is no guessing 160 bits.
 */
export function digestOf(secret: string): string {
  return hash('sha256', secret)
}

/** The digest of what a stranger sent; null when it cannot be a secret of ours. */
export function digestOfGuess(text: string): string | null {
  return SECRET.test(text) ? digestOf(text) : null
}
