import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parseSealSecret, SEALED_NAME, sealSecretOf, type SealSecret } from '../../src/core/sealSecret.ts'
import { notesSecret } from '../../src/seal/keys.ts'
import { writeManifest, type Manifest } from '../../src/seal/manifest.ts'
import { openSealed, sealOf, unsealManifest } from '../../src/swarm/contents/unseal.ts'
import { PASSWORD_COST, stretch } from '../../src/seal/password.ts'
import { keyOf, openAll, sealAll, stretched } from './nodeSeal.ts'

/* Two programs, one format: what one seals the other opens, and both make what docs/sealed.md says. */

const DOCUMENT = readFileSync('docs/sealed.md', 'utf8')
const PIECE = 131_072

const SECRET = Uint8Array.from({ length: 32 }, (_, at) => at)
const secret = known(parseSealSecret(Buffer.from(SECRET).toString('base64url')))
const opener = { secret, stretched: null }
const NOTES: Buffer = Buffer.from('Sealed, and opened again.\n')
const FILM: Buffer = Buffer.from(Uint8Array.from({ length: 100_000 }, (_, at) => at % 251))
const MANIFEST: Manifest = {
  name: 'Holiday',
  expires: null,
  files: [
    { path: ['notes.txt'], length: NOTES.length, type: 'text/plain', modified: 1_700_000_000_000 },
    { path: ['empty'], length: 0, type: '', modified: null },
    { path: ['day 1', 'sea.mp4'], length: FILM.length, type: 'video/mp4', modified: null },
  ],
}
const FILES = [NOTES, Buffer.alloc(0), FILM]

function known(parsed: SealSecret | null): SealSecret {
  if (parsed === null) throw new Error('Not a secret.')
  return parsed
}

/** The JSON that the document describes. */
function described({ name, files }: Manifest): object {
  return {
    version: 1,
    name,
    files: files.map(({ path, length, type, modified }) => ({
      path,
      length,
      ...(type !== '' && { type }),
      ...(modified !== null && { modified }),
    })),
  }
}

async function sealedHere(): Promise<Buffer> {
  const seal = await sealOf(opener, MANIFEST)
  const contents = await openSealed(outside(seal.count * 65_536), opener, seal.manifest)
  const store = contents.storeOf(FILES.map((bytes) => new File([new Uint8Array(bytes)], 'x')))
  return Buffer.from(await store.read(0, seal.count * 65_536))
}

const outside = (size: number) => ({ name: SEALED_NAME, single: true, size, pieceLength: PIECE })

test('both seal to the same bytes, which are those of the document', async () => {
  const sealed = sealAll(SECRET, described(MANIFEST), FILES)
  expect((await sealedHere()).equals(sealed)).toBe(true)
  expect(DOCUMENT).toContain(`${sealed.length} bytes`)
  expect(DOCUMENT).toContain(createHash('sha256').update(sealed).digest('hex'))
  expect(DOCUMENT).toContain(sealed.subarray(0, 16).toString('hex'))
  expect(DOCUMENT).toContain(sealed.subarray(-16).toString('hex'))
})

test('both derive the keys of the document', async () => {
  expect(DOCUMENT).toContain(secret)
  expect(DOCUMENT).toContain(keyOf(SECRET, 'content').toString('hex'))
  expect(Buffer.from(await notesSecret(opener))).toEqual(keyOf(SECRET, 'notes'))
  expect(DOCUMENT).toContain(keyOf(SECRET, 'notes').toString('hex'))
})

test('the other opens what is sealed here', async () => {
  const plain = openAll(SECRET, await sealedHere())
  expect(plain.subarray(0, 65_520).equals(writeManifest(MANIFEST))).toBe(true)
  expect(plain.subarray(65_520, 65_520 + NOTES.length + FILM.length).equals(Buffer.concat(FILES))).toBe(true)
  expect(plain.subarray(65_520 + NOTES.length + FILM.length).every((byte) => byte === 0)).toBe(true)
})

test('what the other seals is opened here', async () => {
  const sealed = new Uint8Array(sealAll(SECRET, described(MANIFEST), FILES))
  const read = (from: number, to: number) => Promise.resolve(sealed.slice(from, to))
  const manifest = await unsealManifest(outside(sealed.length), opener, read)
  const contents = await openSealed(outside(sealed.length), opener, manifest)
  expect(contents).toMatchObject({ name: 'Holiday', size: NOTES.length + FILM.length })
  const share = (offset: number, length: number) => Promise.resolve(sealed.slice(offset, offset + length))
  for (const [file, bytes] of FILES.entries()) {
    const parts: Uint8Array[] = []
    for (let at = 0; at < bytes.length;) {
      const part = await contents.read(file, at, Math.min(at + 30_000, bytes.length), share)
      expect(part.length).toBeGreaterThan(0)
      parts.push(part)
      at += part.length
    }
    expect(Buffer.concat(parts).equals(bytes)).toBe(true)
  }
})

test.each([
  ['cut at the end', 2 * 65_536],
  ['longer than it says', 4 * 65_536],
])('a share that is %s is refused', async (_, size) => {
  const { manifest } = await sealOf(opener, MANIFEST)
  await expect(openSealed(outside(size), opener, manifest)).rejects.toMatchObject({
    problem: { code: 'manifest-impossible' },
  })
})

test('both come to the same with a password, which is that of the document', async () => {
  const withPassword = sealSecretOf(SECRET, PASSWORD_COST)
  expect(DOCUMENT).toContain(withPassword)
  // Composed in another way than the document has it.
  const here = {
    secret: withPassword,
    stretched: await stretch(withPassword, 'schönes Meer'.normalize('NFD')),
  }
  const there = stretched(SECRET, 'schönes Meer', PASSWORD_COST)
  expect(Buffer.from(here.stretched)).toEqual(there)
  expect(DOCUMENT).toContain(there.toString('hex'))
  const material = Buffer.concat([SECRET, there])
  expect(DOCUMENT).toContain(keyOf(material, 'content').toString('hex'))
  expect(Buffer.from(await notesSecret(here))).toEqual(keyOf(material, 'notes'))
  const sealed = await sealOf(here, MANIFEST)
  const contents = await openSealed(outside(sealed.count * 65_536), here, sealed.manifest)
  const store = contents.storeOf(FILES.map((bytes) => new File([new Uint8Array(bytes)], 'x')))
  const bytes = Buffer.from(await store.read(0, sealed.count * 65_536))
  expect(bytes.equals(sealAll(material, described(MANIFEST), FILES))).toBe(true)
})
