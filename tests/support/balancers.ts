import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from './valkey.ts'

/** Web servers in front of several nodes, set up as docs/deploy.md says, but for names, ports and certificates. */

const PATH = `${process.env['PATH']}:/usr/sbin`

/** Why tests that need nginx are left out; null where it is. */
export const noNginx: string | null =
  spawnSync('nginx', ['-v'], { env: { PATH } }).status === 0
    ? null
    : 'needs nginx (Debian: apt-get install nginx)'

const DOCS = readFileSync('docs/deploy.md', 'utf8')

export function documented(language: string): string {
  const [, block] = new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``).exec(DOCS) ?? []
  if (block === undefined) throw new Error(`docs/deploy.md says nothing of ${language}.`)
  return block
}

export interface Balancer {
  readonly name: string
  /** Its configuration for a site at a path of its host, and the command that runs it with that. */
  set(folder: string, port: number, nodes: readonly string[], path: string): readonly [string, ...string[]]
}

export const NGINX: Balancer = {
  name: 'nginx',
  set(folder, port, nodes, path) {
    const site = documented('nginx')
      .replace('location / {', `location ${path} {`)
      .replace('listen 443 ssl http2', `listen 127.0.0.1:${port}`)
      .replace(/^.*\[::\]:443.*\n/m, '')
      .replaceAll(/^ *ssl_.*\n/gm, '')
      .replace(/^( *)server 127\.0\.0\.1:8000(.*)$/m, (_line, indent: string, rest: string) =>
        nodes.map((node) => `${indent}server ${node}${rest}`).join('\n'),
      )
    const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
      (kind) => `${kind}_temp_path ${folder}/${kind};`,
    )
    const file = join(folder, 'nginx.conf')
    writeFileSync(
      file,
      `daemon off; pid ${folder}/pid; error_log stderr; events {}\nhttp { access_log off; ${paths.join(' ')}\n${site}}\n`,
    )
    return ['nginx', '-p', folder, '-c', file]
  },
}

export const CADDY: Balancer = {
  name: 'Caddy',
  set(folder, port, nodes, path) {
    const site = documented('caddy')
      .replace('reverse_proxy ', path === '/' ? 'reverse_proxy ' : `reverse_proxy ${path.slice(0, -1)}* `)
      .replace('share.example.org', `http://127.0.0.1:${port}`)
      .replace('127.0.0.1:8000', nodes.join(' '))
    const file = join(folder, 'Caddyfile')
    writeFileSync(file, `{\n\tadmin off\n\tauto_https off\n}\n${site}`)
    return ['caddy', 'run', '--config', file, '--adapter', 'caddyfile']
  },
}

export interface RunningBalancer {
  readonly url: string
  stop(): Promise<void>
}

/**
 * @param nodes hosts with their ports
 * @param at where the site is to be
 */
export async function startBalancer(
  balancer: Balancer,
  nodes: readonly string[],
  at?: URL,
): Promise<RunningBalancer> {
  const folder = mkdtempSync(join(tmpdir(), 'shoal-balancer-'))
  const port = at ? Number(at.port) : await freePort()
  const [program, ...parameters] = balancer.set(folder, port, nodes, at?.pathname ?? '/')
  const child = spawn(program, parameters, {
    stdio: 'ignore',
    env: {
      PATH,
      HOME: folder,
      XDG_DATA_HOME: folder,
      XDG_CONFIG_HOME: folder,
    },
  })
  const exited = once(child, 'exit')
  const url = at?.href ?? `http://127.0.0.1:${port}/`
  while ((await statusOf(`${url}healthz`)) !== 200) {
    if (child.exitCode !== null) throw new Error(`${balancer.name} ended at once.`)
    await sleep(50)
  }
  return {
    url,
    async stop() {
      if (child.exitCode === null) child.kill('SIGTERM')
      await exited
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function statusOf(url: string): Promise<number> {
  try {
    return (await fetch(url)).status
  } catch {
    return 0
  }
}
