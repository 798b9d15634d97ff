import { execFile } from 'node:child_process'
import { mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { makeFile, sha1OfFile } from '../../../support/files.ts'
import { NodeEngine } from '../../../support/nodeEngine.ts'
import { startTestServer, temporaryFolder } from '../../support/testServer.ts'

const execute = promisify(execFile)

it('the package works where nothing else of Shoal is', async () => {
  const folder = temporaryFolder()
  const [built, empty] = [join(folder, 'built'), join(folder, 'empty')]
  await execute('npx', ['vite', 'build', '--config', 'vite.command.config.ts', '--outDir', built])
  await execute('npm', ['pack', built, '--pack-destination', folder])
  const [packed = ''] = (await readdir(folder)).filter((name) => name.endsWith('.tgz'))
  await mkdir(empty)
  const here = { cwd: empty, env: { ...process.env, NODE_ENV: '' } }
  await execute('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', join(folder, packed)], here)

  const { url } = await startTestServer()
  const path = join(folder, 'film.bin')
  const sha1 = await makeFile(path, 200_000, 'packed')
  const giver = await NodeEngine.start(url, join(folder, 'giver'))
  try {
    const link = await giver.give(path, 'film.bin')
    const { stdout } = await execute('npx', ['shoal', 'get', link], here)
    expect(stdout.trim()).toBe('film.bin')
    expect(await sha1OfFile(join(empty, 'film.bin'))).toBe(sha1)
  } finally {
    await giver.stop()
  }
})
