import type { Bytes } from '../../core/brand.ts'
import { reviewToken } from '../../core/reviewToken.ts'
import { contentKey, notesSecret, type Opener } from '../../seal/keys.ts'
import { manifestRecords, readManifest, writeManifest, type Manifest } from '../../seal/manifest.ts'
import { openRecords } from '../../seal/records.ts'
import type { Seal } from '../../seal/seal.ts'
import { RECORD, RECORD_CONTENT } from '../../seal/sizes.ts'
import { SealError } from '../../seal/problems.ts'
import { makeOpener } from '../../seal/password.ts'
import { SealedLayout } from '../../seal/sealedLayout.ts'
import type { Outside } from './sealed.ts'
import { SealedContents } from './sealedContents.ts'

export { stretch } from '../../seal/password.ts'

/** Reads bytes of a share, from the first to before the second. */
export type ReadBytes = (from: Bytes, to: Bytes) => Promise<Uint8Array<ArrayBuffer>>

/** Whether a sealed share's first record opens so: nothing else tells whether a password is right. */
export async function opensFirst(
  { size }: Outside,
  opener: Opener,
  first: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  try {
    await openRecords(await contentKey(opener), { first: 0, count: size / RECORD }, first)
    return true
  } catch {
    return false
  }
}

/** Seals files with keys that nobody has yet. @throws {SealError} when they are too large */
export async function sealAnew(
  password: string | null,
  manifest: Manifest,
): Promise<{ readonly opener: Opener; readonly seal: Seal }> {
  const opener = await makeOpener(password)
  return { opener, seal: await sealOf(opener, manifest) }
}

/** @throws {SealError} when they are too large */
export async function sealOf(opener: Opener, manifest: Manifest): Promise<Seal> {
  const bytes = writeManifest(manifest)
  const key = await contentKey(opener)
  return { key, manifest: bytes, count: layoutOf(bytes, manifest).count }
}

/**
 * Opens a sealed share whose manifest is known.
 *
 * @param manifest with its frame, as {@link unsealManifest} answers it
 * @throws {SealError} for a manifest that does not fit the share
 */
export async function openSealed(
  { size, pieceLength }: Outside,
  opener: Opener,
  manifest: Uint8Array<ArrayBuffer>,
): Promise<SealedContents> {
  const said = readManifest(manifest)
  const layout = layoutOf(manifest, said)
  // A cut end, or files said to be longer than they are: nothing of it is shown.
  if (layout.size !== size) throw new SealError('manifest-impossible')
  const key = await contentKey(opener)
  return new SealedContents({
    seal: { key, manifest, count: layout.count },
    notes: reviewToken(await notesSecret(opener), 'write'),
    manifest: said,
    layout,
    pieceLength,
  })
}

/**
 * Reads the manifest of a sealed share, with its frame.
 *
 * @param read bytes of the share
 * @throws {SealError}
 */
export async function unsealManifest(
  { size }: Outside,
  opener: Opener,
  read: ReadBytes,
): Promise<Uint8Array<ArrayBuffer>> {
  const key = await contentKey(opener)
  const count = size / RECORD
  const first = await openRecords(key, { first: 0, count }, await read(0, RECORD))
  const records = manifestRecords(first)
  if (records > count) throw new SealError('manifest-impossible')
  const manifest = new Uint8Array(records * RECORD_CONTENT)
  manifest.set(first)
  if (records === 1) return manifest
  const rest = await read(RECORD, records * RECORD)
  manifest.set(await openRecords(key, { first: 1, count }, rest), RECORD_CONTENT)
  return manifest
}

function layoutOf(manifest: Uint8Array, { files }: Manifest): SealedLayout {
  const size = files.reduce((sum, { length }) => sum + length, 0)
  return new SealedLayout(manifest.length / RECORD_CONTENT, size)
}
