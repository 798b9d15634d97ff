import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AtEnd } from '../nat/atEnd.ts'

/** Lines of its configuration that are for the machine of the docs, and not for this one. */
const OF_THE_MACHINE = /^(cert|pkey|tls-listening-port|min-port|max-port)=/

/**
 * Starts coturn with the configuration that docs/deploy.md recommends, and stops it when the test ends.
 *
 * @param changes lines that take the place of those of the same name, or come on top; a value of null is a word alone
 * @param command what runs a program, as in a namespace
 */
export async function startCoturn(
  atEnd: AtEnd,
  changes: Readonly<Record<string, string | null>>,
  command: readonly string[] = [],
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'shoal-coturn-'))
  const own = {
    'log-file': 'stdout',
    pidfile: join(folder, 'pid'),
    userdb: join(folder, 'users'),
    ...changes,
  }
  const docs = recommended().filter((line) => {
    const name = line.replace(/=.*$/, '')
    return !OF_THE_MACHINE.test(line) && !Object.hasOwn(own, name)
  })
  const lines = Object.entries<string | null>(own).map(([name, value]) =>
    value === null ? name : `${name}=${value}`,
  )
  const file = join(folder, 'turnserver.conf')
  writeFileSync(file, [...docs, ...lines].join('\n'))
  const child = spawn('env', [...command, 'turnserver', '-c', file], { stdio: 'ignore', cwd: folder })
  await once(child, 'spawn')
  atEnd(async () => {
    const exited = once(child, 'exit')
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGKILL')
      await exited
    }
    rmSync(folder, { recursive: true })
  })
}

/** The lines of the configuration in the docs. */
function recommended(): readonly string[] {
  const blocks = readFileSync('docs/deploy.md', 'utf8').matchAll(/```ini\n([^]*?)```/g)
  const block = [...blocks].map(([, text]) => text).find((text) => text?.includes('use-auth-secret'))
  if (block === undefined) throw new Error('docs/deploy.md has no configuration of coturn.')
  return block.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
}
