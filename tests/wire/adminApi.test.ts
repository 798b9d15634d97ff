import { expect, it } from 'vitest'
import { readOverview, readProblem, readSwarm } from '../../src/wire/adminApi.ts'

/** That the server answers what is read here is a matter of types; that it is read with care is shown here. */

const PEER = {
  kind: 'webrtc',
  client: '',
  isSeed: true,
  isPartialSeed: false,
  memberId: null,
  memberName: '',
}
const SWARM = { infoHash: 'a', name: 'b', seeds: 1, leechers: 0, status: null, peers: [PEER] }

it('takes what it asks for, and nothing else', () => {
  expect(readSwarm({ ...SWARM, more: 1, peers: [{ ...PEER, ip: '192.0.2.1' }] })).toEqual(SWARM)
})

it.each([
  null,
  'swarm',
  { ...SWARM, seeds: '1' },
  { ...SWARM, status: 'odd' },
  { ...SWARM, status: undefined },
  { ...SWARM, peers: {} },
  { ...SWARM, peers: [PEER, { ...PEER, kind: 'tcp' }] },
])('takes nothing of %j', (json) => {
  expect(readSwarm(json)).toBeUndefined()
})

it('reads no member that an object has by birth', () => {
  expect(readOverview(Object.create({ mode: 'open' }))).toBeUndefined()
  expect(readProblem({ error: 'x', code: 'toString' })).toBeUndefined()
  expect(readProblem({ error: 'x', code: 'no-such-member' })).toEqual({ code: 'no-such-member' })
})
