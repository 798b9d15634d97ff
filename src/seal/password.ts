import { costOf, type PasswordCost, type SealSecret } from '../core/sealSecret.ts'
import { makeSealSecret, passwordSalt, type Opener } from './keys.ts'

/**
 * RFC 9106's second choice, for who has not 2 GiB to spare, on one lane: a browser computes them one after the other.
 * It takes 0.2 to 0.6 s here.
 */
export const PASSWORD_COST: PasswordCost = { memory: 64 * 1024, passes: 3, lanes: 1 }

/** What opens a share that is made now. Its keys are its own, whatever the password. */
export async function makeOpener(password: string | null): Promise<Opener> {
  if (password === null) return { secret: makeSealSecret(), stretched: null }
  const secret = makeSealSecret(PASSWORD_COST)
  return { secret, stretched: await stretch(secret, password) }
}

/**
 * What a password comes to by Argon2id (RFC 9106), 32 bytes. It can be tried against nothing but the sealed bytes, and
 * by nobody who has not the link. The code for it is fetched when it is first needed.
 */
export async function stretch(secret: SealSecret, password: string): Promise<Uint8Array<ArrayBuffer>> {
  const { argon2id } = await import('./argon2.ts')
  const { memory, passes, lanes } = costOf(secret) ?? PASSWORD_COST
  const stretched = await argon2id({
    // However a keyboard composes its letters.
    password: password.normalize('NFC'),
    salt: await passwordSalt(secret),
    memorySize: memory,
    iterations: passes,
    parallelism: lanes,
    hashLength: 32,
    outputType: 'binary',
  })
  return new Uint8Array(stretched)
}
