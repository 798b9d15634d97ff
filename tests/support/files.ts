import { createCipheriv, createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** Files for the tests: made from a seed, so that the same call makes the same bytes on every machine. */

export const MB = 1_000_000

const CHUNK = 1 << 20

/** Writes `size` bytes of pseudo-random data, a chunk at a time, and returns their SHA-1. */
export async function makeFile(path: string, size: number, seed: string): Promise<string> {
  await mkdir(dirname(path), { recursive: true })
  // AES in counter mode over zeros is a fast stream of bytes that nothing compresses.
  const key = createHash('sha256').update(seed).digest()
  const cipher = createCipheriv('aes-256-ctr', key, Buffer.alloc(16))
  const hash = createHash('sha1')
  const zeros = Buffer.alloc(CHUNK)
  const file = await open(path, 'w')
  try {
    for (let written = 0; written < size; written += CHUNK) {
      const chunk = cipher.update(zeros.subarray(0, Math.min(CHUNK, size - written)))
      hash.update(chunk)
      await file.write(chunk)
    }
  } finally {
    await file.close()
  }
  return hash.digest('hex')
}

/** Path below the folder (with `/`) → SHA-1. */
export type Contents = Readonly<Record<string, string>>

/** Nested folders, an empty one, empty files, and names from many scripts: what people's folders look like. */
export async function makeAwkwardFolder(folder: string): Promise<Contents> {
  const sizes: Readonly<Record<string, number>> = {
    'readme.txt': 1234,
    'empty.bin': 0,
    'nested/deeper/deepest/photo 1.jpg': 300_001,
    'nested/second file.dat': 65_536,
    'nested/also empty.txt': 0,
    'Füße & Ähren/naïve “quotes” #1 100%.txt': 4321,
    '日本語/ファイル.txt': 777,
    'emoji 🐟🐠/🦈.bin': 20_000,
    'عربي.txt': 99,
  }
  const contents: Record<string, string> = {}
  for (const [path, size] of Object.entries(sizes))
    contents[path] = await makeFile(join(folder, path), size, path)
  await mkdir(join(folder, 'nothing in here'), { recursive: true })
  return contents
}

/** Names that browsers or disks refuse to write: Chromium's folder handles pass over most of them without a word. */
export async function makeRefusedNames(folder: string): Promise<Contents> {
  const names = [
    'link.url',
    'a~1.txt',
    'sub~1/inner.txt',
    'aux.txt',
    'What?.txt',
    'Track 1: Intro.txt',
    'end. ',
  ]
  const contents: Record<string, string> = {}
  for (const [index, name] of names.entries())
    contents[name] = await makeFile(join(folder, name), 100 + index, name)
  return contents
}

export async function sha1OfFile(path: string): Promise<string> {
  const hash = createHash('sha1')
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
  return hash.digest('hex')
}
