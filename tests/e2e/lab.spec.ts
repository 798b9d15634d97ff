import { startPlainSite } from '../bench/plainSite.ts'
import { rawTransfer } from '../bench/ends/rawChannel.ts'
import { browserPath, HEADLESS_SHELL, CHROMIUM_FLAGS } from '../support/browsers.ts'
import { MB } from '../support/files.ts'
import { expect, test } from '../support/fixtures.ts'
import { Lab, LAB_FLAGS } from '../support/lab/lab.ts'

/** The network that the benches measure on. */

test.use({
  launchOptions: { executablePath: browserPath(HEADLESS_SHELL), args: [...CHROMIUM_FLAGS, ...LAB_FLAGS] },
})

test('what a page sends to another goes through both their lines, and nothing around them', async ({
  browser,
}) => {
  const size = 2 * MB
  const plain = await startPlainSite()
  const lab = new Lab({
    giver: { upKbit: 8000, downKbit: 50_000, delay: 10 },
    taker: { upKbit: 50_000, downKbit: 50_000, delay: 10 },
  })
  const giver = await browser.newContext()
  const taker = await browser.newContext()
  await lab.join(giver, 'giver')
  await lab.join(taker, 'taker')
  const options = { size, inFlight: 8, limitMs: 60_000 }
  const rate = await rawTransfer([giver, taker], plain.url, options)
  // Megabytes a second: as fast as the giver's uplink at most, headers included.
  expect(rate).toBeLessThan(1)

  const { hosts } = await lab.report()
  expect(hosts['giver']?.sent).toBeGreaterThan(size)
  expect(hosts['taker']?.received).toBeGreaterThan(size)
  // Requests and acknowledgements.
  expect(hosts['taker']?.sent).toBeGreaterThan(size / 1000)
  expect(hosts['taker']?.sent).toBeLessThan(size / 4)
  await giver.close()
  await taker.close()
  await lab.stop()
  await plain.stop()
})

test('a page pings the server near it in the time that its line takes', async () => {
  const lab = new Lab({ host: { upKbit: 8000, downKbit: 8000, delay: 30 } })
  await lab.ping('host')
  await expect.poll(async () => (await lab.pings('host')).roundTrips[0] ?? 0).toBeGreaterThanOrEqual(60)
  await lab.stop()
})
