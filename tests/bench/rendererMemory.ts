import { readdir, readFile } from 'node:fs/promises'
import type { CDPSession } from 'playwright'

const EVERY_MS = 250

/**
 * The most that Chromium's renderers together (pages, their workers, the service worker) grow by while something
 * goes on, in bytes: anonymous and shared memory as Linux counts it, without the pages of files that any process
 * may have mapped.
 *
 * @param browsers sessions of the browsers that are looked at, not of a page
 */
export async function rendererGrowth(
  browsers: readonly CDPSession[],
  work: () => Promise<void>,
): Promise<number> {
  return growth(() => rendererBytes(browsers), work)
}

/** The same of a process and all that it has started, which is how Firefox is looked at. */
export async function treeGrowth(pid: number, work: () => Promise<void>): Promise<number> {
  return growth(() => treeBytes(pid), work)
}

async function growth(bytesNow: () => Promise<number>, work: () => Promise<void>): Promise<number> {
  const before = await bytesNow()
  let most = before
  const over = new AbortController()
  const sampling = (async () => {
    while (!over.signal.aborted) {
      most = Math.max(most, await bytesNow())
      await new Promise((resolve) => setTimeout(resolve, EVERY_MS))
    }
  })()
  try {
    await work()
  } finally {
    over.abort()
    await sampling
  }
  return most - before
}

async function rendererBytes(browsers: readonly CDPSession[]): Promise<number> {
  const told = await Promise.all(browsers.map((browser) => browser.send('SystemInfo.getProcessInfo')))
  const renderers = told.flatMap(({ processInfo }) => processInfo).filter(({ type }) => type === 'renderer')
  const sizes = await Promise.all(renderers.map(({ id }) => residentBytes(id)))
  return sizes.reduce((sum, size) => sum + size, 0)
}

async function treeBytes(pid: number): Promise<number> {
  // A process may end between being listed and being read.
  const threads = await readdir(`/proc/${pid}/task`).catch(() => [])
  const children = await Promise.all(
    threads.map((thread) => readFile(`/proc/${pid}/task/${thread}/children`, 'utf8').catch(() => '')),
  )
  const started = children.join(' ').split(' ').filter(Boolean).map(Number)
  const sizes = await Promise.all([residentBytes(pid), ...started.map(treeBytes)])
  return sizes.reduce((sum, size) => sum + size, 0)
}

async function residentBytes(pid: number): Promise<number> {
  // A renderer may end between being listed and being read.
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  const kibibytes = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? 0)
  return (kibibytes('RssAnon') + kibibytes('RssShmem')) * 1024
}
