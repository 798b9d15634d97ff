import { expect, test } from 'vitest'
import { History } from '../../server/api/history.ts'
import { createLog } from '../../server/log.ts'
import type { Sample } from '../../server/store/samples.ts'
import { openStore } from '../../server/store/store.ts'
import { temporaryFolder } from './support/testServer.ts'

const START = Date.UTC(2026, 0, 1)
const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

/** A server that takes samples in a folder, at the times it is told. */
function startIn(folder: string, now: number) {
  const store = openStore(
    folder,
    { accountedBytesPerSecond: 0, torrentsPerMember: 0 },
    createLog('info', (line) => {
      throw new Error(line)
    }),
  )
  let at = now
  const history = new History(() => sampleAt(at), store.samples, now)
  return {
    history,
    store,
    takeEvery(stepMs: number, until: number) {
      for (; at < until; at += stepMs) history.take()
    },
  }
}

function sampleAt(at: number): Sample {
  const figures = { swarms: 1, addressedPeers: 0, sockets: 2, webSocketMessages: 3, httpRequests: 4 }
  return { at, peers: at % 1_000, ...figures, udpDatagrams: 5, cpuSeconds: 0.5, memoryBytes: 6 }
}

test('the plots outlive a restart, the last hour a little coarser', async () => {
  const folder = temporaryFolder()
  const before = startIn(folder, START)
  before.takeEvery(10 * SECOND, START + 2 * HOUR)
  expect(before.history.hour).toHaveLength(360)
  expect(before.history.day).toHaveLength(24)
  const day = [...before.history.day]
  await before.store.close()

  const after = startIn(folder, START + 2 * HOUR + MINUTE)
  expect(after.history.day).toEqual(day)
  expect(after.history.hour).toEqual(day.filter(({ at }) => at > START + HOUR + MINUTE))
  await after.store.close()
})

test('what is kept is a day, however long the server runs', async () => {
  const folder = temporaryFolder()
  const before = startIn(folder, START)
  before.takeEvery(5 * MINUTE, START + 72 * HOUR)
  expect(before.history.day).toHaveLength(288)
  before.store.samples.flush()
  expect(before.store.samples.since(0).length).toBeLessThanOrEqual(289)
  await before.store.close()
  const muchLater = startIn(folder, START + 400 * HOUR)
  expect(muchLater.history.day).toEqual([])
  await muchLater.store.close()
})

test('a clock that is set back leaves nothing of the future in the plots', async () => {
  const folder = temporaryFolder()
  const before = startIn(folder, START + 10 * HOUR)
  before.takeEvery(5 * MINUTE, START + 11 * HOUR)
  await before.store.close()
  const after = startIn(folder, START)
  expect(after.history.day).toEqual([])
  after.takeEvery(5 * MINUTE, START + HOUR)
  after.store.samples.flush()
  expect(after.store.samples.since(0)).toHaveLength(12)
  await after.store.close()
})
