import { describe, expect, test } from 'vitest'
import { BytesInFlight, STALLED_MS } from '../../server/bytesInFlight.ts'

/** What was started, in order; nothing is started on a later turn until {@link settle}. */
function create(perAddress = 100, inAll = 250) {
  let nowMs = 0
  const started: string[] = []
  const pending: (() => void)[] = []
  const flight = new BytesInFlight({
    perAddress,
    inAll,
    now: () => nowMs,
    soon: (work) => pending.push(work),
  })
  return {
    flight,
    started,
    passMs: (ms: number): void => void (nowMs += ms),
    settle: (): void => {
      for (let work = pending.shift(); work; work = pending.shift()) work()
    },
    /** Asks for room, and holds so much of it from then on. */
    ask: (name: string, address: string, bytes = 100): (() => void) =>
      flight.whenRoom(address, () => {
        started.push(name)
        flight.charge(address, bytes, () => undefined)
      }),
  }
}

test('an address that holds as much as it may waits, and others do not', () => {
  const { flight, started, ask, settle } = create()
  const release = flight.charge('192.0.2.1', 100, () => undefined)
  ask('same', '192.0.2.1')
  ask('other', '192.0.2.2')
  settle()
  expect(started).toEqual(['other'])
  release()
  settle()
  expect(started).toEqual(['other', 'same'])
})

test('no more begins at once than there is room for', () => {
  const { flight, started, ask, settle } = create()
  const release = flight.charge('192.0.2.1', 100, () => undefined)
  for (const name of ['a', 'b', 'c']) ask(name, '192.0.2.1')
  release()
  settle()
  expect(started).toEqual(['a'])
})

test('all addresses together have a bound, and take turns', () => {
  const { flight, started, ask, settle } = create()
  const releases = [3, 4, 5].map((number) => flight.charge(`192.0.2.${number}`, 100, () => undefined))
  for (const name of ['a', 'b', 'c']) ask(`first ${name}`, '192.0.2.1', 60)
  ask('second', '192.0.2.2', 60)
  settle()
  expect(started).toEqual([])
  for (const release of releases) release()
  settle()
  expect(started).toEqual(['first a', 'second', 'first b'])
})

test('the addresses of one IPv6 network count as one', () => {
  const { flight, started, ask } = create()
  flight.charge('2001:db8::1', 100, () => undefined)
  ask('neighbour', '2001:db8::2')
  ask('other', '2001:db8:0:1::1')
  expect(started).toEqual(['other'])
})

test('who goes away while waiting is not started', () => {
  const { flight, started, ask, settle } = create()
  const release = flight.charge('192.0.2.1', 100, () => undefined)
  ask('gone', '192.0.2.1')()
  ask('there', '192.0.2.1')
  release()
  settle()
  expect(started).toEqual(['there'])
})

test('0 is no limit', () => {
  const { flight, started, ask } = create(0, 0)
  flight.charge('192.0.2.1', 1e12, () => undefined)
  ask('a', '192.0.2.1')
  expect(started).toEqual(['a'])
})

describe('who reads nothing is cut off', () => {
  test('when others of its address wait for the room', () => {
    const { flight, started, ask, passMs, settle } = create()
    const cut: string[] = []
    const release = flight.charge('192.0.2.1', 60, () => {
      cut.push('stalled')
      release()
    })
    flight.charge('192.0.2.2', 10, () => cut.push('elsewhere'))
    passMs(STALLED_MS / 2)
    flight.charge('192.0.2.1', 60, () => cut.push('fresh'))
    ask('waiting', '192.0.2.1')
    flight.relieve()
    expect(cut).toEqual([])
    passMs(STALLED_MS / 2)
    flight.relieve()
    settle()
    expect([cut, started]).toEqual([['stalled'], ['waiting']])
  })

  test('when all are full, wherever it is', () => {
    const { flight, ask, passMs } = create()
    const cut: number[] = []
    for (const number of [1, 2, 3]) flight.charge(`192.0.2.${number}`, 90, () => cut.push(number))
    ask('waiting', '192.0.2.9')
    passMs(STALLED_MS)
    flight.relieve()
    expect(cut).toEqual([1, 2, 3])
  })

  test('but not while nobody waits', () => {
    const { flight, passMs } = create()
    const cut: number[] = []
    flight.charge('192.0.2.1', 100, () => cut.push(1))
    passMs(STALLED_MS * 10)
    flight.relieve()
    expect(cut).toEqual([])
  })
})
