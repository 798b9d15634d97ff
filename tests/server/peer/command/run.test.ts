import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { describe, expect, it, onTestFinished } from 'vitest'
import { readCommand } from '../../../../server/peer/command/commandLine.ts'
import { run } from '../../../../server/peer/command/run.ts'
import type { Screen } from '../../../../server/peer/command/screen.ts'
import { makeAwkwardFolder, makeFile, sha1OfFile } from '../../../support/files.ts'
import { ShoalCommand } from '../../../support/shoalCommand.ts'
import { startTestServer, temporaryFolder } from '../../support/testServer.ts'

/** Commands over the real engine, WebRTC, tracker and disk. */

interface Ran {
  readonly results: string[]
  readonly said: string[]
  readonly streamed: string
}

async function ran(...args: readonly string[]): Promise<Ran> {
  const command = readCommand(args, {})
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
})
