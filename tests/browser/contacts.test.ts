import { expect, it } from 'vitest'
import { page as screen } from 'vitest/browser'
import { listOf } from '../../src/ui/words/measures.ts'
import { axeFindings, openPage } from './support/openPage.ts'
import { HASH, share } from './support/shares.ts'

/** Whom a link wants the page to contact, and what somebody says to that. */

const NOTHING = { trackers: [], near: [], others: [], passesOn: false }
const fetching = share({
  state: 'fetching',
  mine: false,
  files: [],
  progress: 0,
  contacts: { ...NOTHING, trackers: ['tracker.example', 'other.example:8443'], near: ['192.168.1.7'] },
})

it('a link’s trackers are named, and contacted by a click', async () => {
  const { engine } = await openPage({ shares: [fetching], fragment: HASH })
  await expect
    .element(screen.getByText(/The link also names tracker\.example and other\.example:8443:/))
    .toBeVisible()
  expect(engine.asked('contact')).toEqual([])
  await screen.getByRole('button', { name: 'Connect', exact: true }).click()
  expect(engine.asked('contact')).toEqual([['s1', ['tracker.example', 'other.example:8443']]])
  expect(await axeFindings()).toEqual([])
})

it('somebody may have all of them contacted from now on', async () => {
  const { engine, page } = await openPage({ shares: [fetching], fragment: HASH })
  await screen.getByRole('button', { name: 'Always connect' }).click()
  expect(page.part.dial.contactsAll).toBe(true)
  expect(engine.asked('dialChanged')).toHaveLength(1)
  expect(JSON.parse(localStorage.getItem('shoal.dial') ?? '')).toMatchObject({ contactsAll: true })
})

const ONLY_ON_CLICK = { 'shoal.dial': '{"onlyOnClick":true}' }

it('a link waits for a click where that was chosen, and shows what it tells by itself', async () => {
  const fragment = `magnet:?xt=urn:btih:${HASH}&dn=Summer%20on%20the%20lake&xl=725000000`
  const { engine } = await openPage({ fragment }, undefined, ONLY_ON_CLICK)
  await expect.element(screen.getByRole('heading', { name: 'Summer on the lake' })).toBeVisible()
  await expect.element(screen.getByText('725 MB')).toBeVisible()
  expect(engine.asked('open')).toEqual([])
  expect(await axeFindings()).toEqual([])
  await screen.getByRole('button', { name: 'Connect', exact: true }).click()
  await expect.poll(() => engine.asked('open')).toHaveLength(1)
  await expect.element(screen.getByRole('article')).toBeVisible()
})

it('what is here already needs no click', async () => {
  await openPage({ shares: [share()], fragment: HASH }, undefined, ONLY_ON_CLICK)
  await expect.element(screen.getByRole('article')).toBeVisible()
  await expect.element(screen.getByRole('button', { name: 'Connect', exact: true })).not.toBeInTheDocument()
})

it('a copy in one’s own network is asked after a word of its own', async () => {
  const { engine } = await openPage({ shares: [fetching], fragment: HASH })
  await screen.getByRole('button', { name: 'Use this copy' }).click()
  expect(engine.asked('contact')).toEqual([['s1', ['192.168.1.7']]])
})

it('“Download” says whom it contacts', async () => {
  const ready = share({
    state: 'ready',
    mine: false,
    progress: 0,
    contacts: { ...NOTHING, trackers: ['t.example'] },
  })
  await openPage({ shares: [ready], fragment: HASH })
  await expect.element(screen.getByText(/“Download” also contacts t\.example/)).toBeVisible()
  await expect.element(screen.getByRole('button', { name: 'Connect', exact: true })).not.toBeInTheDocument()
})

it('a link names the trackers of others by choice', async () => {
  const { engine } = await openPage({
    shares: [share({ contacts: { ...NOTHING, others: ['t.example'] } })],
    fragment: HASH,
  })
  await screen.getByText('More', { exact: true }).click()
  const box = screen.getByRole('checkbox', { name: 'Name t.example in the link as well' })
  await expect.element(box).not.toBeChecked()
  await box.click()
  expect(engine.asked('passOn')).toEqual([['s1', true]])
})

it.each([
  [['a'], 'a'],
  [['a', 'b'], 'a and b'],
  [['a', 'b', 'c'], 'a, b and c'],
  [['a', 'b', 'c', 'd', 'e'], 'a, b, c and 2 more'],
])('%j reads %s', (names, words) => {
  expect(listOf(names)).toBe(words)
})
