import { spawn, type ChildProcess } from 'node:child_process'
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { link, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { createLog } from '../../server/log.ts'
import { readSettings } from '../../server/settings.ts'
import { startServer } from '../../server/start.ts'
import { makeFile, MB } from '../support/files.ts'
import { bencode } from '../support/torrents.ts'
import { benchOptions } from './benchOptions.ts'
import { median, report, type Figure } from './runner.ts'

/**
 * A file by TCP on loopback, from process to process: MB/s and the processor's time a byte, ours beside plain webtorrent
 * in Node; and from libtorrent to ours beside libtorrent to libtorrent. `npm run bench -- classic`
 */

const USUAL_ROUNDS = 3
const USUAL_MEGABYTES = 300
const PIECE = 1024 * 1024
const NAME = 'film.bin'

type Make = 'ours' | 'plain' | 'libtorrent'

interface Result {
  readonly megabytesPerSecond: number
  /** What each end uses of the processor; NaN where it does not tell. */
  readonly giverNanosecondsPerByte: number
  readonly takerNanosecondsPerByte: number
}

type Pair = readonly [giver: Make, taker: Make]

/** `npm run bench -- classic node` runs one of them. */
const PAIRS: Readonly<Record<string, readonly Pair[]>> = {
  node: [
    ['ours', 'ours'],
    ['plain', 'plain'],
  ],
  libtorrent: [
    ['libtorrent', 'ours'],
    ['libtorrent', 'libtorrent'],
    ['ours', 'libtorrent'],
  ],
}

export async function run(): Promise<void> {
  const { parts, rounds, megabytes, only } = benchOptions(USUAL_ROUNDS)
  const pairs = (parts.length > 0 ? parts : Object.keys(PAIRS)).flatMap((part) => PAIRS[part] ?? [])
  const size = (megabytes ?? USUAL_MEGABYTES) * MB
  const server = await startServer(
    {
      ...readSettings({
        PORT: '0',
        HOST: '127.0.0.1',
        STUN_PORT: '0',
        UDP_PORT: '0',
        TRACKER_HTTP_INTERVAL: '5',
      }),
      dataDir: null,
    },
    { siteFolder: null, log: createLog('error', () => undefined) },
  )
  const root = await mkdtemp(join(tmpdir(), 'shoal-bench-'))
  const results = new Map<string, Result[]>()
  try {
    for (let round = 0; round < rounds; round += 1) {
      for (const [giver, taker] of pairs) {
        const name = `${giver} to ${taker}`
        if (!name.includes(only)) continue
        const result = await transfer(giver, taker, {
          size,
          announce: `${server.url}announce`,
          root: await mkdtemp(join(root, 'round-')),
          seed: `${round} ${name}`,
        })
        results.set(name, [...(results.get(name) ?? []), result])
      }
    }
  } finally {
    await rm(root, { recursive: true })
    await server.stop()
  }
  report('classic', figuresOf(results))
}

function figuresOf(results: ReadonlyMap<string, readonly Result[]>): Figure[] {
  const of = (name: string, value: (result: Result) => number) => {
    const found = results.get(name)
    return found ? median(found.map(value)) : null
  }
  const compared = (
    name: string,
    other: string,
    unit: string,
    value: (result: Result) => number,
  ): Figure[] => {
    const [mine, theirs] = [of(name, value), of(other, value)]
    if (mine === null) return []
    return [{ name, unit, value: mine, ...(theirs !== null && { baseline: { name: other, value: theirs } }) }]
  }
  const speed = ({ megabytesPerSecond }: Result) => megabytesPerSecond
  const giver = ({ giverNanosecondsPerByte }: Result) => giverNanosecondsPerByte
  const taker = ({ takerNanosecondsPerByte }: Result) => takerNanosecondsPerByte
  const both = (result: Result) => giver(result) + taker(result)
  return [
    ...compared('ours to ours', 'plain to plain', 'MB/s', speed),
    ...compared('ours to ours', 'plain to plain', 'ns of the processor a byte', both),
    ...compared('ours to ours', 'plain to plain', 'ns of it the giver', giver),
    ...compared('ours to ours', 'plain to plain', 'ns of it the taker', taker),
    ...compared('libtorrent to ours', 'libtorrent to libtorrent', 'MB/s', speed),
    ...compared('ours to libtorrent', 'libtorrent to libtorrent', 'MB/s', speed),
  ]
}

interface Transfer {
  readonly size: number
  readonly announce: string
  readonly root: string
  readonly seed: string
}

async function transfer(giver: Make, taker: Make, { size, announce, root, seed }: Transfer): Promise<Result> {
  const [from, to] = [join(root, 'from'), join(root, 'to')]
  await mkdir(to)
  await makeFile(join(from, NAME), size, seed)
  const torrent = join(root, 'film.torrent')
  await writeFile(torrent, await torrentOf(join(from, NAME), size, announce))
  // Ours moves it to where it keeps what it has.
  await link(join(from, NAME), join(root, NAME))
  const give = await start(giver, 'give', torrent, from)
  await give.told('ready')
  const take = await start(taker, 'take', torrent, to)
  await take.told('ready')
  const startedAt = performance.now()
  await take.told('done')
  const seconds = (performance.now() - startedAt) / 1000
  const [gave, took] = await Promise.all([give.end(), take.end()])
  return {
    megabytesPerSecond: size / MB / seconds,
    giverNanosecondsPerByte: (gave * 1e9) / size,
    takerNanosecondsPerByte: (took * 1e9) / size,
  }
}

async function torrentOf(path: string, size: number, announce: string): Promise<Buffer> {
  const pieces: Buffer[] = []
  for await (const piece of createReadStream(path, { highWaterMark: PIECE }))
    pieces.push(
      createHash('sha1')
        .update(piece as Buffer)
        .digest(),
    )
  const info = { length: size, name: NAME, 'piece length': PIECE, pieces: Buffer.concat(pieces) }
  return bencode({ announce, info })
}

interface End {
  told(kind: 'ready' | 'done'): Promise<void>
  /** What it has used of the processor, in seconds. */
  end(): Promise<number>
}

interface Said {
  readonly kind?: string
  readonly cpuSeconds?: number
  readonly isSeeding?: boolean
  readonly progress?: number
}

let port = 21_000

async function start(make: Make, role: 'give' | 'take', torrent: string, folder: string): Promise<End> {
  const child: ChildProcess =
    make === 'libtorrent'
      ? spawn(
          '/usr/bin/python3',
          ['tests/interop/classicPeer.py', torrent, folder, '127.0.0.1', String((port += 1))],
          { stdio: ['pipe', 'pipe', 'inherit'] },
        )
      : spawn(process.execPath, ['tests/bench/ends/classicEnd.ts', make, role, torrent, folder], {
          stdio: ['pipe', 'pipe', 'inherit'],
        })
  const said: Said[] = []
  let wake: () => void = () => undefined
  if (!child.stdout) throw new Error('It says nothing.')
  createInterface(child.stdout).on('line', (line) => {
    said.push(JSON.parse(line) as Said)
    wake()
  })
  const heard = async (isIt: (each: Said) => boolean): Promise<Said> => {
    for (;;) {
      const found = said.find(isIt)
      if (found) return found
      await new Promise<void>((resolve) => (wake = resolve))
    }
  }
  return {
    async told(kind) {
      // libtorrent looks every 100 ms, and is ready to take when it says anything at all.
      if (make !== 'libtorrent') await heard((each) => each.kind === kind)
      else if (kind === 'ready' && role === 'take') await heard(() => true)
      else await heard(({ isSeeding }) => isSeeding === true)
    },
    async end() {
      if (make === 'libtorrent') {
        child.kill('SIGKILL')
        return NaN
      }
      child.stdin?.write('end\n')
      return (await heard(({ kind }) => kind === 'used')).cpuSeconds ?? NaN
    },
  }
}
