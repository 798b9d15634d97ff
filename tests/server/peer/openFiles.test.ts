import { mkdtemp, readdir, readlink, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { OpenFiles } from '../../../server/peer/openFiles.ts'

async function setUp() {
  const folder = await mkdtemp(join(tmpdir(), 'shoal-open-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const files = new OpenFiles()
  onTestFinished(() => files.close())
  /** How many files of the folder this process has open. */
  const open = async () => {
    const numbers = await readdir('/proc/self/fd')
    const links = await Promise.all(numbers.map((each) => readlink(`/proc/self/fd/${each}`).catch(() => '')))
    return links.filter((link) => link.startsWith(folder)).length
  }
  const first = async (path: string) => {
    const bytes = new Uint8Array(1)
    await files.use(path, 'r', async (file) => {
      await file.read(bytes, 0, 1, 0)
    })
    return String.fromCharCode(...bytes)
  }
  return { folder, files, open, first }
}

test('a file is opened once for several uses, and closed soon after', async () => {
  const { folder, open, first } = await setUp()
  const path = join(folder, 'one')
  await writeFile(path, 'a')
  expect(await Promise.all([first(path), first(path), first(path)])).toEqual(['a', 'a', 'a'])
  expect(await first(path)).toBe('a')
  expect(await open()).toBe(1)
  await expect.poll(open, { timeout: 20_000 }).toBe(0)
  await writeFile(join(folder, 'other'), 'b')
  await rename(join(folder, 'other'), path)
  expect(await first(path)).toBe('b')
})

test('only a few are open at a time, and none after the end, but what is in use until it is not', async () => {
  const { folder, files, open, first } = await setUp()
  for (let number = 0; number < 20; number += 1) {
    await writeFile(join(folder, String(number)), 'a')
    await first(join(folder, String(number)))
  }
  await expect.poll(open).toBe(8)
  const used = Promise.withResolvers<undefined>()
  const using = files.use(join(folder, '1'), 'r', async () => {
    await used.promise
  })
  await files.close()
  expect(await open()).toBe(1)
  used.resolve(undefined)
  await using
  expect(await open()).toBe(0)
})

test('what is not there is not remembered', async () => {
  const { folder, first } = await setUp()
  const path = join(folder, 'late')
  await expect(first(path)).rejects.toThrow('ENOENT')
  await writeFile(path, 'a')
  expect(await first(path)).toBe('a')
})
