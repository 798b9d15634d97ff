import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { examine, type Findings, type Probes, type WayFinding } from '../../../src/state/doctor/examine.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const TOLD = { tracker: 'wss://site.example/announce', iceServers: [{ urls: 'stun:stun.example' }] }
const OPEN: WayFinding = { wayOut: 'open', mapping: 'unknown', asked: 1, hasRelays: false, isRefused: false }
const never = <T>() => new Promise<T>(() => undefined)

function probes(different: Partial<Probes> = {}): Probes {
  return {
    site: () => Promise.resolve({ kind: 'ok', told: TOLD, skew: 40 }),
    tracker: () => Promise.resolve('ok'),
    webRtc: () => Promise.resolve(true),
    way: () => Promise.resolve(OPEN),
    room: () => Promise.resolve(1e9),
    ...different,
  }
}

/** What was found, and each step on the way. */
async function look(different: Partial<Probes> = {}): Promise<{ end: Findings; steps: Findings[] }> {
  const steps: Findings[] = []
  const looking = examine(probes(different), (findings) => steps.push(findings))
  await vi.advanceTimersByTimeAsync(12_000)
  return { end: await looking, steps }
}

test('all is looked at, with what the site tells, and told as it comes', async () => {
  const asked: unknown[] = []
  const { end, steps } = await look({
    tracker: (url) => Promise.resolve(asked.push(url)).then(() => 'ok' as const),
    way: (iceServers) => Promise.resolve(asked.push(iceServers)).then(() => OPEN),
  })
  expect(end).toEqual({
    site: { kind: 'ok', told: TOLD, skew: 40 },
    tracker: 'ok',
    webRtc: true,
    way: OPEN,
    room: 1e9,
  })
  expect(asked).toEqual([TOLD.tracker, TOLD.iceServers])
  expect(steps).toHaveLength(5)
  expect(steps.at(-1)).toEqual(end)
})

test('what needs the site is not looked at without it, nor a way out without WebRTC', async () => {
  const asked = vi.fn<() => Promise<never>>(never)
  const away = await look({ site: () => Promise.resolve({ kind: 'away' }), tracker: asked, way: asked })
  expect(away.end).toMatchObject({ site: { kind: 'away' }, tracker: null, webRtc: true, way: null })
  const without = await look({ webRtc: () => Promise.resolve(false), way: asked })
  expect(without.end).toMatchObject({ tracker: 'ok', webRtc: false, way: null })
  expect(asked).not.toHaveBeenCalled()
})

test('probes that never answer, or fail, end in seconds and count as what they looked for being away', async () => {
  const { end } = await look({ tracker: never, way: never, room: never })
  expect(end).toMatchObject({ site: { kind: 'ok' }, tracker: 'silent', way: null, room: null })
  const site = await look({ site: never, webRtc: never })
  expect(site.end).toMatchObject({ site: { kind: 'away' }, webRtc: false })
  const fail = () => Promise.reject(new Error('It fails.'))
  const failed = await look({ site: fail, webRtc: fail, room: fail })
  expect(failed.end).toEqual({ site: { kind: 'away' }, tracker: null, webRtc: false, way: null, room: null })
})
