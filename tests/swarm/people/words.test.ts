import { expect, it } from 'vitest'
import { parseInfoHash, type InfoHash } from '../../../src/core/infoHash.ts'
import { isProvable, isProved, makeIdentity, prove } from '../../../src/swarm/people/identity.ts'
import { certificateIn, greetingOf, wordFor, type Ends } from '../../../src/swarm/people/words.ts'

/* What two ends of a connection say of a share: nothing to who is not in it, and nothing that could be passed on. */

const SHARE = parseInfoHash('1'.repeat(40)) as InfoHash
const bytes = (value: number) => new Uint8Array(32).fill(value)
const [ANN, BEN, MAL] = [bytes(1), bytes(2), bytes(3)] as const
const hex = (value: string) => Array<string>(32).fill(value).join(':')
const line = (value: string) => `a=fingerprint:sha-256 ${hex(value)}\r\n`

it('both ends of a connection mean the same, and who asks does not what who is asked does', async () => {
  const [atAnn, atBen]: Ends[] = [
    { ours: ANN, theirs: BEN },
    { ours: BEN, theirs: ANN },
  ]
  if (!atAnn || !atBen) return expect.fail('There are two ends.')
  const asked = await wordFor('question', SHARE, 'us', atAnn)
  expect(await wordFor('question', SHARE, 'them', atBen)).toBe(asked)
  // What came is not to be sent back as an answer, or as a question of one's own.
  expect(await wordFor('question', SHARE, 'us', atBen)).not.toBe(asked)
  expect(await wordFor('answer', SHARE, 'us', atAnn)).not.toBe(asked)
  expect(asked).not.toContain(SHARE)
})

it('what somebody is asked means nothing on their connections to others', async () => {
  const told = await wordFor('question', SHARE, 'us', { ours: ANN, theirs: MAL })
  for (const by of ['us', 'them'] as const)
    for (const theirs of [ANN, MAL])
      expect(await wordFor('question', SHARE, by, { ours: BEN, theirs })).not.toBe(told)
})

it('reads the one certificate that a description names, wherever it stands', () => {
  expect(certificateIn(`v=0\r\n${line('AB')}m=application 9\r\n`)).toEqual(bytes(0xab))
  expect(certificateIn(`v=0\r\n${line('AB')}m=application 9\r\n${line('ab')}`)).toEqual(bytes(0xab))
})

it.each([
  ['none', 'v=0\r\n'],
  ['two', line('AB') + line('CD')],
  ['a second by another digest', `${line('AB')}a=fingerprint:sha-1 AB:CD\r\n`],
  ['a second that is written oddly', `${line('AB')}a=FingerPrint: sha-256 ${hex('CD')}\r\n`],
  ['one that is cut', `a=fingerprint:sha-256 ${hex('AB').slice(3)}\r\n`],
])('takes a description with %s for one that proves nothing', (_, sdp) => {
  expect(certificateIn(sdp)).toBeNull()
})

it('an id is proved by the key that it is made of, on the connection that it is for', async () => {
  const [ann, mal] = [await makeIdentity(), await makeIdentity()]
  if (!ann.keys || !mal.keys) return expect.fail('Node knows Ed25519.')
  expect(isProvable(ann.peerId)).toBe(true)
  expect(isProvable('2d5348303130302d'.padEnd(40, '0'))).toBe(false)
  const said = greetingOf('us', { ours: ANN, theirs: BEN })
  const signature = await prove(ann.keys, said)
  const heard = greetingOf('them', { ours: BEN, theirs: ANN })
  expect(await isProved(ann.peerId, ann.keys.publicKey, signature, heard)).toBe(true)
  expect(await isProved(mal.peerId, ann.keys.publicKey, signature, heard)).toBe(false)
  const others = await prove(mal.keys, said)
  expect(await isProved(ann.peerId, mal.keys.publicKey, others, heard)).toBe(false)
  expect(await isProved(ann.peerId, ann.keys.publicKey, others, heard)).toBe(false)
  // Passed on by somebody in the middle.
  const elsewhere = greetingOf('them', { ours: BEN, theirs: MAL })
  expect(await isProved(ann.peerId, ann.keys.publicKey, signature, elsewhere)).toBe(false)
})
