import { expect, test } from 'vitest'
import { SharedRates } from '../../server/tracker/sharedRate.ts'
import { startTestServer } from './support/testServer.ts'
import { TrackerClient } from './support/trackerClient.ts'

/** Sends as much as it may for so many seconds; how many messages that is, and how long the longest wait. */
function flood(rates: SharedRates, sockets: number, seconds: number, network: string | null = 'a') {
  const parts = Array.from({ length: sockets }, () => rates.enter(network, 0))
  const freeAt = parts.map(() => 0)
  let sent = 0
  let longestMs = 0
  for (let now = 0; now < seconds * 1_000; now += 5) {
    for (const [index, part] of parts.entries()) {
      if ((freeAt[index] ?? 0) > now) continue
      const waitMs = part.count(now, 0)
      sent += 1
      if (waitMs === 0) continue
      part.waits()
      freeAt[index] = now + waitMs
      longestMs = Math.max(longestMs, waitMs)
    }
  }
  return { sent, longestMs, parts }
}

test('as many sockets as an address may have send no more than its rate', () => {
  // Ten seconds' worth at once, and a minute of the rate.
  expect(flood(new SharedRates(1_000), 250, 60).sent).toBeLessThan((10 + 60) * 1_000 * 1.1)
})

test('one socket among those that flood is not held up while it sends less than its part', () => {
  const rates = new SharedRates(1_000)
  flood(rates, 249, 60)
  const neighbour = rates.enter('a', 60_000)
  for (let second = 0; second < 20; second += 1) {
    const waitMs = neighbour.count(60_000 + second * 1_000, 0)
    // Now and then it waits for what it has sent by then, as slowly as that was.
    expect(waitMs).toBeLessThanOrEqual(1_250)
    if (waitMs > 0) neighbour.waits()
  }
})

test('a long message counts as several, other addresses and this machine do not count', () => {
  const rates = new SharedRates(1)
  const part = rates.enter('a', 0)
  expect(part.count(0, 40_960)).toBe(0)
  expect(part.count(0, 0)).toBe(0)
  expect(part.count(0, 0)).toBe(2_000)
  expect(rates.enter('b', 0).count(0, 0)).toBe(0)
  expect(flood(rates, 2, 60, null).longestMs).toBe(0)
})

test('an address whose last socket has gone starts afresh', () => {
  const rates = new SharedRates(1)
  const { parts } = flood(rates, 3, 60)
  parts.forEach(() => rates.leave('a'))
  expect(rates.enter('a', 60_000).count(60_000, 0)).toBe(0)
})

test('sockets of one address share the rate that is set, and lose nothing', async () => {
  const server = await startTestServer({
    environment: { TRUST_PROXY: '1', TRACKER_MESSAGE_RATE: '0', TRACKER_ADDRESS_MESSAGE_RATE: '100' },
  })
  const options = { headers: { 'X-Forwarded-For': '192.0.2.1' } }
  const clients = [await TrackerClient.open(server, options), await TrackerClient.open(server, options)]
  const startedAt = performance.now()
  for (let count = 0; count < 600; count += 1) {
    for (const client of clients) client.send({ kind: 'scrape', infoHashes: [] })
  }
  for (const client of clients) for (let count = 0; count < 600; count += 1) await client.next('scrape')
  await Promise.all(clients.map((client) => client.settled()))
  // A thousand at once, and those that had not been read by then at a hundred a second.
  expect(performance.now() - startedAt).toBeGreaterThan(900)
})
