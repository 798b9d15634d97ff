import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import { makeFile, MB } from '../support/files.ts'
import { expect, test } from '../support/fixtures.ts'
import { FLOODS } from '../support/fuzz/floods.ts'

/*
 * What tests/swarm/prices.test.ts counts in the engine, counted in a whole page, with all that is drawn: each message
 * as often as a peer's allowance of an instant lasts. Work is counted, not timed: blocks of code that are run.
 */

/** Half of what such an allowance may cost: 10,000 units of 10 µs, 500 blocks each. */
const MOST_WORK = 2_500_000

test('no message that a peer may send costs a page more than what it pays', async ({
  newPeer,
  site,
  folder,
}) => {
  const path = join(folder, 'flooded.bin')
  await makeFile(path, 16 * MB, 'flooded')
  const giver = await newPeer()
  const given = await giver.chooseFiles(path)
  await given.reaches('seeding')
  const script = fileURLToPath(new URL('../support/node/floodProcess.ts', import.meta.url))
  const child = spawn(process.execPath, [script, site.trackerUrl, await given.infoHash()], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  try {
    const outcomes = createInterface(child.stdout)[Symbol.asyncIterator]()
    const work = await countWork(giver.page)
    const dear: string[] = []
    for (const { name } of FLOODS) {
      child.stdin.write(`${name}\n`)
      expect(await outcomes.next()).toMatchObject({ value: 'met' })
      await work()
      child.stdin.write('now\n')
      const outcome = await outcomes.next()
      expect(['answered', 'let go']).toContain(outcome.value)
      const done = await work()
      if (done > MOST_WORK) dear.push(`${name}: ${done}`)
    }
    expect(dear).toEqual([])
  } finally {
    child.stdin.end()
  }
  expect(await given.state()).toBe('seeding')
})

/** Answers how many blocks of code the page has run since it was last asked. */
async function countWork(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page)
  await session.send('Profiler.enable')
  await session.send('Profiler.startPreciseCoverage', { callCount: true, detailed: true })
  return async () => {
    const { result } = await session.send('Profiler.takePreciseCoverage')
    let sum = 0
    for (const { functions } of result) {
      for (const { ranges } of functions) for (const { count } of ranges) sum += count
    }
    return sum
  }
}
