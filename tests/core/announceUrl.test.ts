import { describe, expect, test } from 'vitest'
import { passkeyIn, withoutPasskey, withPasskey } from '../../src/core/announceUrl.ts'
import { tokenOfFragment, tokenOfLink } from '../../src/core/memberInvitation.ts'

const KEY = 'c0ffee'.repeat(6) + 'abcd'
const OWN = 'wss://share.example/announce'

describe('an announce URL', () => {
  test.each([
    [`${OWN}/${KEY}`, OWN],
    [`${OWN}/anything`, OWN],
    [`ws://share.example/announce/${KEY}?x=1`, 'ws://share.example/announce'],
    [OWN, OWN],
    // Another site's tracker may have its keys wherever it likes.
    [`wss://other.example/announce/${KEY}`, `wss://other.example/announce/${KEY}`],
    [`wss://share.example:8000/announce/${KEY}`, `wss://share.example:8000/announce/${KEY}`],
    ['no address', 'no address'],
  ])('%s is shown as %s', (url, shown) => {
    expect(withoutPasskey(url, 'share.example')).toBe(shown)
  })

  test('holds the passkey for the site’s own tracker alone', () => {
    expect(withPasskey(OWN, OWN, KEY)).toBe(`${OWN}/${KEY}`)
    expect(withPasskey(OWN, OWN, null)).toBe(OWN)
    expect(withPasskey('wss://other.example/announce', OWN, KEY)).toBe('wss://other.example/announce')
  })

  test.each([
    [`https://share.example/announce/${KEY}`, KEY],
    [` ${OWN}/${KEY}\n`, KEY],
    [`udp://share.example:8000/announce/${KEY}`, null],
    [`https://other.example/announce/${KEY}`, null],
    [`https://share.example/announce/${KEY}0`, null],
    [KEY, null],
    [`https://share.example/#${KEY}`, null],
  ])('%s, pasted, is the passkey %s', (text, passkey) => {
    expect(passkeyIn(text, 'share.example')).toBe(passkey)
  })
})

describe('an invitation to become a member', () => {
  test('is read from the fragment, and never taken for an info hash', () => {
    expect(tokenOfFragment(`invitation=${KEY}`)).toBe(KEY)
    expect(tokenOfFragment(KEY)).toBeNull()
    expect(tokenOfFragment(`invitation=${KEY.slice(1)}`)).toBeNull()
  })

  test('is taken from links of this site alone: another’s token is not sent here', () => {
    const site = 'https://share.example'
    expect(tokenOfLink(`${site}/#invitation=${KEY}`, `${site}/`)).toBe(KEY)
    expect(tokenOfLink(`https://other.example/#invitation=${KEY}`, site)).toBeNull()
    expect(tokenOfLink('hello', site)).toBeNull()
  })
})
