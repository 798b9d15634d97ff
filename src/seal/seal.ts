import { sealRecords } from './records.ts'

/** How files become the bytes of a sealed share. */
export interface Seal {
  readonly key: CryptoKey
  /** With its frame, in whole records; see `writeManifest`. */
  readonly manifest: Uint8Array<ArrayBuffer>
  /** Records in all. */
  readonly count: number
}

/** What is sealed, end to end: zeros follow it, as many as are needed. */
export function sealedParts({ manifest }: Seal, files: readonly Blob[]): readonly Blob[] {
  return [new Blob([manifest]), ...files]
}

/**
 * Seals records from `first` on.
 *
 * @param plain what they hold, as far as there is anything; its buffer is left as it is
 * @param into where they go, if there is such a place already
 */
export function sealRun(
  { key, count }: Seal,
  { first, records }: { readonly first: number; readonly records: number },
  plain: Uint8Array<ArrayBuffer>,
  into?: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  return sealRecords(key, { first, count }, plain, records, into)
}
