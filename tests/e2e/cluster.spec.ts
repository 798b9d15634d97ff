import { join } from 'node:path'
import { noNginx } from '../support/balancers.ts'
import { makeFile, MB } from '../support/files.ts'
import { expect, test } from '../support/fixtures.ts'
import { expectedTrouble, Front } from '../support/front.ts'
import { Transfers } from '../support/transfers.ts'
import { noValkey, TestValkey } from '../support/valkey.ts'

/**
 * Several nodes behind one address. What else may be lost of them: clusterLosses.spec.ts, and in Node
 * (tests/server/cluster).
 */

const missing = noValkey ?? noNginx

test.skip(missing !== null, missing ?? '')

test('pages that different nodes serve find each other, and go on when one stops', async ({
  newPeer,
  newSite,
  folder,
}) => {
  const valkey = await TestValkey.start()
  const front = await Front.start(newSite, valkey.url)
  const { site } = front
  try {
    const path = join(folder, 'everywhere.bin')
    const sha1 = await makeFile(path, 3 * MB, 'everywhere')
    const giver = await newPeer({ site, expectedTrouble })
    const given = await giver.chooseFiles(path)
    await given.reaches('seeding')
    const link = await given.link()

    const fetchBy = async (): Promise<void> => {
      const taker = await newPeer({ site, expectedTrouble })
      const taken = await taker.download(link)
      await taken.reaches('seeding')
      expect((await taken.save()).sha1).toBe(sha1)
    }
    await fetchBy()
    await fetchBy()
    await front.hasSockets(3)
    expect((await front.sockets()).filter((count) => count > 0).length).toBeGreaterThan(1)

    await (await front.busiest()).stop()
    await front.hasSockets(3)
    await fetchBy()
  } finally {
    await front.stop()
    await valkey.stop()
  }
})

test('a node is killed, another stops, and Valkey starts again empty, in the middle of transfers that finish', async ({
  newPeer,
  newSite,
  folder,
}) => {
  const valkey = await TestValkey.start()
  const front = await Front.start(newSite, valkey.url)
  const { site } = front
  try {
    const transfers = await Transfers.start(newPeer, site, join(folder, 'losses.bin'))
    await front.hasSockets(3)

    const killed = await front.busiest()
    await killed.kill()
    // Its pages come back elsewhere, and whoever comes now meets them there.
    await front.hasSockets(3)
    await transfers.join()

    await valkey.kill()
    const left = front.nodes.filter((node) => node !== killed)
    await front.says('degraded', left)
    // Nobody who comes meanwhile is turned away.
    await transfers.join()
    await valkey.start()
    await front.says('ok', left)
    await killed.restart()
    await transfers.join()
    // Another is stopped, and sends its pages on.
    await front.hasSockets(6)
    await (await front.busiest()).stop()
    await front.hasSockets(6)

    await transfers.finish()
  } finally {
    await front.stop()
    await valkey.stop()
  }
})
