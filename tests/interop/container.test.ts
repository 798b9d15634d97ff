import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, expect, onTestFinished, test } from 'vitest'
import { freePort } from '../support/valkey.ts'

/**
 * What the container file says, done without a container: each stage is a folder, its commands run there with nothing
 * that the file does not bring. What only a builder of images can show (layers, users, volumes) is not shown.
 */

interface Instruction {
  readonly name: string
  readonly words: string
}

interface Stage {
  readonly image: string
  readonly instructions: readonly Instruction[]
}

const root = mkdtempSync(join(tmpdir(), 'shoal-container-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

function stagesOf(text: string): ReadonlyMap<string, Stage> {
  const stages = new Map<string, { image: string; instructions: Instruction[] }>()
  let instructions: Instruction[] = []
  for (const line of text.split('\n')) {
    const [, name = '', words = ''] = /^([A-Z]+) (.*)$/.exec(line) ?? []
    if (name === 'FROM') {
      const [, image = '', as = 'last'] = /^(\S+)(?: AS (\w+))?$/.exec(words) ?? []
      stages.set(as, { image, instructions: (instructions = []) })
    } else if (name !== '') instructions.push({ name, words })
  }
  return stages
}

/** Copies what a builder would be given, by .dockerignore: all is left out but for what it names with a `!`. */
function copyContext(to: string): void {
  const lines = readFileSync('.dockerignore', 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
  expect(lines[0]).toBe('*')
  for (const line of lines.slice(1)) {
    expect(line).toMatch(/^!/)
    const pattern = new RegExp(`^${line.slice(1).replaceAll('.', '\\.').replace('*', '.*')}$`)
    const names = readdirSync('.').filter((name) => pattern.test(name))
    expect(names, line).not.toEqual([])
    for (const name of names) cpSync(name, join(to, name), { recursive: true })
  }
}

/** The image's Node, which is of the version that the tests run with, and npm; nothing of this project. */
function imagePath(): string {
  const bin = join(root, 'bin')
  mkdirSync(bin, { recursive: true })
  cpSync(process.execPath, join(bin, 'node'))
  chmodSync(join(bin, 'node'), 0o755)
  const rest = (process.env['PATH'] ?? '').split(':').filter((each) => !each.includes('node_modules'))
  return [bin, ...rest].join(':')
}

function build(stage: Stage, folder: string, folderOf: (stage: string) => string, PATH: string): void {
  mkdirSync(folder, { recursive: true })
  for (const { name, words } of stage.instructions) {
    if (name === 'COPY') {
      const [, from, source = '', target = ''] = /^(?:--from=(\w+) )?(.+) (\S+)$/.exec(words) ?? []
      if (from !== undefined) {
        const path = join(folderOf(from), source.replace(/^\/shoal\//, ''))
        cpSync(path, join(folder, target, target === './' ? basename(path) : ''), {
          recursive: true,
          verbatimSymlinks: true,
        })
      } else if (source === '.') copyContext(folder)
      else for (const file of source.split(' ')) cpSync(file, join(folder, file))
    } else if (name === 'RUN' && words.startsWith('npm')) {
      execFileSync('sh', ['-c', words], {
        cwd: folder,
        env: { PATH, HOME: root, ...registry() },
        stdio: 'pipe',
      })
    }
  }
}

/** Where npm fetches packages on this machine. */
function registry(): Readonly<Record<string, string>> {
  const names = Object.keys(process.env).filter((name) =>
    /^(npm_config_|https?_proxy|no_proxy|NODE_EXTRA_CA_CERTS|SSL_CERT_FILE)/i.test(name),
  )
  const found = Object.fromEntries(names.map((name) => [name, process.env[name] ?? '']))
  const own = join(process.env['HOME'] ?? '', '.npmrc')
  return existsSync(own) ? { ...found, NPM_CONFIG_USERCONFIG: own } : found
}

test('the container file’s commands make a site that serves, with nothing for its making left in it', async () => {
  const PATH = imagePath()
  const stages = stagesOf(readFileSync('Containerfile', 'utf8'))
  const folderOf = (name: string): string => join(root, name)
  for (const [name, stage] of stages) {
    expect(Number(/^node:(\d+)/.exec(stage.image)?.[1])).toBe(Number(process.versions.node.split('.')[0]))
    build(stage, folderOf(name), folderOf, PATH)
  }
  const last = stages.get('last')
  const words = (name: string): string => last?.instructions.find((each) => each.name === name)?.words ?? ''
  expect(readdirSync(join(folderOf('last'), 'node_modules'))).not.toContain('playwright')
  expect(words('USER')).toBe('node')

  const [program = '', ...parameters] = JSON.parse(words('CMD')) as string[]
  const port = await freePort()
  const [, variable = '', place = ''] = /^(\w+)=(\S+)$/.exec(words('ENV')) ?? []
  expect(place).toBe(words('VOLUME'))
  const environment = {
    PATH,
    PORT: String(port),
    STUN_PORT: '0',
    UDP_PORT: '0',
    NODES: '2',
    [variable]: join(root, 'data'),
  }
  const server: ChildProcess = spawn(program, parameters, {
    cwd: folderOf('last'),
    env: environment,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void server.kill('SIGKILL'))
  if (server.stdout)
    for await (const line of createInterface(server.stdout)) if (line.startsWith('Shoal is at')) break
  const site = `http://127.0.0.1:${port}/`
  const page = await (await fetch(site)).text()
  expect((await fetch(new URL(/assets\/index-[^"]*\.js/.exec(page)?.[0] ?? '', site))).status).toBe(200)
  const [check = '', ...checked] = JSON.parse(words('HEALTHCHECK').replace(/^CMD /, '')) as string[]
  execFileSync(check, checked, { env: environment })
  const exited = once(server, 'exit')
  server.kill('SIGTERM')
  expect(await exited).toEqual([0, null])
  expect(() => execFileSync(check, checked, { env: environment, stdio: 'ignore' })).toThrow()
  expect(existsSync(join(root, 'data', 'shoal.sqlite'))).toBe(true)
})
