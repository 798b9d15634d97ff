import { argon2Sync, createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto'

/*
 * The format of docs/sealed.md once more, written from that text alone over Node's own crypto: what both agree on is the
 * format, and no habit of one program.
 */

const RECORD = 65_536
const CONTENT = 65_520

export function keyOf(secret: Uint8Array, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, Buffer.alloc(0), `shoal sealed 1 ${purpose}`, 32))
}

/** What a password comes to. */
export function stretched(
  secret: Uint8Array,
  password: string,
  { memory, passes, lanes }: { memory: number; passes: number; lanes: number },
): Buffer {
  const message = password.normalize('NFC')
  const nonce = keyOf(secret, 'salt')
  return argon2Sync('argon2id', { message, nonce, memory, passes, parallelism: lanes, tagLength: 32 })
}

function nonceOf(index: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12)
  nonce.writeUInt32BE(index, 7)
  nonce[11] = isLast ? 1 : 0
  return nonce
}

/** Seals a manifest and files; answers what moves. */
export function sealAll(secret: Uint8Array, manifest: object, files: readonly Buffer[]): Buffer {
  const text = Buffer.from(JSON.stringify(manifest))
  const length = Buffer.alloc(4)
  length.writeUInt32BE(text.length)
  const plain = Buffer.concat([padded(Buffer.concat([length, text])), padded(Buffer.concat(files))])
  const needed = plain.length / CONTENT
  const count = Math.ceil(padme(needed * RECORD) / RECORD)
  const whole = Buffer.concat([plain, Buffer.alloc((count - needed) * CONTENT)])
  const records = Array.from({ length: count }, (_, index) => {
    const cipher = createCipheriv(
      'aes-256-gcm',
      keyOf(secret, 'content'),
      nonceOf(index, index === count - 1),
    )
    return Buffer.concat([
      cipher.update(whole.subarray(index * CONTENT, (index + 1) * CONTENT)),
      cipher.final(),
      cipher.getAuthTag(),
    ])
  })
  return Buffer.concat(records)
}

/** What all records hold, padding and all. */
export function openAll(secret: Uint8Array, sealed: Buffer): Buffer {
  const count = sealed.length / RECORD
  const contents = Array.from({ length: count }, (_, index) => {
    const record = sealed.subarray(index * RECORD, (index + 1) * RECORD)
    const cipher = createDecipheriv(
      'aes-256-gcm',
      keyOf(secret, 'content'),
      nonceOf(index, index === count - 1),
    )
    cipher.setAuthTag(record.subarray(CONTENT))
    return Buffer.concat([cipher.update(record.subarray(0, CONTENT)), cipher.final()])
  })
  return Buffer.concat(contents)
}

function padded(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, Buffer.alloc((CONTENT - (bytes.length % CONTENT)) % CONTENT)])
}

function padme(length: number): number {
  const exponent = BigInt(length.toString(2).length - 1)
  const kept = BigInt(exponent.toString(2).length)
  if (exponent <= kept) return length
  const mask = (1n << (exponent - kept)) - 1n
  return Number((BigInt(length) + mask) & ~mask)
}
