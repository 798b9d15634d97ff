import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { makeAwkwardFolder, makeFile, sha1OfFile } from '../../support/files.ts'
import { NodeEngine } from '../../support/nodeEngine.ts'
import { startTestServer, temporaryFolder } from '../support/testServer.ts'

/** The engine in Node: real WebRTC, a real tracker, real files. */

async function started(site: string, folder: string): Promise<NodeEngine> {
  const engine = await NodeEngine.start(site, folder)
  onTestFinished(() => engine.stop())
  return engine
}

test('two processes of Node give each other what they share', async () => {
  const { url } = await startTestServer()
  const folder = temporaryFolder()
  const [one, other] = [join(folder, 'one'), join(folder, 'other')]
  const [ann, ben] = await Promise.all([started(url, one), started(url, other)])

  const path = join(folder, 'film.bin')
  const sha1 = await makeFile(path, 1_500_000, 'from Ann to Ben')
  const link = await ann.give(path, 'film.bin')
  expect(await ben.take(link)).toEqual({ 'film.bin': sha1 })
  // What was fetched is a file like any other.
  expect(await sha1OfFile(join(other, new URL(link).hash.slice(1), 'film.bin'))).toBe(sha1)

  const names = join(folder, 'names')
  const contents = await makeAwkwardFolder(names)
  expect(await ann.take(await ben.give(names, 'names'))).toEqual(contents)
})

test('what was fetched is found again, and given on by who has just started', async () => {
  const { url } = await startTestServer()
  const folder = temporaryFolder()
  const path = join(folder, 'film.bin')
  const sha1 = await makeFile(path, 400_000, 'found again')
  const ann = await NodeEngine.start(url, join(folder, 'one'))
  const link = await ann.give(path, 'film.bin')
  const before = await NodeEngine.start(url, join(folder, 'other'))
  await before.take(link)
  await before.stop()

  const ben = await started(url, join(folder, 'other'))
  expect(await ben.take(link)).toEqual({ 'film.bin': sha1 })
  expect(ben.got).toBe(0)
  await ann.stop()
  const cid = await started(url, join(folder, 'third'))
  expect(await cid.take(link)).toEqual({ 'film.bin': sha1 })
})
