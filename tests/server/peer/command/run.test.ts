import { once } from 'node:events'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import parseTorrent from 'parse-torrent'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { localFiles } from '../../../../server/peer/localFiles.ts'
import { startNodePeer } from '../../../../server/peer/nodePeer.ts'
import { readCommand } from '../../../../server/peer/command/commandLine.ts'
import { run } from '../../../../server/peer/command/run.ts'
import { NoteRooms } from '../../../../src/notes/noteRooms.ts'
import type { Screen } from '../../../../server/peer/command/screen.ts'
import { makeAwkwardFolder, makeFile, sha1OfFile } from '../../../support/files.ts'
import { ShoalCommand } from '../../../support/shoalCommand.ts'
import { call, startPrivateServer } from '../../support/api.ts'
import { startTestServer, temporaryFolder } from '../../support/testServer.ts'

/** Commands over the real engine, WebRTC, tracker and disk. */

interface Ran {
  readonly results: string[]
  readonly said: string[]
  readonly streamed: string
}

function ran(...args: readonly string[]): Promise<Ran> {
  return ranWith({}, ...args)
}

async function ranWith(
  environment: Readonly<Record<string, string>>,
  ...args: readonly string[]
): Promise<Ran> {
  const command = readCommand(args, environment)
  if (command.kind === 'help') throw new Error('This explains itself.')
  const results: string[] = []
  const said: string[] = []
  let streamed = ''
  const screen: Screen = {
    result: (text) => results.push(text),
    say: (text) => said.push(text),
    progress: () => undefined,
    event: () => undefined,
  }
  const out = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      streamed += chunk.toString()
      done()
    },
  })
  await run(command, { screen, out, signal: new AbortController().signal, draws: false })
  return { results, said, streamed }
}

/** A link to what is served for the time of the test. */
async function seeded(site: string, path: string, ...more: string[]): Promise<string> {
  const command = new ShoalCommand('seed', path, '--at', site, ...more)
  onTestFinished(async () => {
    await command.stop()
  })
  return String((await command.told('seeding'))['link'])
}

describe('shoal', () => {
  it('fetches a folder as it was, and leaves nothing else behind', async () => {
    const { url } = await startTestServer()
    const folder = temporaryFolder()
    const given = join(folder, 'given')
    const contents = await makeAwkwardFolder(given)
    const link = await seeded(url, given, '--name', 'album')
    const to = join(folder, 'to')
    const { results } = await ran('get', link, '--to', to)
    expect(results).toEqual([join(to, 'album')])
    expect(await readdir(to)).toEqual(['album'])
    for (const [path, sha1] of Object.entries(contents))
      expect(await sha1OfFile(join(to, 'album', path)), path).toBe(sha1)
    await expect(ran('get', link, '--to', to)).rejects.toThrow('is there already')
  })

  it('seals, says what a sealed link leads to, and saves what was sealed, not what moved', async () => {
    const { url } = await startTestServer()
    const folder = temporaryFolder()
    const given = join(folder, 'given')
    const contents = await makeAwkwardFolder(given)
    const link = await seeded(url, given, '--name', 'album', '--sealed')
    const to = join(folder, 'to')
    expect((await ran('info', link)).results.join('\n')).toMatch(/^album: /)
    expect((await ran('get', link, '--to', to)).results).toEqual([join(to, 'album')])
    expect(await readdir(to)).toEqual(['album'])
    for (const [path, sha1] of Object.entries(contents))
      expect(await sha1OfFile(join(to, 'album', path)), path).toBe(sha1)
    const bare = link.slice(0, link.indexOf('&key='))
    const { said, results } = await ran('info', bare)
    expect(said.join('\n')).toContain('its key is missing')
    expect(results.join('\n')).toContain('sealed.shoal')
  })

  it('seals with a password for a time, and asks for the password', async () => {
    const { url } = await startTestServer()
    const folder = temporaryFolder()
    const path = join(folder, 'letter.txt')
    await writeFile(path, 'for your eyes only')
    const password = join(folder, 'password')
    await writeFile(password, 'two words\n')
    const link = await seeded(
      url,
      path,
      '--sealed',
      '--ends',
      '2031-05-06T18:00',
      '--password-file',
      password,
    )
    expect(link).toMatch(/\.65536\.3\.1$/)
    await expect(ran('info', link)).rejects.toThrow('It has a password: tell it by --password-file')
    await expect(ranWith({ SHOAL_PASSWORD: 'two word' }, 'info', link)).rejects.toThrow('password-wrong')
    const { results } = await ranWith({ SHOAL_PASSWORD: 'two words' }, 'info', link)
    expect(results.join('\n')).toMatch(/^letter\.txt: [^]*\nIt ends on 2031-05-06 18:00/)
    const streamed = await ran('get', link, '--stream', '--password-file', password)
    expect(streamed.streamed).toBe('for your eyes only')
    await writeFile(password, '\n')
    await expect(ran('info', link, '--password-file', password)).rejects.toThrow('The password is empty.')
  })

  it('says what a link leads to, fetches some of it, and streams one file', async () => {
    const { url } = await startTestServer()
    const folder = temporaryFolder()
    await mkdir(join(folder, 'given', 'sub'), { recursive: true })
    await makeFile(join(folder, 'given', 'large.bin'), 300_000, 'large')
    await writeFile(join(folder, 'given', 'sub', 'note.txt'), 'read me')
    const link = await seeded(url, join(folder, 'given'))
    expect((await ran('info', link)).results.join('\n')).toMatch(
      /^given: 2\sfiles, 300\skB\n {2}large\.bin, 300\skB\n {2}sub\/note\.txt, 7\sbytes/,
    )
    await ran('get', link, '--to', join(folder, 'to'), '--only', '*.txt')
    expect(await readdir(join(folder, 'to', 'given'), { recursive: true })).toEqual(['sub', 'sub/note.txt'])
    expect(await readFile(join(folder, 'to', 'given', 'sub', 'note.txt'), 'utf8')).toBe('read me')
    expect((await ran('get', link, '--stream', '--only', 'sub/*')).streamed).toBe('read me')
    await expect(ran('get', link, '--stream')).rejects.toThrow('choose one with --only')
    await expect(ran('get', link, '--to', join(folder, 'none'), '--only', '*.mp4')).rejects.toThrow(
      'No file in it matches “*.mp4”.',
    )
  })

  it.each([
    ['get', 'nothing like a link', 'This is not a link'],
    ['info', '2c6b6858d61da9543d4231a71db4b1c9264b06', 'has 38'],
    ['seed', '/there/is/nothing', 'cannot be read'],
  ])('fails in words: %s %s', async (kind, what, problem) => {
    const { url } = await startTestServer()
    await expect(ran(kind, what, '--at', url)).rejects.toThrow(problem)
  })
})

describe('shoal for a site', () => {
  it('writes a .torrent file with the info hash that sharing the same gives', async () => {
    const { url } = await startTestServer()
    const folder = temporaryFolder()
    const given = join(folder, 'given')
    await makeAwkwardFolder(given)
    const link = await seeded(url, given)
    const out = join(folder, 'a.torrent')
    expect((await ran('make', given, '--at', url, '--out', out)).results).toEqual([out])
    const { infoHash, announce } = await parseTorrent(await readFile(out))
    expect(link).toContain(`#${infoHash}`)
    expect(announce).toEqual([`${url.replace('http', 'ws')}announce`])
    await expect(ran('make', given, '--at', url, '--out', out)).rejects.toThrow('is there already')
  })

  it('has a share kept online, and takes it back', async () => {
    const server = await startTestServer({
      environment: { KEEPER: '10MB', KEEPER_FOR: 'everybody' },
      settings: { dataDir: temporaryFolder() },
    })
    const path = join(temporaryFolder(), 'kept.bin')
    await makeFile(path, 100_000, 'kept')
    const link = await seeded(server.url, path)
    const keep = (...more: string[]) => ran('keep', link, ...more)
    // It runs some seconds after the server.
    const { results, said } = await vi.waitFor(() => keep(), { timeout: 60_000, interval: 500 })
    expect(results).toEqual([expect.stringMatching(/^The site has all of it, until \d{4}-\d\d-\d\d\.$/)])
    const [, token = ''] = /--end ([0-9a-f]{40})$/.exec(said.at(-1) ?? '') ?? []
    expect((await keep('--end', token)).results).toEqual(['Taken back.'])
    await expect(keep('--end', token)).rejects.toThrow('The site refuses (404)')
  })

  it('invites members, shares among them, lists and revokes them', async () => {
    const { server, admin } = await startPrivateServer()
    const folder = temporaryFolder()
    const path = join(folder, 'secret.bin')
    const sha1 = await makeFile(path, 50_000, 'for members')
    const made = await admin.call('POST', 'tokens', { name: 'shoal' })
    const environment = {
      SHOAL_TOKEN: (made.json as { token: string }).token,
      SHOAL_SITE: server.url,
    }
    const [invitation = ''] = (await ranWith(environment, 'member', 'invite', '--note', 'Ann')).results
    expect(new URL(invitation).hash).toMatch(/^#invitation=/)
    const token = new URL(invitation).hash.slice('#invitation='.length)
    const { json } = await call(server, 'POST', '/api/invitations/accept', {}, { token })
    const { passkey } = json as { passkey: string }
    const key = join(folder, 'passkey')
    await writeFile(key, `${passkey}\n`)

    const link = await seeded(server.url, path, '--passkey-file', key)
    expect(link).not.toContain(passkey)
    const to = join(folder, 'to')
    await ranWith({ SHOAL_PASSKEY: passkey }, 'get', link, '--to', to)
    expect(await sha1OfFile(join(to, 'secret.bin'))).toBe(sha1)

    const [line = ''] = (await ranWith(environment, 'member', 'list')).results
    const [id = '', name] = line.split('\t')
    expect(name).toBe('Ann')
    await ranWith(environment, 'member', 'revoke', id)
    expect((await ranWith(environment, 'member', 'list')).results[0]).toContain(', revoked')
    await expect(ranWith({ SHOAL_SITE: server.url }, 'member', 'list')).rejects.toThrow('an admin’s token')
    await expect(
      ranWith({ SHOAL_SITE: server.url, SHOAL_TOKEN: 'f'.repeat(40) }, 'member', 'list'),
    ).rejects.toThrow('does not know who asks')
  })

  it('writes the notes that somebody who has it has', async () => {
    const { url } = await startTestServer()
    const folder = temporaryFolder()
    await makeFile(join(folder, 'film.bin'), 50_000, 'noted on')
    const rooms = await NoteRooms.open(() => ({ name: 'Ann', colour: 0 }), null)
    const peer = await startNodePeer({
      site: url,
      folder: join(folder, 'ann'),
      notes: (hash) => rooms.handler(hash),
    })
    onTestFinished(async () => {
      await peer.stop()
      await rooms.close()
    })
    const { engine } = peer
    engine.addFiles(await localFiles(join(folder, 'film.bin')), 'film.bin')
    const share = await vi.waitFor(() => {
      const [first] = engine.shares()
      if (first?.state !== 'seeding' || first.infoHash === null || first.link === null)
        throw new Error('not yet')
      return { infoHash: first.infoHash, link: first.link }
    })
    const note = {
      text: 'Too dark here',
      file: 0,
      at: null,
      until: null,
      page: null,
      drawing: null,
      by: null,
    }
    await rooms.room(share.infoHash).add({ ...note, answers: null })
    const { results } = await ran('notes', share.link, '--as', 'csv')
    expect(results.join('\n')).toContain('Too dark here')
    expect(results.join('\n')).toContain('Ann')
  })
})

describe('shoal in a process of its own', () => {
  it('goes on where it was stopped, and says by its code how it ended', async () => {
    const { url } = await startTestServer()
    const folder = temporaryFolder()
    const path = join(folder, 'film.bin')
    const sha1 = await makeFile(path, 400_000, 'stopped and gone on with')
    const giver = new ShoalCommand('seed', path, '--at', url)
    const link = String((await giver.told('seeding'))['link'])
    expect(await giver.stop()).toBe(130)

    const to = join(folder, 'to')
    const first = new ShoalCommand('get', link, '--to', to)
    await first.told('progress')
    expect(await first.stop()).toBe(130)

    const again = new ShoalCommand('get', link, '--to', to)
    await seeded(url, path)
    expect((await again.told('done'))['path']).toBe(join(to, 'film.bin'))
    expect(await again.ends()).toBe(0)
    expect(await sha1OfFile(join(to, 'film.bin'))).toBe(sha1)
    expect(await readdir(to)).toEqual(['film.bin'])

    const wrong = new ShoalCommand('get', 'nothing', '--at', url)
    expect(await wrong.ends()).toBe(1)
    expect(wrong.messages).toContain('This is not a link')
    const odd = new ShoalCommand('fetch')
    expect(await odd.ends()).toBe(2)
  })

  it('goes at once when it is asked twice to stop, whatever it waits for', async () => {
    // A site that takes a question and never answers.
    const silent = createServer().listen(0, '127.0.0.1')
    onTestFinished(() => void silent.close())
    await once(silent, 'listening')
    const { port } = silent.address() as AddressInfo
    const command = new ShoalCommand('get', `http://127.0.0.1:${port}/#${'a'.repeat(40)}`)
    await once(silent, 'connection')
    command.interrupt()
    await sleep(500)
    expect(command.isOver, 'the first lets go in order').toBe(false)
    expect(await command.stop()).toBe(130)
  })
})
