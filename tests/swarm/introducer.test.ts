import { expect, test } from 'vitest'
import { Introducer, type Neighbour } from '../../src/swarm/discovery/introducer.ts'
import type { IntroductionMessage } from '../../src/wire/introductionMessages.ts'
import { parseOfferId, parsePeerId } from '../../src/wire/trackerMessages.ts'

/* What a peer does for two of its neighbours. */

interface Heard extends Neighbour {
  readonly heard: IntroductionMessage[]
}

function neighbour(digit: string): Heard {
  const heard: IntroductionMessage[] = []
  return { id: parsePeerId(digit.repeat(40)) ?? expect.fail(), send: (each) => heard.push(each), heard }
}

const OFFER = parseOfferId('f'.repeat(40)) ?? expect.fail()

function meeting() {
  const clock = { now: 0 }
  const [ann, ben, cid] = [neighbour('1'), neighbour('2'), neighbour('3')]
  const introducer = new Introducer(
    () => [ann, ben, cid],
    () => clock.now,
  )
  const offer = (from: Heard, to: Heard) =>
    introducer.introduce(from, { kind: 'introduce', peerId: to.id, offerId: OFFER, sdp: 'an offer' })
  const answer = (from: Heard, to: Heard) =>
    introducer.answer(from, { kind: 'accept', peerId: to.id, offerId: OFFER, sdp: 'an answer' })
  return { clock, ann, ben, cid, introducer, offer, answer }
}

test('names its neighbours to each other, and nobody to themselves', () => {
  const { introducer, ann, ben, cid } = meeting()
  introducer.name(ann)
  expect(ann.heard).toEqual([{ kind: 'known', peers: [ben.id, cid.id] }])
})

test('carries an offer there and its answer back, once', () => {
  const { ann, ben, cid, offer, answer } = meeting()
  offer(ann, ben)
  expect(ben.heard).toEqual([{ kind: 'offer', peerId: ann.id, offerId: OFFER, sdp: 'an offer' }])
  // Somebody else cannot answer for Ben.
  answer(cid, ann)
  expect(ann.heard).toEqual([])
  answer(ben, ann)
  answer(ben, ann)
  expect(ann.heard).toEqual([{ kind: 'answer', peerId: ben.id, offerId: OFFER, sdp: 'an answer' }])
})

test('carries no answer to who has asked nothing, or so long ago that nobody waits for it', () => {
  const { clock, ann, ben, offer, answer } = meeting()
  answer(ben, ann)
  offer(ann, ben)
  clock.now += 60_000
  answer(ben, ann)
  expect(ann.heard).toEqual([])
})

test('says so when a peer does not answer, or is none of its own', () => {
  const { introducer, ann, ben, offer } = meeting()
  offer(ann, ben)
  introducer.refuse(ben, ann.id, OFFER)
  offer(ann, neighbour('9'))
  offer(ann, ann)
  expect(ann.heard.map(({ kind }) => kind)).toEqual(['refused', 'refused', 'refused'])
})

test('neither asks without end for one, nor bothers one without end for many', () => {
  const { clock, introducer, ann, ben, cid, offer } = meeting()
  for (let count = 0; count < 100; count++) offer(ann, ben)
  const bothered = ben.heard.length
  expect(bothered).toBeLessThan(20)
  expect(ann.heard).toHaveLength(100 - bothered)
  offer(cid, ben)
  expect(ben.heard).toHaveLength(bothered)
  for (let count = 0; count < 100; count++) introducer.name(cid)
  expect(cid.heard.filter(({ kind }) => kind === 'known').length).toBeLessThan(20)
  clock.now += 10_000
  offer(cid, ben)
  expect(ben.heard).toHaveLength(bothered + 1)
})
