import { join } from 'node:path'
import type { Page } from 'playwright'
import { startBuiltPage } from './builtPage.ts'
import type { StoreTask, StoreTimes } from './pages/opfsPage.ts'
import { median, report, type Figure } from './runner.ts'
import { onStage } from './stage.ts'

/**
 * Writing pieces, and reading them with a look at their hashes, through the store that webtorrent is given, against
 * webtorrent's own (one file a piece), and against one file that a worker writes and reads without anything else.
 */

const MIB = 1024 * 1024
const SIZE = Number(process.env['OPFS_MIB'] ?? 512) * MIB
const RUNS = 3
const PIECE_LENGTHS = [256 * 1024, MIB]
const ORDERS = ['in order', 'random order'] as const

export async function run(): Promise<void> {
  await onStage(async ({ newProfile, folder }) => {
    const site = await startBuiltPage('pages/opfsPage.ts', join(folder, 'page'))
    const context = await newProfile()
    const page = await context.newPage()
    await page.goto(site.url)
    await page.waitForFunction(() => globalThis.measureStore !== undefined)
    const figures: Figure[] = []
    for (const pieceLength of PIECE_LENGTHS) {
      const bound = await medianTimes(() => bareFile(page, pieceLength))
      for (const order of ORDERS) {
        const task = { pieceLength, order, size: SIZE }
        const ours = await medianTimes(() => measure(page, { ...task, kind: 'ours' }))
        const plain = await medianTimes(() => measure(page, { ...task, kind: 'plain' }))
        const name = (what: string) => `${what}, ${pieceLength / 1024} KiB pieces, ${order}`
        const against = (what: 'write' | 'read', name: string): Figure[] => [
          figure(name, ours[what], 'plain webtorrent', plain[what]),
          figure(name, ours[what], 'one bare file', bound[what]),
        ]
        figures.push(...against('write', name('write')), ...against('read', name('read and verify')))
        figures.push({ name: name('then flush'), unit: 's', value: ours.flush })
      }
    }
    await context.close()
    await site.stop()
    report('opfs', figures)
  })
}

function figure(name: string, seconds: number, baseline: string, baselineSeconds: number): Figure {
  const rate = (time: number) => SIZE / 1e6 / time
  return {
    name,
    unit: 'MB/s',
    value: rate(seconds),
    baseline: { name: baseline, value: rate(baselineSeconds) },
  }
}

async function medianTimes(measured: () => Promise<StoreTimes>): Promise<StoreTimes> {
  const times: StoreTimes[] = []
  for (let run = 0; run < RUNS; run++) times.push(await measured())
  const of = (what: keyof StoreTimes) => median(times.map((each) => each[what]))
  return { write: of('write'), flush: of('flush'), read: of('read') }
}

async function measure(page: Page, task: StoreTask): Promise<StoreTimes> {
  const times = await page.evaluate((given) => globalThis.measureStore?.(given), task)
  if (!times) throw new Error('The page is not ready.')
  return times
}

/** The same bytes through one synchronous access handle, from and to one buffer, nothing hashed, nothing sent. */
async function bareFile(page: Page, pieceLength: number): Promise<StoreTimes> {
  return page.evaluate(
    async ([size, length]) => {
      const script = `onmessage = async () => {
        const root = await navigator.storage.getDirectory()
        const file = await root.getFileHandle('bare', { create: true })
        const handle = await file.createSyncAccessHandle()
        handle.truncate(${size})
        const bytes = new Uint8Array(${length})
        for (let at = 0; at < bytes.length; at += 65536) crypto.getRandomValues(bytes.subarray(at, at + 65536))
        const through = (act) => {
          const started = performance.now()
          act()
          return (performance.now() - started) / 1000
        }
        const write = through(() => { for (let at = 0; at < ${size}; at += ${length}) handle.write(bytes, { at }) })
        const flush = through(() => handle.flush())
        const read = through(() => { for (let at = 0; at < ${size}; at += ${length}) handle.read(bytes, { at }) })
        handle.close()
        await root.removeEntry('bare')
        postMessage({ write, flush, read })
      }`
      const worker = new Worker(URL.createObjectURL(new Blob([script], { type: 'text/javascript' })))
      const times = await new Promise<StoreTimes>((resolve) => {
        worker.onmessage = ({ data }: MessageEvent<StoreTimes>) => resolve(data)
        worker.postMessage(null)
      })
      worker.terminate()
      return times
    },
    [SIZE, pieceLength] as const,
  )
}
