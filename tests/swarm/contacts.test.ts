import { describe, expect, it } from 'vitest'
import { Contacts, type KeptContacts } from '../../src/swarm/contacts.ts'

const OWN = 'wss://share.example/announce'
const OTHER = 'wss://tracker.example:8443/announce'
const FAR = 'https://films.example/film.mp4'
const NEAR = 'http://192.168.1.1/reboot?now'
const HERE = 'http://127.0.0.1:9000/film.mp4'

function contacts(site = 'https://share.example/', kept?: KeptContacts, always = false): Contacts {
  return new Contacts({ site, always: () => always }, kept)
}

describe('a stranger’s link', () => {
  it('has the site’s own tracker contacted, and others after a word', () => {
    const asked = contacts()
    expect(asked.trackers([OWN, OTHER])).toEqual([OWN])
    expect(asked.describe([OWN, OTHER], [])).toMatchObject({ trackers: ['tracker.example:8443'], near: [] })
    asked.allow(['tracker.example:8443'])
    expect(asked.trackers([OWN, OTHER])).toEqual([OWN, OTHER])
    expect(asked.describe([OWN, OTHER], []).trackers).toEqual([])
  })

  it('has all trackers contacted where the visitor said so once and for all, and nothing near', () => {
    const asked = contacts(undefined, undefined, true)
    expect(asked.trackers([OWN, OTHER])).toEqual([OWN, OTHER])
    expect(asked.webSeeds([FAR, NEAR])).toEqual([FAR])
  })

  it('has its .torrent file asked for as little as trackers and near copies', () => {
    const [theirs, near] = ['https://films.example/a.torrent', 'http://192.168.1.1/a.torrent']
    const asked = contacts()
    expect(asked.torrents(['https://share.example/a.torrent', theirs, near])).toEqual([
      'https://share.example/a.torrent',
    ])
    expect(asked.describe([], [], [theirs, near])).toMatchObject({
      trackers: ['films.example'],
      near: ['192.168.1.1'],
      others: [],
    })
    asked.allow(['films.example', '192.168.1.1'])
    expect(asked.torrents([theirs, near])).toEqual([theirs, near])
    expect(contacts(undefined, undefined, true).torrents([theirs, near])).toEqual([theirs])
  })

  it('has nothing asked in the visitor’s network or machine before a word', () => {
    const asked = contacts()
    expect(asked.webSeeds([FAR, NEAR, HERE])).toEqual([FAR])
    expect(asked.describe([OWN], [FAR, NEAR, HERE]).near).toEqual(['192.168.1.1', '127.0.0.1:9000'])
    asked.allow(['192.168.1.1'])
    expect(asked.webSeeds([FAR, NEAR, HERE])).toEqual([FAR, NEAR])
  })

  it('opened on a page that is near itself may ask what is as near', () => {
    expect(contacts('http://localhost:8000/').webSeeds([FAR, NEAR, HERE])).toEqual([FAR, HERE])
    expect(contacts('http://10.0.0.5/').webSeeds([FAR, NEAR, HERE])).toEqual([FAR, NEAR])
    expect(contacts('http://10.0.0.5/').trackers(['ws://10.0.0.5:8001/announce'])).toHaveLength(1)
    expect(contacts('http://localhost:8000/').trackers(['ws://127.0.0.1:8001/announce'])).toHaveLength(1)
  })
})

it('trackers of others are passed on by choice', () => {
  const asked = contacts()
  asked.allow(['tracker.example:8443'])
  expect(asked.passedOn([OWN, OTHER])).toEqual([OWN])
  asked.passOn(true)
  expect(asked.passedOn([OWN, OTHER])).toEqual([OWN, OTHER])
  expect(asked.describe([OWN, OTHER], [])).toMatchObject({
    others: ['tracker.example:8443'],
    passesOn: true,
  })
})

it('what was decided is kept, and everything goes for one’s own', () => {
  const asked = contacts()
  asked.allow(['192.168.1.1'])
  asked.passOn(true)
  const again = contacts(undefined, asked.kept)
  expect(again.webSeeds([NEAR, HERE])).toEqual([NEAR])
  expect(again.kept).toEqual({ allowed: ['192.168.1.1'], passesOn: true })
  const own = contacts(undefined, { allowed: 'all', passesOn: false })
  expect(own.webSeeds([NEAR, HERE])).toEqual([NEAR, HERE])
  expect(own.trackers([OWN, OTHER])).toEqual([OWN, OTHER])
})
