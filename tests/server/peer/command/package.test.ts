import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeFile, sha1OfFile } from '../../../support/files.ts'
import { NodeEngine } from '../../../support/nodeEngine.ts'
import { startTestServer } from '../../support/testServer.ts'

const execute = promisify(execFile)
const FROM_NPM = ['install', '--prefer-offline', '--no-audit', '--no-fund']

let folder: string
/** Where nothing else of Shoal is, and its package is installed. */
let empty: string
const inside = () => ({ cwd: empty, env: { ...process.env, NODE_ENV: '' } })

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shoal-package-'))
  empty = join(folder, 'empty')
  const built = join(folder, 'built')
  await execute('npx', ['vite', 'build', '--config', 'vite.command.config.ts', '--outDir', built])
  await execute('npm', ['pack', built, '--pack-destination', folder])
  const [packed = ''] = (await readdir(folder)).filter((name) => name.endsWith('.tgz'))
  await mkdir(empty)
  await execute('npm', [...FROM_NPM, join(folder, packed)], inside())
}, 300_000)

afterAll(() => rm(folder, { recursive: true, force: true }))

/** Has the package fetch a file of that name, run so. */
async function fetches(name: string, [program, ...before]: readonly [string, ...string[]]): Promise<void> {
  const { url } = await startTestServer()
  const path = join(folder, name)
  const sha1 = await makeFile(path, 200_000, name)
  const giver = await NodeEngine.start(url, join(folder, `giver of ${name}`))
  try {
    const link = await giver.give(path, name)
    const { stdout } = await execute(program, [...before, 'get', link], inside())
    expect(stdout.trim()).toBe(name)
    expect(await sha1OfFile(join(empty, name))).toBe(sha1)
  } finally {
    await giver.stop()
  }
}

it('the package works where nothing else of Shoal is', () => fetches('film.bin', ['npx', 'shoal']))

it('it works with Node 22, the oldest that it names', async ({ skip }) => {
  const package22 = `node-${process.platform}-${process.arch}`
  const elsewhere = { ...inside(), cwd: join(folder, 'node 22') }
  await mkdir(elsewhere.cwd)
  try {
    await execute('npm', [...FROM_NPM, `${package22}@22`], elsewhere)
  } catch (error) {
    return skip(`${package22} is not to be had here: ${String(error)}`)
  }
  const node = join(elsewhere.cwd, 'node_modules', package22, 'bin', 'node')
  const { stdout } = await execute(node, ['--version'])
  expect(stdout).toMatch(/^v22\./)
  await fetches('old.bin', [node, join(empty, 'node_modules', '.bin', 'shoal')])
}, 300_000)
