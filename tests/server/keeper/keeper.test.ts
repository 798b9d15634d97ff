import { expect, test } from 'vitest'
import { Keeper, type Owner } from '../../../server/keeper/keeper.ts'
import type { Others } from '../../../server/keeper/presence.ts'
import type { KeeperCommand } from '../../../server/peer/keeper/messages.ts'
import { openDatabase } from '../../../server/store/database.ts'
import { KeptShares } from '../../../server/store/keptShares.ts'
import { Members } from '../../../server/store/members.ts'
import type { InfoHash } from '../../../src/core/infoHash.ts'
import { infoHash } from '../../wire/trackerIds.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const ONE = infoHash(1)
const TWO = infoHash(2)
const ANN: Owner = { member: null, network: '192.0.2.1' }
const BEN: Owner = { member: null, network: '192.0.2.2' }

/** A keeper of 100 bytes without a process, in a time of its own. */
function setUp() {
  const database = openDatabase(null)
  const { id } = new Members(database, () => 0).add('Ada')
  const ada: Owner = { member: id, network: null }
  const shares = new KeptShares(database, () => undefined)
  const sent: string[] = []
  const there = new Map<InfoHash, Partial<Others>>()
  const refused = new Set<InfoHash>()
  let at = 0
  const keeper = new Keeper({
    shares,
    settings: {
      space: 100,
      audience: 'everybody',
      days: 7,
      quota: 60,
      sharesPerOwner: 2,
      patienceHours: 24,
      giveRate: 1,
      secret: null,
    },
    bridge: { audience: 'members', size: 40, sharesPerOwner: 1, asksPerDay: 3 },
    others: (hash) => ({ seeds: 0, leechers: 0, partialSeeds: 0, ...there.get(hash) }),
    refusal: (hash) => (refused.has(hash) ? 'blocked' : null),
    send: (command: KeeperCommand) => {
      if (!('infoHash' in command)) return
      const bridged = command.kind === 'join' && command.bridged ? ' bridged' : ''
      sent.push(`${command.kind} ${parseInt(command.infoHash.slice(-2), 16)}${bridged}`)
    },
    now: () => at,
  })
  keeper.heard({ kind: 'up' })
  return {
    keeper,
    shares,
    ada,
    there,
    refused,
    /** What its process was told since this was last asked. */
    sent: () => sent.splice(0),
    pass: (span: number) => {
      at += span
      keeper.tick()
    },
    /** Somebody asks for a share, and all of it comes. */
    fetched: (hash: InfoHash, owner: Owner, size: number) => {
      keeper.keep(hash, owner)
      keeper.heard({ kind: 'known', infoHash: hash, name: 'film', size })
      if (keeper.status(hash).state === 'fetching')
        keeper.heard({ kind: 'progress', infoHash: hash, here: size, isComplete: true })
    },
  }
}

const stateOf = (keeper: Keeper, hash: InfoHash) => {
  const { state, failure } = keeper.status(hash)
  return failure ?? state
}

test('a share goes from asked to kept, and its process is told what to do', () => {
  const { keeper, sent, there, pass } = setUp()
  there.set(ONE, { seeds: 1 })
  expect(keeper.keep(ONE, ANN)).toEqual({ token: expect.stringMatching(/^[0-9a-f]{40}$/) as unknown })
  expect(sent()).toEqual(['join 1'])
  expect(keeper.status(ONE)).toMatchObject({ state: 'waiting', size: null, until: 7 * DAY })
  keeper.heard({ kind: 'known', infoHash: ONE, name: 'film', size: 50 })
  expect(sent()).toEqual(['fetch 1'])
  keeper.heard({ kind: 'progress', infoHash: ONE, here: 20, isComplete: false })
  expect(keeper.status(ONE)).toMatchObject({ state: 'fetching', size: 50, here: 20 })
  keeper.heard({ kind: 'progress', infoHash: ONE, here: 50, isComplete: true })
  expect(stateOf(keeper, ONE)).toBe('kept')
  there.delete(ONE)
  pass(1_000)
  pass(30_000)
  expect(sent()).toEqual(['leave 1'])
})

test('whoever asked can take it back; others who asked keep it', () => {
  const { keeper, ada, sent } = setUp()
  const token = (owner: Owner) => (keeper.keep(ONE, owner) as { token: string }).token
  const [ann, ben] = [token(ANN), token(BEN)]
  token(ada)
  expect(keeper.withdraw(ONE, null, 'x')).toBe(false)
  expect(keeper.withdraw(ONE, null, ann)).toBe(true)
  expect(keeper.withdraw(ONE, null, ann)).toBe(false)
  expect(keeper.withdraw(ONE, ada.member, '')).toBe(true)
  expect(stateOf(keeper, ONE)).toBe('waiting')
  expect(sent()).toEqual([])
  expect(keeper.withdraw(ONE, null, ben)).toBe(true)
  expect(stateOf(keeper, ONE)).toBe('none')
  expect(sent()).toEqual(['drop 1'])
})

test('a stranger who asks again and again takes the place of nobody but himself', () => {
  const { keeper } = setUp()
  const tokens = ['192.0.2.1', ...Array<string>(60).fill('192.0.2.2')].map(
    (network) => (keeper.keep(ONE, { member: null, network }) as { token: string }).token,
  )
  expect(tokens.map((token) => keeper.withdraw(ONE, null, token))).toEqual([
    true,
    ...Array<boolean>(57).fill(false),
    true,
    true,
    true,
  ])
})

test('wishes of too many strangers are not taken on, and displace none', () => {
  const { keeper } = setUp()
  const ask = (index: number) => keeper.keep(ONE, { member: null, network: `192.0.2.${index}` })
  const first = ask(0) as { token: string }
  for (let index = 1; index < 50; index++) expect(ask(index)).toHaveProperty('token')
  expect(ask(50)).toBe('full')
  expect(keeper.withdraw(ONE, null, first.token)).toBe(true)
})

test('nobody has more kept than one may, by number, by size, or once the size is known', () => {
  const { keeper, fetched, ada } = setUp()
  fetched(ONE, ANN, 50)
  fetched(TWO, ANN, 11)
  expect(stateOf(keeper, TWO)).toBe('too-large')
  expect(stateOf(keeper, ONE)).toBe('kept')
  fetched(TWO, ANN, 10)
  expect(stateOf(keeper, TWO)).toBe('kept')
  expect(keeper.keep(infoHash(3), ANN)).toBe('quota')
  // Who asks again for what is kept only has it kept for longer.
  expect(keeper.keep(ONE, ANN)).toHaveProperty('token')
  fetched(infoHash(3), ada, 61)
  expect(stateOf(keeper, infoHash(3))).toBe('too-large')
})

test('room is made of what was wanted longest ago, never of what is promised to a member', () => {
  const { keeper, fetched, ada, pass, there, sent } = setUp()
  fetched(ONE, ada, 50)
  fetched(TWO, ANN, 20)
  fetched(infoHash(3), BEN, 20)
  // The second was wanted last.
  there.set(TWO, { leechers: 1 })
  pass(2 * 60_000)
  sent()
  fetched(infoHash(4), { member: null, network: '192.0.2.4' }, 30)
  expect(stateOf(keeper, infoHash(3))).toBe('evicted')
  expect(sent()).toContain('drop 3')
  expect([ONE, TWO, infoHash(4)].map((hash) => stateOf(keeper, hash))).toEqual(['kept', 'kept', 'kept'])
  fetched(infoHash(5), { member: null, network: '192.0.2.5' }, 55)
  expect(stateOf(keeper, infoHash(5))).toBe('no-room')
  expect(stateOf(keeper, ONE)).toBe('kept')
})

test('it ends with its time, and one who asks again begins anew', () => {
  const { keeper, fetched, pass, sent } = setUp()
  fetched(ONE, ANN, 10)
  pass(6 * DAY)
  keeper.keep(ONE, BEN)
  pass(2 * DAY)
  expect(keeper.status(ONE)).toMatchObject({ state: 'kept', until: 13 * DAY })
  sent()
  pass(5 * DAY)
  expect(stateOf(keeper, ONE)).toBe('none')
  expect(sent()).toEqual(['drop 1'])
})

test('what does not come in time is dropped, and said for a day', () => {
  const { keeper, pass } = setUp()
  keeper.keep(ONE, ANN)
  keeper.keep(TWO, ANN)
  keeper.heard({ kind: 'known', infoHash: TWO, name: 'film', size: 10 })
  pass(HOUR)
  expect(stateOf(keeper, ONE)).toBe('incomplete')
  pass(22 * HOUR)
  keeper.heard({ kind: 'progress', infoHash: TWO, here: 5, isComplete: false })
  pass(23 * HOUR)
  expect(stateOf(keeper, TWO)).toBe('fetching')
  pass(HOUR)
  expect(stateOf(keeper, TWO)).toBe('incomplete')
  pass(DAY)
  expect(stateOf(keeper, TWO)).toBe('none')
})

test('what the site does not serve is not kept, nor any more when an admin blocks it', () => {
  const { keeper, fetched, refused, pass } = setUp()
  fetched(ONE, ANN, 10)
  refused.add(ONE).add(TWO)
  expect(keeper.keep(TWO, ANN)).toBe('refused')
  pass(1_000)
  expect(stateOf(keeper, ONE)).toBe('refused')
})

test('a process that ends is told everything again; meanwhile nothing is offered', () => {
  const { keeper, there, sent, pass } = setUp()
  there.set(ONE, { seeds: 1 })
  keeper.keep(ONE, ANN)
  expect(keeper.offer(null)).toEqual({ days: 7, quotaBytes: 60, bridges: false, isUp: true })
  keeper.wentDown()
  sent()
  pass(1_000)
  expect([sent(), keeper.offer(null)?.isUp, keeper.keep(TWO, ANN)]).toEqual([[], false, 'down'])
  keeper.heard({ kind: 'up' })
  expect(sent()).toEqual(['join 1'])
})

test('what it had and has lost is fetched again', () => {
  const { keeper, fetched } = setUp()
  fetched(ONE, ANN, 10)
  keeper.heard({ kind: 'progress', infoHash: ONE, here: 0, isComplete: false })
  expect(stateOf(keeper, ONE)).toBe('fetching')
})

test('a process that tells of a share that was taken back is told to drop it', () => {
  const { keeper, sent } = setUp()
  keeper.heard({ kind: 'known', infoHash: ONE, name: 'film', size: 10 })
  keeper.heard({ kind: 'progress', infoHash: ONE, here: 10, isComplete: true })
  expect([sent(), stateOf(keeper, ONE)]).toEqual([['drop 1'], 'none'])
})

test('what others than pages have is fetched for members, and never more than a member may have', () => {
  const { keeper, ada, sent, pass, shares } = setUp()
  expect(keeper.offer(ada.member)).toMatchObject({ bridges: true })
  expect(keeper.offer(null)).toMatchObject({ bridges: false })
  expect(keeper.keep(ONE, ANN, true)).toBe('no-bridge')
  expect(keeper.keep(ONE, ada, true)).toHaveProperty('token')
  // Nobody whom the tracker knows is there.
  expect(sent()).toEqual(['join 1 bridged'])
  pass(HOUR / 2)
  expect(sent()).toEqual([])
  expect(keeper.keep(TWO, ada, true)).toBe('quota')
  expect(keeper.keep(TWO, ada)).toHaveProperty('token')

  keeper.heard({ kind: 'known', infoHash: ONE, name: 'film', size: 41 })
  expect(stateOf(keeper, ONE)).toBe('too-large')
  expect(sent()).toEqual(['drop 1'])
  expect(keeper.keep(ONE, ada, true)).toHaveProperty('token')
  keeper.heard({ kind: 'failed', infoHash: ONE, failure: 'refused' })
  expect(stateOf(keeper, ONE)).toBe('refused')
  expect(keeper.keep(ONE, ada, true)).toHaveProperty('token')
  keeper.heard({ kind: 'failed', infoHash: ONE, failure: 'refused' })
  expect(keeper.keep(ONE, ada, true)).toBe('often')
  pass(DAY + HOUR)
  expect(keeper.keep(ONE, ada, true)).toHaveProperty('token')
  expect(shares.get(ONE)).toMatchObject({ bridged: true })
})

test('a share that was kept among pages alone is joined anew to be fetched from others too, who may come as long as it is kept', () => {
  const { keeper, ada, sent, there, pass } = setUp()
  there.set(ONE, { leechers: 1 })
  keeper.keep(ONE, ANN)
  keeper.keep(ONE, ada, true)
  expect(sent()).toEqual(['join 1', 'leave 1', 'join 1 bridged'])
  // Whoever asks later takes nothing of that back.
  keeper.keep(ONE, BEN)
  keeper.heard({ kind: 'known', infoHash: ONE, name: 'film', size: 40 })
  keeper.heard({ kind: 'progress', infoHash: ONE, here: 40, isComplete: true })
  there.delete(ONE)
  for (let hours = 0; hours < 3; hours += 1) pass(HOUR)
  expect(sent()).toEqual(['fetch 1'])
  keeper.withdraw(ONE, ada.member, '')
  for (const owner of [ANN, BEN]) keeper.keep(ONE, owner)
  pass(8 * DAY)
  expect(sent()).toEqual(['drop 1'])
})

test('no more than a hundred are joined for those who may come, so that there is room for who is there', () => {
  const { keeper, sent, there, pass, shares } = setUp()
  for (let number = 1; number <= 220; number += 1) {
    const hash = infoHash(number)
    keeper.keep(hash, { member: null, network: `192.0.2.${number}` })
    const share = shares.get(hash)
    if (share) shares.put({ ...share, bridged: true, state: 'kept', size: 0 })
  }
  pass(1_000)
  expect(sent().filter((command) => command.startsWith('join'))).toHaveLength(100)
  there.set(infoHash(210), { leechers: 1 })
  pass(1_000)
  expect(sent()).toEqual(['join 210 bridged'])
})
