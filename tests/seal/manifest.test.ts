import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { manifestRecords, readManifest, writeManifest, type Manifest } from '../../src/seal/manifest.ts'
import { RECORD_CONTENT } from '../../src/seal/sizes.ts'

/** A manifest as a liar writes it: framed as it should be, whatever is in it. */
function framed(text: string, length = new TextEncoder().encode(text).length): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(RECORD_CONTENT)
  new DataView(bytes.buffer).setUint32(0, length)
  bytes.set(new TextEncoder().encode(text), 4)
  return bytes
}

const file = { path: ['a.txt'], length: 3 }
const said = (changes: object) => framed(JSON.stringify({ version: 1, name: 'x', files: [file], ...changes }))

test('what is written is read again', () => {
  const manifest: Manifest = {
    name: 'Holiday',
    expires: 1_800_000_000_000,
    files: [
      { path: ['day 1', 'sea.jpg'], length: 5, type: 'image/jpeg', modified: 1_700_000_000_000 },
      { path: ['empty'], length: 0, type: '', modified: null },
    ],
  }
  const bytes = writeManifest(manifest)
  expect(bytes.length).toBe(RECORD_CONTENT)
  expect(manifestRecords(bytes)).toBe(1)
  expect(readManifest(bytes)).toEqual(manifest)
})

test('one of many files takes more records than one', () => {
  const files = Array.from({ length: 2000 }, (_, at) => ({
    path: ['folder', `a file with a long name, number ${at}`],
    length: at,
    type: 'text/plain',
    modified: at,
  }))
  const bytes = writeManifest({ name: 'many', files, expires: null })
  expect(bytes.length).toBeGreaterThan(RECORD_CONTENT)
  expect(bytes.length % RECORD_CONTENT).toBe(0)
  expect(manifestRecords(bytes.subarray(0, RECORD_CONTENT))).toBe(bytes.length / RECORD_CONTENT)
  expect(readManifest(bytes).files).toHaveLength(2000)
})

describe('is refused', () => {
  test.each([
    ['no JSON', framed('{')],
    ['no text', framed('\xff\xfe'.repeat(2), 2)],
    ['no object', framed('[]')],
    ['no version', framed('{}')],
    ['cut short', framed('{}', 70_000)],
    ['no name', said({ name: 1 })],
    ['no files', said({ files: [] })],
    ['an end that is a word', said({ expires: 'soon' })],
    ['files that are none', said({ files: [1] })],
    ['a length below nothing', said({ files: [{ ...file, length: -1 }] })],
    ['a length with a fraction', said({ files: [{ ...file, length: 0.5 }] })],
    ['a length that is a word', said({ files: [{ ...file, length: '3' }] })],
    [
      'lengths that come to too much',
      said({ files: Array.from({ length: 2 }, () => ({ ...file, length: 2 ** 53 - 1 })) }),
    ],
    ['a path out of the folder', said({ files: [{ ...file, path: ['..', 'a'] }] })],
    ['a path from here', said({ files: [{ ...file, path: ['.'] }] })],
    ['a path in one part', said({ files: [{ ...file, path: ['a/../../b'] }] })],
    ['a path of another system', said({ files: [{ ...file, path: ['..\\b'] }] })],
    ['an empty path', said({ files: [{ ...file, path: [] }] })],
    ['an empty name', said({ files: [{ ...file, path: [''] }] })],
    ['a path that is a text', said({ files: [{ ...file, path: '../a' }] })],
    ['a path too deep', said({ files: [{ ...file, path: Array.from({ length: 65 }, () => 'a') }] })],
    ['a type that is none', said({ files: [{ ...file, type: 1 }] })],
    ['a time that is none', said({ files: [{ ...file, modified: 'today' }] })],
  ])('%s', (_, bytes) => {
    expect(() => readManifest(bytes)).toThrow(
      expect.objectContaining({ problem: { code: 'manifest-impossible' } }),
    )
  })

  test('one that is longer than any has reason to be, before it is fetched', () => {
    expect(() => manifestRecords(framed('', 2 ** 32 - 1))).toThrow(
      expect.objectContaining({ problem: { code: 'manifest-impossible' } }),
    )
  })

  test('one of a later version, which is told apart', () => {
    expect(() => readManifest(said({ version: 2 }))).toThrow(
      expect.objectContaining({ problem: { code: 'seal-newer' } }),
    )
  })
})

test('names are harmless and unlike each other', () => {
  const files = ['photo\u202egpj.exe', '<img src=x onerror=alert(1)>', 'a', 'A', 'CON\u0000'].map((name) => ({
    ...file,
    path: [name.replace('\0', '')],
  }))
  const { name, files: read } = readManifest(said({ name: '../..', files }))
  expect(name).toBe('.._..')
  expect(read.map(({ path }) => path)).toEqual([
    ['photogpj.exe'],
    ['<img src=x onerror=alert(1)>'],
    ['a'],
    ['A (2)'],
    ['CON'],
  ])
})

test('whatever is in it, it is read as files below the folder, or refused', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.array(fc.array(fc.string())), (value, paths) => {
      for (const manifest of [
        framed(JSON.stringify(value).slice(0, 60_000)),
        said({ files: paths.map((path) => ({ path, length: 1 })) }),
      ]) {
        try {
          for (const { path } of readManifest(manifest).files)
            for (const part of path) expect(part).not.toMatch(/^\.{0,2}$|[/\\\0]/)
        } catch (error) {
          expect(error).toMatchObject({ name: 'SealError' })
        }
      }
    }),
  )
})
