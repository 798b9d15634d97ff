import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, onTestFinished, test } from 'vitest'
import { WebSocket } from 'ws'
import { openStore } from '../../server/store/store.ts'
import { infoHash, peerId } from '../wire/trackerIds.ts'
import { line, LISTENING, startForFile, type ServerProcess } from './support/serverProcess.ts'
import { quiet } from './support/testServer.ts'

const start = startForFile()

/** Two seconds, and as much again where the machine is busy. */
const STOP_LIMIT_MS = 4_000

/** Runs until the process ends by itself; stdout must be empty and stderr one line, which is returned. */
async function complaint(server: ServerProcess): Promise<string> {
  expect(await server.exited).toBe(1)
  expect(server.output.stdout).toBe('')
  expect(server.output.stderr).toMatch(/^[^\n]+\n$/)
  return server.output.stderr
}

describe('starting', () => {
  test('says where it listens, and serves', async () => {
    const server = start({})
    const url = await line(server, LISTENING)
    expect(await (await fetch(url)).text()).toBe('<title>Shoal</title>')
  })

  test('says who can reach it, and where STUN is', async () => {
    const free = await takenUdpPort()
    free.release()
    const server = start({ HOST: '', STUN_PORT: String(free.port) })
    await line(server, /^STUN is at UDP port (\d+)$/)
    expect(server.output.stdout).toMatch(/^Shoal is at http:\/\/localhost:\d+ \(all interfaces\)$/m)
  })

  test('--help lists the settings and ends', async () => {
    const server = start({}, { arguments: ['--help'] })
    expect(await server.exited).toBe(0)
    expect(server.output.stdout).toContain('TRUST_PROXY')
    expect(server.output.stderr).toBe('')
  })
})

describe('the data folder', () => {
  test('the first start prints a link for the admin; another is to be had, and so is a backup', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'shoal-data-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    const data = { DATA_DIR: join(folder, 'data') }
    const server = start(data)
    const url = await line(server, LISTENING)
    await line(server, /^Become admin, once: http:\/\/localhost:\d+\/admin#link=([0-9a-f]{40})$/)
    const another = start(data, { arguments: ['--admin-link'] })
    expect(await another.exited).toBe(0)
    const link = /#link=([0-9a-f]{40})\n$/.exec(another.output.stdout)?.[1]
    const opened = await fetch(new URL('api/admin/session', url), {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ link }),
    })
    expect(opened.status).toBe(200)
    const file = join(folder, 'copy.sqlite')
    expect(await start(data, { arguments: ['--backup', file] }).exited).toBe(0)
    expect(existsSync(file)).toBe(true)
  }, 120_000)

  test('that holds no database is not backed up as an empty one', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'shoal-data-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    const file = join(folder, 'copy.sqlite')
    const backup = start({ DATA_DIR: join(folder, 'mistyped') }, { arguments: ['--backup', file] })
    expect(await backup.exited).toBe(1)
    expect(backup.output.stderr).toMatch(/^There is no database in .*mistyped.*DATA_DIR\.\n$/)
    expect([existsSync(file), existsSync(join(folder, 'mistyped'))]).toEqual([false, false])
  })

  test('keeps what was announced when the process is killed', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'shoal-data-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    const limits = { accountedBytesPerSecond: 0, torrentsPerMember: 0 }
    const store = openStore(folder, limits, quiet)
    const { passkey } = store.members.add('Ada')
    store.torrents.register(infoHash(1), 'Sunrise', null, 'listed')
    await store.close()
    const environment = { DATA_DIR: folder, TRACKER_MODE: 'private', TRACKER_ACCOUNT_RATE: '0' }
    const escaped = (hex: string): string => hex.replace(/../g, '%$&')
    const announce = async (url: string, bytes: number): Promise<void> => {
      const ids = `info_hash=${escaped(infoHash(1))}&peer_id=${escaped(peerId(1))}`
      const sums = `port=6881&left=1&uploaded=0&downloaded=${bytes}`
      const response = await fetch(new URL(`announce/${passkey}?${ids}&${sums}`, url))
      expect(await response.text()).toContain('8:interval')
    }
    const downloaded = async (url: string): Promise<unknown> => {
      const account = await fetch(new URL('api/me', url), { headers: { Authorization: `Bearer ${passkey}` } })
      return ((await account.json()) as { downloaded: number }).downloaded
    }
    for (const bytes of [0, 1_000, 2_500]) {
      const server = start(environment)
      const url = await line(server, LISTENING)
      await announce(url, bytes)
      // Who comes for the first time has said nothing that anything could be counted from.
      if (bytes === 0) expect(await downloaded(url)).toBe(0)
      server.child.kill('SIGKILL')
      await server.exited
    }
    const url = await line(start(environment), LISTENING)
    await announce(url, 2_500)
    expect(await downloaded(url)).toBe(2_500)
  }, 120_000)

  test('that cannot be written is said in one line', async () => {
    expect(await complaint(start({ DATA_DIR: '/dev/null/data' }))).toMatch(/DATA_DIR/)
  })
})

describe('stopping while another program holds the database', () => {
  /** A server that a member has told something since. */
  async function told(): Promise<{ server: ServerProcess; folder: string; other: DatabaseSync }> {
    const folder = mkdtempSync(join(tmpdir(), 'shoal-data-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    const store = openStore(folder, { accountedBytesPerSecond: 0, torrentsPerMember: 0 }, quiet)
    const { passkey } = store.members.add('Ada')
    store.torrents.register(infoHash(1), 'Sunrise', null, 'listed')
    await store.close()
    const server = start({ DATA_DIR: folder, TRACKER_MODE: 'private' })
    const url = await line(server, LISTENING)
    // The server may be writing at this moment.
    const other = new DatabaseSync(join(folder, 'shoal.sqlite'), { timeout: 30_000 })
    onTestFinished(() => other.close())
    other.exec('BEGIN IMMEDIATE')
    const escaped = (hex: string): string => hex.replace(/../g, '%$&')
    const ids = `info_hash=${escaped(infoHash(1))}&peer_id=${escaped(peerId(1))}`
    const announced = await fetch(new URL(`announce/${passkey}?${ids}&port=6881&left=1`, url))
    expect(await announced.text()).toContain('8:interval')
    return { server, folder, other }
  }

  const transfers = (other: DatabaseSync): unknown => other.prepare('SELECT peer_id FROM transfers').all()

  test('loses nothing when that ends in time', async () => {
    const { server, other } = await told()
    server.child.kill('SIGTERM')
    setTimeout(() => other.exec('ROLLBACK'), 200)
    expect(await server.exited).toBe(0)
    expect(transfers(other)).toEqual([{ peer_id: peerId(1) }])
  }, 120_000)

  test('is said to have lost something in one line and by exit code 2', async () => {
    const { server, other } = await told()
    server.child.kill('SIGTERM')
    expect(await server.exited).toBe(2)
    expect(server.output.stderr).toMatch(/^What was due at the end.*: database is locked\.$/m)
    expect(server.output.stderr).not.toMatch(/^ {4}at |Unhandled|node:/m)
    expect(transfers(other)).toEqual([])
  }, 120_000)
})

describe('one clear line and exit code 1', () => {
  test('for a database of a newer version, which stays as it is', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'shoal-data-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    const file = join(folder, 'shoal.sqlite')
    const newer = new DatabaseSync(file)
    newer.exec('CREATE TABLE members (name TEXT); PRAGMA user_version = 1000')
    newer.close()
    const before = readFileSync(file)
    expect(await complaint(start({ DATA_DIR: folder }))).toMatch(/newer version of Shoal.*DATA_DIR/)
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  test('for a wrong setting', async () => {
    expect(await complaint(start({ PORT: 'eighty' }))).toMatch(/^PORT must be .*"eighty"/)
  })

  test('for an unknown argument', async () => {
    expect(await complaint(start({}, { arguments: ['--port=5'] }))).toContain('--help')
  })

  test('for a TCP port in use', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    onTestFinished(() => void other.close())
    await once(other, 'listening')
    const { port } = other.address() as AddressInfo
    expect(await complaint(start({ PORT: String(port) }))).toMatch(
      new RegExp(`port ${port} is in use.* PORT`),
    )
  })

  test('for a UDP port in use', async () => {
    const taken = await takenUdpPort()
    onTestFinished(taken.release)
    const text = await complaint(start({ STUN_PORT: String(taken.port) }))
    expect(text).toMatch(new RegExp(`UDP port ${taken.port} is in use.* STUN_PORT \\(0 for`))
  })

  test('for an address that is another machine’s', async () => {
    expect(await complaint(start({ HOST: '192.0.2.1' }))).toContain(
      'HOST 192.0.2.1 is not an address of this machine',
    )
  })

  test('for a site that is not built', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'shoal-unbuilt-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    for (const part of ['server', 'src/core', 'src/torrent', 'src/wire', 'package.json']) {
      cpSync(part, join(folder, part), { recursive: true })
    }
    symlinkSync(resolve('node_modules'), join(folder, 'node_modules'))
    expect(await complaint(start({}, { folder }))).toContain('npm run build')
  })
})

describe('stopping', () => {
  test.each(['SIGTERM', 'SIGINT'] as const)('%s ends it in good order', async (signal) => {
    const server = start({})
    const url = await line(server, LISTENING)
    const webSocket = new WebSocket(new URL('announce', url.replace('http', 'ws')))
    await once(webSocket, 'open')
    const closed = once(webSocket, 'close')
    const startedAt = performance.now()
    server.child.kill(signal)
    expect((await closed)[0]).toBe(1001)
    expect(await server.exited).toBe(0)
    expect(performance.now() - startedAt).toBeLessThan(STOP_LIMIT_MS)
    expect(server.output.stderr).toBe('')
  })

  test('a client that does not answer holds it up for less than two seconds', async () => {
    const server = start({})
    await deafClient(await line(server, LISTENING))
    const startedAt = performance.now()
    server.child.kill('SIGTERM')
    expect(await server.exited).toBe(0)
    expect(performance.now() - startedAt).toBeLessThan(STOP_LIMIT_MS)
  })

  test('who asks again gets an end at once', async () => {
    const server = start({})
    await deafClient(await line(server, LISTENING))
    const impatience = setInterval(() => server.child.kill('SIGTERM'), 50)
    expect(await server.exited).toBe(1)
    clearInterval(impatience)
  })

  /** A WebSocket that reads nothing, and so never answers a close. */
  async function deafClient(url: string): Promise<void> {
    const webSocket = new WebSocket(new URL('announce', url.replace('http', 'ws')))
    onTestFinished(() => webSocket.terminate())
    webSocket.on('error', () => undefined)
    await once(webSocket, 'open')
    webSocket.pause()
  }
})

/** A UDP port of loopback that somebody else has. */
async function takenUdpPort(): Promise<{ port: number; release: () => void }> {
  const socket = createSocket('udp4').bind(0, '127.0.0.1')
  await once(socket, 'listening')
  return { port: socket.address().port, release: () => void socket.close() }
}
