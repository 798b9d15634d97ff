import fc from 'fast-check'
import { appendFile, open, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { DiskFile } from '../../../server/peer/diskFile.ts'
import { localFiles } from '../../../server/peer/localFiles.ts'
import { FileStore } from '../../../src/storage/fileStore.ts'
import { temporaryFolder } from '../support/testServer.ts'

const GIB = 2 ** 30

/** So long and empty but for its own place, written at each of these places. */
async function sparse(size: number, places: readonly number[]): Promise<string> {
  const path = join(temporaryFolder(), 'long.bin')
  await writeFile(path, '')
  await truncate(path, size)
  const file = await open(path, 'r+')
  for (const place of places) await file.write(String(place), place)
  await file.close()
  return path
}

async function streamed(blob: Blob): Promise<string> {
  const reader = blob.stream().getReader({ mode: 'byob' })
  let text = ''
  for (;;) {
    const { done, value } = await reader.read(new Uint8Array(100_000))
    if (done) return text
    text += new TextDecoder().decode(value)
  }
}

describe('a file on the disk', () => {
  test('is read wherever it is asked for, however long it is', async () => {
    const places = [0, 2 * GIB - 3, 2 * GIB + 50, 4 * GIB - 2, 4 * GIB + 50, 5 * GIB - 10]
    const path = await sparse(5 * GIB, places)
    const file = await DiskFile.open(path)
    expect([file.size, file.name, file instanceof Blob]).toEqual([5 * GIB, 'long.bin', true])
    for (const place of places) {
      const word = String(place)
      const part = file.slice(place, place + word.length)
      expect([part.size, await part.text(), await streamed(part)]).toEqual([word.length, word, word])
    }
    const [local] = await localFiles(path)
    expect(local?.file.size).toBe(5 * GIB)
  })

  test('has the parts that a Blob of the same bytes has', async () => {
    const text = 'abcdefghijklmnopqrstuvwxyz'
    const path = join(temporaryFolder(), 'short.txt')
    await writeFile(path, text)
    const file = await DiskFile.open(path)
    const blob = new Blob([text])
    const at = fc.option(fc.integer({ min: -40, max: 40 }), { nil: undefined })
    await fc.assert(
      fc.asyncProperty(at, at, at, at, async (a, b, c, d) => {
        const [mine, theirs] = [file, blob].map((each) => each.slice(a, b).slice(c, d))
        expect(mine?.size).toBe(theirs?.size)
        expect(await mine?.text()).toBe(await theirs?.text())
        if (mine) expect(await streamed(mine)).toBe(await theirs?.text())
      }),
    )
  })

  test('is not read as what it was once it has changed', async () => {
    const path = join(temporaryFolder(), 'short.txt')
    await writeFile(path, 'before')
    const file = await DiskFile.open(path)
    await appendFile(path, ' and after')
    await expect(file.text()).rejects.toMatchObject({ name: 'NotReadableError' })
    await expect(streamed(file.slice(1, 3))).rejects.toMatchObject({ name: 'NotReadableError' })
  })

  test('is one of several that a piece lies in', async () => {
    const folder = temporaryFolder()
    const names = ['a', 'b', 'c']
    for (const name of names) await writeFile(join(folder, name), name.repeat(10))
    const files = await Promise.all(names.map((name) => DiskFile.open(join(folder, name))))
    const store = new FileStore(files)
    expect(new TextDecoder().decode(await store.read(5, 20))).toBe('aaaaabbbbbbbbbbccccc')
    expect(await (await store.blob(10, 10)).text()).toBe('b'.repeat(10))
  })
})
