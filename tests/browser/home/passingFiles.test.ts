import { expect, test } from 'vitest'
import { passingFile, removePassedFiles } from '../../../src/stream/passingFiles.ts'

/** Files that a download goes by in Firefox; the suites of end-to-end tests save by them there. */

async function names(): Promise<string[]> {
  const root = await navigator.storage.getDirectory()
  const folder = await root.getDirectoryHandle('saving', { create: true })
  const found = []
  for await (const name of folder.keys()) found.push(name)
  return found
}

test('what was passed on is removed once the browser has had the time to copy it, and not before', async () => {
  const root = await navigator.storage.getDirectory()
  const folder = await root.getDirectoryHandle('saving', { create: true })
  await folder.getFileHandle('copied', { create: true })
  await removePassedFiles()
  expect(await names()).toEqual(['copied'])
  const later = Date.now() + 11 * 60_000
  await removePassedFiles(later)
  expect(await names()).toEqual([])
})

test('what is still written stays', async () => {
  const root = await navigator.storage.getDirectory()
  const folder = await root.getDirectoryHandle('saving', { create: true })
  const sink = await (await folder.getFileHandle('written', { create: true })).createWritable()
  await removePassedFiles(Date.now() + 11 * 60_000)
  expect(await names()).toContain('written')
  await sink.close()
  await removePassedFiles(Date.now() + 11 * 60_000)
  expect(await names()).toEqual([])
})

test('where the browser streams as it goes, there is none', async () => {
  expect(await passingFile(1)).toBeNull()
})
