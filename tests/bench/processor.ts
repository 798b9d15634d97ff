import { readFileSync, readdirSync } from 'node:fs'
import type { Browser } from 'playwright'

/** Processor time of a browser with all its processes, from Linux's /proc: it says the same on a busy machine. */

/** proc_pid_stat(5) counts in 1/100 s on every Linux that has a browser. */
const TICKS_PER_SECOND = 100

/** Seconds of one core that the browser's living processes have taken since they began. */
export async function processorSeconds(browser: Browser): Promise<number> {
  return (await familyOf(browser)).reduce((sum, pid) => sum + ticksOf(pid), 0) / TICKS_PER_SECOND
}

/** The same of its living threads, by what Chromium calls them: `Compositor`, `VizCompositorTh`, … */
export async function secondsByThread(browser: Browser): Promise<ReadonlyMap<string, number>> {
  const seconds = new Map<string, number>()
  for (const pid of await familyOf(browser)) {
    for (const thread of entriesOf(`/proc/${pid}/task`)) {
      const { name, fields } = statOf(`${pid}/task/${thread}`)
      seconds.set(name, (seconds.get(name) ?? 0) + ticksIn(fields) / TICKS_PER_SECOND)
    }
  }
  return seconds
}

/** All processes of the browser. */
async function familyOf(browser: Browser): Promise<number[]> {
  const devtools = await browser.newBrowserCDPSession()
  const { processInfo } = await devtools.send('SystemInfo.getProcessInfo')
  await devtools.detach()
  const root = processInfo.find(({ type }) => type === 'browser')
  if (!root) throw new Error('The browser does not tell its process.')
  return withDescendants(root.id)
}

function withDescendants(root: number): number[] {
  const children = new Map<number, number[]>()
  for (const name of readdirSync('/proc')) {
    const pid = Number(name)
    if (!Number.isInteger(pid)) continue
    const parent = Number(statOf(name).fields[1] ?? 0)
    children.set(parent, [...(children.get(parent) ?? []), pid])
  }
  const family = [root]
  for (const pid of family) family.push(...(children.get(pid) ?? []))
  return family
}

function ticksOf(pid: number): number {
  return ticksIn(statOf(String(pid)).fields)
}

function ticksIn(fields: readonly string[]): number {
  return Number(fields[11] ?? 0) + Number(fields[12] ?? 0)
}

/** A process's name, or a thread's, which may hold blanks, and the fields behind it: state, parent, … */
function statOf(path: string): { readonly name: string; readonly fields: readonly string[] } {
  try {
    const line = readFileSync(`/proc/${path}/stat`, 'utf8')
    const end = line.lastIndexOf(')')
    return { name: line.slice(line.indexOf('(') + 1, end), fields: line.slice(end + 2).split(' ') }
  } catch {
    // It ended meanwhile.
    return { name: '', fields: [] }
  }
}

function entriesOf(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
