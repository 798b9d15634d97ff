import { giveBack } from './giveBack.ts'
import { SealError } from './problems.ts'
import { RECORD, RECORD_CONTENT, TAG } from './sizes.ts'

/**
 * Records that the browser works on at once. Each has 64 KiB in three places meanwhile: with 32 of them sealing takes
 * half as much of the processor again as with 8, for memory that is new each time.
 */
const AT_ONCE = 8

/** Which records, of how many. */
export interface RecordRun {
  readonly first: number
  /** Records of the whole share: the last one is marked as such. */
  readonly count: number
}

/**
 * Seals what `plain` holds as so many records, with zeros behind it. The same is sealed to the same: pieces can be
 * made again when they are asked for.
 *
 * @param into where they go, of their length; what comes back lies in it
 */
export async function sealRecords(
  key: CryptoKey,
  { first, count }: RecordRun,
  plain: Uint8Array<ArrayBuffer>,
  records = Math.ceil(plain.length / RECORD_CONTENT),
  into = new Uint8Array(records * RECORD),
): Promise<Uint8Array<ArrayBuffer>> {
  const seal = async (index: number) => {
    const content = contentOf(plain, index)
    const record = await crypto.subtle.encrypt(parameters(first + index, count), key, content)
    into.set(new Uint8Array(record), index * RECORD)
    return record
  }
  await forEach(records, seal)
  return into
}

/** What a record holds, in place wherever it is whole. */
function contentOf(plain: Uint8Array<ArrayBuffer>, index: number): Uint8Array<ArrayBuffer> {
  const content = plain.subarray(index * RECORD_CONTENT, (index + 1) * RECORD_CONTENT)
  if (content.length === RECORD_CONTENT) return content
  const padded = new Uint8Array(RECORD_CONTENT)
  padded.set(content)
  return padded
}

/**
 * What whole records hold.
 *
 * @throws {SealError} for what was not sealed with this key, as these records of so many. Then nothing is given out.
 */
export async function openRecords(
  key: CryptoKey,
  { first, count }: RecordRun,
  sealed: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  if (sealed.length % RECORD !== 0) throw new SealError('seal-damaged')
  const records = sealed.length / RECORD
  const plain = new Uint8Array(records * RECORD_CONTENT)
  const open = async (index: number) => {
    const record = sealed.subarray(index * RECORD, (index + 1) * RECORD)
    const content = await crypto.subtle
      .decrypt(parameters(first + index, count), key, record)
      .catch((cause: unknown) => {
        throw new SealError('seal-damaged', { cause })
      })
    plain.set(new Uint8Array(content), index * RECORD_CONTENT)
    return content
  }
  await forEach(records, open)
  return plain
}

/** Does all of them, a few at a time, and gives back what the browser answered them in. */
async function forEach(records: number, work: (index: number) => Promise<ArrayBuffer>): Promise<void> {
  for (let first = 0; first < records; first += AT_ONCE) {
    const few = Math.min(AT_ONCE, records - first)
    giveBack(await Promise.all(Array.from({ length: few }, (_, at) => work(first + at))))
  }
}

/** The nonce: seven zeros, the record's number, and whether it is the last. */
function parameters(index: number, count: number) {
  const nonce = new DataView(new ArrayBuffer(12))
  nonce.setUint32(7, index)
  nonce.setUint8(11, index === count - 1 ? 1 : 0)
  return { name: 'AES-GCM', iv: nonce.buffer, tagLength: TAG * 8 }
}
