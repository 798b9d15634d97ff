import { expect, test } from 'vitest'
import { isRelayed } from '../../src/swarm/link/path.ts'

/* By which way a connection leads, as browsers tell it; real ones are in `tests/nat`. */

interface Ends {
  readonly local: string
  readonly remote: string
}

function report(pairs: readonly (Ends & { nominated?: boolean; state?: string })[], selected?: number) {
  const stats = pairs.flatMap(({ local, remote, nominated = true, state = 'succeeded' }, index) => [
    { id: `l${index}`, type: 'local-candidate', candidateType: local },
    { id: `r${index}`, type: 'remote-candidate', candidateType: remote },
    {
      id: `p${index}`,
      type: 'candidate-pair',
      nominated,
      state,
      localCandidateId: `l${index}`,
      remoteCandidateId: `r${index}`,
    },
  ])
  const transport = { id: 't', type: 'transport', selectedCandidatePairId: `p${selected ?? ''}` }
  return new Map([...stats, ...(selected === undefined ? [] : [transport])].map((each) => [each.id, each]))
}

const DIRECT = { local: 'host', remote: 'srflx' }

test('a relay at either end makes it a relayed one', () => {
  expect(isRelayed(report([DIRECT], 0))).toBe(false)
  expect(isRelayed(report([{ local: 'relay', remote: 'host' }], 0))).toBe(true)
  expect(isRelayed(report([{ local: 'prflx', remote: 'relay' }], 0))).toBe(true)
})

test('the pair that is in use counts, and not those that were tried', () => {
  const relay = { local: 'relay', remote: 'relay' }
  expect(isRelayed(report([relay, DIRECT], 1))).toBe(false)
  expect(isRelayed(report([DIRECT, relay], 1))).toBe(true)
})

test('where the browser tells of no transport, the last pair that both agreed on counts', () => {
  const relay = { local: 'relay', remote: 'host' }
  expect(isRelayed(report([relay, DIRECT]))).toBe(false)
  expect(isRelayed(report([DIRECT, { ...relay, nominated: false }]))).toBe(false)
  expect(isRelayed(report([DIRECT, { ...relay, state: 'failed' }]))).toBe(false)
  expect(isRelayed(report([DIRECT, relay]))).toBe(true)
})

test('without any pair nothing is relayed', () => expect(isRelayed(new Map())).toBe(false))
