import { readFileSync, readdirSync } from 'node:fs'
import type { Browser } from 'playwright'

/** Processor time of a browser with all its processes, from Linux's /proc: it says the same on a busy machine. */

/** proc_pid_stat(5) counts in 1/100 s on every Linux that has a browser. */
const TICKS_PER_SECOND = 100

/** Seconds of one core that the browser's living processes have taken since they began. */
export async function processorSeconds(browser: Browser): Promise<number> {
  const devtools = await browser.newBrowserCDPSession()
  const { processInfo } = await devtools.send('SystemInfo.getProcessInfo')
  await devtools.detach()
  const root = processInfo.find(({ type }) => type === 'browser')
  if (!root) throw new Error('The browser does not tell its process.')
  const family = withDescendants(root.id)
  return family.reduce((sum, pid) => sum + ticksOf(pid), 0) / TICKS_PER_SECOND
}

function withDescendants(root: number): number[] {
  const children = new Map<number, number[]>()
  for (const name of readdirSync('/proc')) {
    const pid = Number(name)
    if (!Number.isInteger(pid)) continue
    const parent = Number(statOf(pid)[1] ?? 0)
    children.set(parent, [...(children.get(parent) ?? []), pid])
  }
  const family = [root]
  for (const pid of family) family.push(...(children.get(pid) ?? []))
  return family
}

function ticksOf(pid: number): number {
  const stat = statOf(pid)
  return Number(stat[11] ?? 0) + Number(stat[12] ?? 0)
}

/** The fields behind the process's name, which may hold blanks: state, parent, … */
function statOf(pid: number): string[] {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return line.slice(line.lastIndexOf(')') + 2).split(' ')
  } catch {
    // It ended meanwhile.
    return []
  }
}
