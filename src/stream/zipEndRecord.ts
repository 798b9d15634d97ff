import type { Bytes } from '../core/brand.ts'

/**
 * The end of a ZIP with many files. The classic end record counts files in 16 bits; with 65,535 or more the
 * count has to be in a ZIP64 end record (APPNOTE 4.3.14, 4.3.15), which client-zip 2.5 writes only when sizes
 * or offsets ask for it. Without it, readers refuse the archive or miss files.
 */

const MOST_CLASSIC_ENTRIES = 0xffff

const LOCAL_HEADER = 30
const DATA_DESCRIPTOR = 16
const DIRECTORY_ENTRY = 46
const CLASSIC_END: Bytes = 22
const ZIP64_END = 56
const ZIP64_LOCATOR = 20

/** What {@link addEndRecord} makes an archive longer by. */
export const END_RECORD_LENGTH: Bytes = ZIP64_END + ZIP64_LOCATOR

const SIGNATURES = { classicEnd: 0x06054b50, zip64End: 0x06064b50, zip64Locator: 0x07064b50 }
/** "Made by" UNIX, like client-zip's own entries; 4.5 is the version of the format that has ZIP64. */
const MADE_BY = 0x032d
const VERSION_NEEDED = 45

/** Whether an archive of `predicted` bytes has so many files that it needs the record, and has none yet. */
export function lacksEndRecord(
  files: readonly { readonly name: Uint8Array | undefined; readonly size: Bytes }[],
  predicted: Bytes,
): boolean {
  if (files.length < MOST_CLASSIC_ENTRIES) return false
  const own = LOCAL_HEADER + DATA_DESCRIPTOR + DIRECTORY_ENTRY
  const classic = files.reduce(
    (sum, { name, size }) => sum + own + 2 * (name?.length ?? 0) + size,
    CLASSIC_END,
  )
  // Anything of ZIP64 in it makes it longer than that.
  return predicted === classic
}

/** Puts the ZIP64 end record and its locator before the classic end record, which ends the archive. */
export function addEndRecord(entries: number): TransformStream<Uint8Array, Uint8Array> {
  let held = new Uint8Array(0)
  return new TransformStream({
    transform(chunk, controller) {
      const bytes = held.length === 0 ? chunk : joined(held, chunk)
      const end = Math.max(0, bytes.length - CLASSIC_END)
      if (end > 0) controller.enqueue(bytes.subarray(0, end))
      held = bytes.slice(end)
    },
    flush(controller) {
      controller.enqueue(endRecord(entries, held))
      controller.enqueue(held)
    },
  })
}

function endRecord(entries: number, classic: Uint8Array): Uint8Array {
  const end = new DataView(classic.buffer, classic.byteOffset, classic.byteLength)
  if (classic.length !== CLASSIC_END || end.getUint32(0, true) !== SIGNATURES.classicEnd) {
    throw new Error('zip-end-unknown')
  }
  const directorySize = end.getUint32(12, true)
  const directoryStart = end.getUint32(16, true)
  const record = new DataView(new ArrayBuffer(END_RECORD_LENGTH))
  record.setUint32(0, SIGNATURES.zip64End, true)
  // The size of what follows this field.
  record.setBigUint64(4, BigInt(ZIP64_END - 12), true)
  record.setUint16(12, MADE_BY, true)
  record.setUint16(14, VERSION_NEEDED, true)
  // Entries on this disk, and in all.
  record.setBigUint64(24, BigInt(entries), true)
  record.setBigUint64(32, BigInt(entries), true)
  record.setBigUint64(40, BigInt(directorySize), true)
  record.setBigUint64(48, BigInt(directoryStart), true)
  record.setUint32(ZIP64_END, SIGNATURES.zip64Locator, true)
  record.setBigUint64(ZIP64_END + 8, BigInt(directoryStart + directorySize), true)
  // Disks in all.
  record.setUint32(ZIP64_END + 16, 1, true)
  return new Uint8Array(record.buffer)
}

function joined(left: Uint8Array, right: Uint8Array): Uint8Array {
  const both = new Uint8Array(left.length + right.length)
  both.set(left)
  both.set(right, left.length)
  return both
}
