import { createHash } from 'node:crypto'
import { describe, expect, it, test } from 'vitest'
import { zipOf } from '../../src/stream/zipStream.ts'
import { zipContents } from '../support/zipContents.ts'
import { file, sparse } from './support/zippedFiles.ts'

const DATE = new Date(2026, 10, 22, 12, 0, 0)

async function bytesOf(stream: ReadableStream<Uint8Array>): Promise<Buffer> {
  return Buffer.from(await new Response(stream as ReadableStream<Uint8Array<ArrayBuffer>>).arrayBuffer())
}

function sha1(text: string): string {
  return createHash('sha1').update(text).digest('hex')
}

describe('a ZIP', () => {
  const TEXTS: Readonly<Record<string, string>> = {
    'readme.txt': 'read me',
    'empty.bin': '',
    'nested/deeper/deepest/one.txt': 'x'.repeat(300_001),
    'Füße & Ähren/naïve “quotes” #1 100%.txt': 'ü',
    '日本語/ファイル.txt': '日本',
    'emoji 🐟🐠/🦈.bin': '🦈',
    'عربي.txt': 'ع',
  }

  it('keeps folders, names of every script and empty files, below one folder', async () => {
    const zip = zipOf(
      'Größe',
      Object.entries(TEXTS).map(([path, text]) => file(path, text)),
      DATE,
    )
    const bytes = await bytesOf(zip.stream)
    expect(bytes.length).toBe(zip.size)
    expect(await zipContents(bytes)).toEqual(
      Object.fromEntries(Object.entries(TEXTS).map(([path, text]) => [`Größe/${path}`, sha1(text)])),
    )
  })

  it('of no files is an empty archive', async () => {
    const zip = zipOf('nothing', [], DATE)
    const bytes = await bytesOf(zip.stream)
    expect(bytes.length).toBe(zip.size)
    expect(await zipContents(bytes)).toEqual({})
  })

  it('opens a file only when its turn comes', async () => {
    const opened: string[] = []
    const files = ['a', 'b', 'c'].map((name) => ({
      ...sparse(name, 1000),
      open: () => {
        opened.push(name)
        return sparse(name, 1000).open()
      },
    }))
    const reader = zipOf('folder', files, DATE).stream.getReader()
    await reader.read()
    expect(opened).toEqual(['a'])
    // The library rejects with the very reason, here none; that it stops is what counts.
    await reader.cancel().catch(() => undefined)
    expect(opened).toEqual(['a'])
  })

  test.each([
    ['shorter', 'short'],
    ['longer', 'much longer than it was'],
  ])('ends with an error when a file got %s', async (_, text) => {
    const changed = { ...file('a.txt', text), size: 10 }
    await expect(bytesOf(zipOf('folder', [changed], DATE).stream)).rejects.toMatchObject({
      name: 'StoreError',
      problem: { code: 'files-changed' },
    })
  })

  it('ends with the error of a file that cannot be read', async () => {
    const broken = {
      ...file('a.txt', 'text'),
      open: () => Promise.reject(new Error('This share was removed.')),
    }
    await expect(bytesOf(zipOf('folder', [broken], DATE).stream)).rejects.toThrow('This share was removed.')
  })
})
