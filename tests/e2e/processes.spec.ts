import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from '../support/fixtures.ts'
import type { SiteServer } from '../support/server.ts'
import { Transfers } from '../support/transfers.ts'

/** A site that is several processes (NODES). What becomes of these is shown in Node (tests/server/processes.test.ts). */

test('pages find each other whichever process they come to, and each is killed in the middle of a transfer', async ({
  newPeer,
  newSite,
  folder,
}) => {
  const site = await newSite({ NODES: '3' })
  const transfers = await Transfers.start(newPeer, site, join(folder, 'processes.bin'))
  // One after the other, so that there is always one to come back to.
  for (const pid of processesOf(site)) {
    process.kill(pid, 'SIGKILL')
    // It is there for a moment still, and the site well.
    await expect.poll(() => processesOf(site), { timeout: 30_000 }).not.toContain(pid)
    await expect.poll(async () => healthOf(site), { timeout: 30_000 }).toMatchObject({ status: 'ok' })
  }
  await expect.poll(async () => healthOf(site), { timeout: 30_000 }).toMatchObject({ sockets: 3 })
  await transfers.join()
  await transfers.finish()
})

function processesOf(site: SiteServer): readonly number[] {
  const pids = execFileSync('pgrep', ['-P', String(site.pid())], { encoding: 'utf8' })
  return pids.trim().split('\n').map(Number)
}

async function healthOf(site: SiteServer): Promise<unknown> {
  try {
    return await (await fetch(`${site.url}healthz`)).json()
  } catch {
    return null
  }
}
