import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join, matchesGlob } from 'node:path'
import type { Writable } from 'node:stream'
import { displayText } from '../../../src/core/displayText.ts'
import type { Engine } from '../../../src/swarm/engineApi.ts'
import type { FileSnapshot, ShareSnapshot } from '../../../src/swarm/snapshot.ts'
import { chunksOf } from './chunks.ts'
import { sizeWords } from './measures.ts'
import { openWhat } from './openWhat.ts'
import type { Screen } from './screen.ts'
import { CommandFailed, whenShare } from './shareWatch.ts'

/** Where what is not complete lies, in the folder that it goes to. */
export const PARTS = '.shoal'

interface GetOptions {
  readonly engine: Engine
  readonly what: string
  readonly only: readonly string[]
  readonly screen: Screen
  readonly signal: AbortSignal
  readonly password: string | null
}

/** Fetches a share, or some of its files, into the engine's own folder. Answers it as it is when all is here. */
export async function fetchAll(options: GetOptions & { readonly folder: string }): Promise<ShareSnapshot> {
  const { engine, what, only, screen, signal, folder } = options
  const known = await openWhat(engine, what, options)
  const wanted = wantedOf(known, only)
  const target = join(folder, known.name)
  await mustBeFree(target)
  screen.say(`${displayText(known.name)}, ${sizeWords(wanted.reduce((sum, { size }) => sum + size, 0))}`)
  if (known.state === 'ready') {
    engine.want(known.id, new Set(wanted.map(({ index }) => index)))
    await engine.download(known.id)
  }
  return whenShare(engine, known.id, ({ state }) => state === 'seeding', { screen, signal })
}

/** Moves what was fetched from the engine's folder to where it was asked for. The engine has to be stopped. */
export async function moveOut(share: ShareSnapshot, folder: string): Promise<string> {
  const from = placeOf(share, folder)
  const target = join(folder, share.name)
  const [top] = await readdir(from)
  if (top === undefined) throw new CommandFailed('What was fetched is gone.')
  const isFolder = (await stat(join(from, top))).isDirectory()
  // Room was made for all files; those that nobody wanted are empty.
  for (const { path, wanted } of share.files)
    if (!wanted) await rm(isFolder ? join(from, top, ...path) : join(from, top), { force: true })
  if (isFolder) await removeEmpty(join(from, top))
  await mkdir(dirname(target), { recursive: true })
  await moveTo(join(from, top), target)
  await discard(share, folder)
  return target
}

/** Moves a file or folder; what is there already stays, for it is somebody's. @throws {CommandFailed} */
export async function moveTo(from: string, target: string): Promise<void> {
  await mustBeFree(target)
  await rename(from, target)
}

async function mustBeFree(target: string): Promise<void> {
  if (await stat(target).catch(() => null))
    throw new CommandFailed(
      `“${displayText(target)}” is there already. Move it, or name another folder with --to.`,
    )
}

/** Deletes what was fetched from the engine's folder. The engine has to be stopped. */
export async function discard(share: ShareSnapshot, folder: string): Promise<void> {
  await rm(placeOf(share, folder), { recursive: true, force: true })
}

function placeOf({ infoHash }: ShareSnapshot, folder: string): string {
  return join(folder, PARTS, infoHash ?? '')
}

/** Writes one file in order as it arrives; ends early, without a word, when nobody reads any more. */
export async function stream({
  engine,
  what,
  only,
  screen,
  signal,
  password,
  out,
}: GetOptions & { readonly out: Writable }) {
  const known = await openWhat(engine, what, { screen, signal, password })
  const wanted = wantedOf(known, only)
  const [file] = wanted
  if (!file || wanted.length > 1)
    throw new CommandFailed(
      `It has ${wanted.length} files; choose one with --only:\n${wanted.map(({ path }) => `  ${displayText(path.join('/'))}`).join('\n')}`,
    )
  if (known.state === 'ready') {
    engine.want(known.id, new Set([file.index]))
    await engine.download(known.id)
  }
  const reading = known.infoHash === null ? null : engine.read(known.infoHash, file.index)
  if (!reading) throw new CommandFailed('It cannot be read now.')
  // Who reads may have seen enough: the stream says so by `writable`.
  out.on('error', () => undefined)
  const close = () => void reading.close()
  signal.addEventListener('abort', close)
  try {
    for await (const bytes of chunksOf(reading)) {
      if (!out.write(bytes)) await drained(out)
      if (!out.writable) break
    }
  } finally {
    signal.removeEventListener('abort', close)
    close()
  }
  signal.throwIfAborted()
}

function wantedOf({ files }: ShareSnapshot, only: readonly string[]): readonly FileSnapshot[] {
  if (only.length === 0) return files
  const wanted = files.filter(({ path }) =>
    only.some((glob) => matchesGlob(path.join('/'), glob) || matchesGlob(path.at(-1) ?? '', glob)),
  )
  if (wanted.length === 0)
    throw new CommandFailed(`No file in it matches ${only.map((glob) => `“${glob}”`).join(' or ')}.`)
  return wanted
}

async function removeEmpty(folder: string): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true })
  for (const entry of entries) if (entry.isDirectory()) await removeEmpty(join(folder, entry.name))
  if ((await readdir(folder)).length === 0) await rm(folder, { recursive: true })
}

function drained(out: Writable): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      out.off('drain', done)
      out.off('close', done)
      out.off('error', done)
      resolve()
    }
    out.on('drain', done).on('close', done).on('error', done)
  })
}
