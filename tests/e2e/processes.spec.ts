import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { makeFile, MB } from '../support/files.ts'
import { expect, test } from '../support/fixtures.ts'
import type { SiteServer } from '../support/server.ts'

/** A site that is several processes (NODES). What becomes of these is shown in Node (tests/server/processes.test.ts). */

test('pages find each other whichever process they come to, and each is killed in the middle of a transfer', async ({
  newPeer,
  newSite,
  folder,
}) => {
  const site = await newSite({ NODES: '3' })
  const path = join(folder, 'processes.bin')
  const sha1 = await makeFile(path, 6 * MB, 'processes')
  const expectedTrouble = [/WebSocket/, /Failed to load resource/, /ERR_CONNECTION/]
  const giver = await newPeer({ site, expectedTrouble, gives: 2 * MB })
  const link = await (await giver.chooseFiles(path)).link()
  const takeBy = async () => {
    const taker = await newPeer({ site, expectedTrouble })
    const taken = await taker.download(link)
    await taken.progressReaches(0.05)
    return taken
  }
  const taken = [await takeBy(), await takeBy()]
  // One after the other, so that there is always one to come back to.
  for (const pid of processesOf(site)) {
    process.kill(pid, 'SIGKILL')
    await expect.poll(async () => healthOf(site), { timeout: 30_000 }).toMatchObject({ status: 'ok' })
    expect(processesOf(site)).not.toContain(pid)
  }
  await expect.poll(async () => healthOf(site), { timeout: 30_000 }).toMatchObject({ sockets: 3 })
  taken.push(await takeBy())
  for (const share of taken) expect(await share.progress()).toBeLessThan(1)
  await giver.givesOn()
  for (const share of taken) {
    await share.reaches('seeding')
    expect((await share.save()).sha1).toBe(sha1)
  }
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
