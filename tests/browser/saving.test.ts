import { expect, it, onTestFinished } from 'vitest'
import { saveIntoFolder } from '../../src/state/saveIntoFolder.ts'
import { files } from './support/shares.ts'

/** A folder of the browser's own file system stands for the one that a user picks. */
async function pickedFolder(): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory()
  const name = `picked-${crypto.randomUUID()}`
  onTestFinished(() => root.removeEntry(name, { recursive: true }))
  return root.getDirectoryHandle(name, { create: true })
}

async function contentsOf(folder: FileSystemDirectoryHandle, above = ''): Promise<Record<string, string>> {
  const found: Record<string, string> = {}
  for await (const [name, handle] of folder.entries()) {
    if (handle instanceof FileSystemDirectoryHandle)
      Object.assign(found, await contentsOf(handle, `${above}${name}/`))
    else if (handle instanceof FileSystemFileHandle)
      found[`${above}${name}`] = await (await handle.getFile()).text()
  }
  return found
}

const streamOf = (index: number) => Promise.resolve(new Blob([`file ${index}`]).stream())
const never = { signal: new AbortController().signal, onDone: () => undefined }

it('writes every file into its folder', async () => {
  const folder = await pickedFolder()
  const done: number[] = []
  const given = files([
    ['a.txt', 1],
    ['deep/er/b.txt', 1],
    ['deep/Ünïcode 写真.txt', 1],
  ])
  await saveIntoFolder(folder, 'Share', given, streamOf, { ...never, onDone: (count) => done.push(count) })
  expect(await contentsOf(folder)).toEqual({
    'Share/a.txt': 'file 0',
    'Share/deep/er/b.txt': 'file 1',
    'Share/deep/Ünïcode 写真.txt': 'file 2',
  })
  expect(done).toEqual([1, 2, 3])
})

it('overwrites nothing', async () => {
  const folder = await pickedFolder()
  const given = files([
    ['a.tar.gz', 1],
    ['a.tar.gz', 1],
  ])
  const saved = async () => saveIntoFolder(folder, 'Share', given, streamOf, never)
  expect(await saved()).toEqual({ name: 'Share', renamed: [] })
  expect(await saved()).toEqual({ name: 'Share (2)', renamed: [] })
  expect(Object.keys(await contentsOf(folder)).sort()).toEqual([
    'Share (2)/a.tar (2).gz',
    'Share (2)/a.tar.gz',
    'Share/a.tar (2).gz',
    'Share/a.tar.gz',
  ])
})

it('stays below the folder, whatever the names', async () => {
  const folder = await pickedFolder()
  const given = files([['a', 1]]).map((file) => ({ ...file, path: ['..', 'x/../../y', 'c:\\d?.txt'] }))
  await saveIntoFolder(folder, '..', given, streamOf, never)
  expect(Object.keys(await contentsOf(folder))).toEqual(['_/_/x_.._.._y/c__d_.txt'])
})

it('stops when it is told to', async () => {
  const folder = await pickedFolder()
  const abort = new AbortController()
  const onDone = () => abort.abort()
  const saving = saveIntoFolder(
    folder,
    'Share',
    files([
      ['a', 1],
      ['b', 1],
    ]),
    streamOf,
    { signal: abort.signal, onDone },
  )
  await expect(saving).rejects.toThrow()
  expect(Object.keys(await contentsOf(folder))).toEqual(['Share/a'])
})

it('replaces names that are refused, tells which, and goes on', async () => {
  const folder = await pickedFolder()
  const refusing = (handle: FileSystemDirectoryHandle): FileSystemDirectoryHandle =>
    new Proxy(handle, {
      get(target, key) {
        if (key !== 'getDirectoryHandle' && key !== 'getFileHandle')
          return Reflect.get(target, key) as unknown
        return async (name: string, options: object) => {
          // As a browser does for reasons of its own.
          if (name.startsWith('.')) throw new TypeError('Name is not allowed.')
          if (key === 'getDirectoryHandle') return refusing(await target.getDirectoryHandle(name, options))
          return target.getFileHandle(name, options)
        }
      },
    })
  const given = files([
    ['aux.txt', 1],
    ['What?/a.txt', 1],
    ['.odd/.b-c.txt', 1],
    ['a.txt', 1],
  ])
  const { renamed } = await saveIntoFolder(refusing(folder), 'Share', given, streamOf, never)
  expect(await contentsOf(folder)).toEqual({
    'Share/aux_.txt': 'file 0',
    'Share/What_/a.txt': 'file 1',
    'Share/_odd/_b_c.txt': 'file 2',
    'Share/a.txt': 'file 3',
  })
  expect(renamed).toEqual([
    { from: 'aux.txt', to: 'aux_.txt' },
    { from: 'What?', to: 'What_' },
    { from: '.odd', to: '_odd' },
    { from: '.b-c.txt', to: '_b_c.txt' },
  ])
})
