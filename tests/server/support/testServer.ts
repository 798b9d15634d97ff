import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { createLog, type Log } from '../../../server/log.ts'
import { readSettings, type Settings } from '../../../server/settings.ts'
import { startServer, type RunningServer } from '../../../server/start.ts'

/** A log that writes nothing. */
export const quiet: Log = createLog('error', () => undefined)

interface TestServerOptions {
  /** Environment variables besides a free port on loopback, no STUN, no UDP. */
  readonly environment?: Readonly<Record<string, string>>
  readonly settings?: Partial<Settings>
  readonly siteFolder?: string | null
  readonly log?: Log
}

/** A server in this process, on ports nobody else has, that is stopped when the test ends. */
export async function startTestServer(options: TestServerOptions = {}): Promise<RunningServer> {
  const environment = { PORT: '0', HOST: '127.0.0.1', STUN_PORT: '0', UDP_PORT: '0', ...options.environment }
  const server = await startServer(
    { ...readSettings(environment), dataDir: null, ...options.settings },
    { siteFolder: options.siteFolder ?? null, log: options.log ?? quiet },
  )
  onTestFinished(() => server.stop())
  return server
}

/** A folder that is deleted when the test ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'shoal-server-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return folder
}

export interface Health {
  readonly status: string
  readonly swarms: number
  readonly peers: number
  readonly sockets: number
  readonly uptimeSeconds: number
}

export async function healthOf(server: RunningServer): Promise<Health> {
  const response = await fetch(new URL('healthz', server.url))
  return (await response.json()) as Health
}
