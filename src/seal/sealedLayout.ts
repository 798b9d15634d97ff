import type { Bytes } from '../core/brand.ts'
import { RECORD, RECORD_CONTENT } from './sizes.ts'
import { SealError } from './problems.ts'

/** The number of a record has 32 bits. */
const MOST_RECORDS = 2 ** 32

/** Where what is sealed lies: the manifest first, then the files end to end from a record of their own, then zeros. */
export class SealedLayout {
  readonly #manifestRecords: number
  /** Records in all. */
  readonly count: number

  /**
   * @param contentSize of all files
   * @throws {SealError} when it is more than can be sealed
   */
  constructor(manifestRecords: number, contentSize: Bytes) {
    this.#manifestRecords = manifestRecords
    const needed = manifestRecords + Math.ceil(contentSize / RECORD_CONTENT)
    this.count = Math.ceil(paddedLength(needed * RECORD) / RECORD)
    if (this.count > MOST_RECORDS) throw new SealError('too-large-to-seal')
  }

  /** Bytes of all records: what moves. */
  get size(): Bytes {
    return this.count * RECORD
  }

  /** The record that holds a byte of the files, counted from the beginning of the first. */
  recordAt(offset: Bytes): number {
    return this.#manifestRecords + Math.floor(offset / RECORD_CONTENT)
  }

  /** The first byte of the files, counted so, that a record holds. */
  startOf(record: number): Bytes {
    return (record - this.#manifestRecords) * RECORD_CONTENT
  }

  /** The bytes of the share that some bytes of the files are made of; none for none. */
  extent(from: Bytes, to: Bytes): { start: Bytes; length: Bytes } {
    const first = this.recordAt(from)
    const after = to > from ? this.recordAt(to - 1) + 1 : first
    return { start: first * RECORD, length: (after - first) * RECORD }
  }
}

/**
 * A length that many lengths are padded to (Padmé, from “Reducing Metadata Leakage from Encrypted Files and
 * Communication with PURBs”, Nikitin et al., 2019): it keeps as many bits below the first as the number of bits has
 * itself. It adds 12 % at most, and 3.2 % from 64 KiB on.
 */
export function paddedLength(length: Bytes): Bytes {
  if (length < 2) return length
  const exponent = Math.floor(Math.log2(length))
  const kept = Math.floor(Math.log2(exponent)) + 1
  const step = 2 ** Math.max(0, exponent - kept)
  return Math.ceil(length / step) * step
}
