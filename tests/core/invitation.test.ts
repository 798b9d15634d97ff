import fc from 'fast-check'
import decodeMagnet from 'magnet-uri'
import { describe, expect, it, test } from 'vitest'
import { cutText } from '../../src/core/cutText.ts'
import { linkOf, linkThatTells, linkToFiles, magnetOf, parseFragment } from '../../src/core/invitation.ts'
import { anchorOf, leadsTo, withNote } from '../../src/core/noteLink.ts'
import { parsePasted } from '../../src/core/pasted.ts'
import { readReviewToken, reviewLinkOf, reviewToken } from '../../src/core/reviewToken.ts'
import { sealSecretOf } from '../../src/core/sealSecret.ts'
import { binaryOfHex, hexOfBinary, parseInfoHash, type InfoHash } from '../../src/core/infoHash.ts'

const HASH = 'c9e15763f722f23e98a29decdfae341b98d53056' as InfoHash

describe('parseInfoHash', () => {
  test.each([
    [HASH, HASH],
    [HASH.toUpperCase(), HASH],
    [` ${HASH}\n`, HASH],
    ['ZHQVOY7XELZD5GFCTXWN7LRUDOMNKMCW', HASH],
    [HASH.slice(1), null],
    [`${HASH}0`, null],
    ['', null],
  ])('%j is %j', (text, expected) => {
    expect(parseInfoHash(text)).toBe(expected)
  })

  it('goes to the wire’s binary and back', () => {
    expect(hexOfBinary(binaryOfHex(HASH))).toBe(HASH)
    expect(binaryOfHex(HASH)).toHaveLength(20)
  })
})

describe('parsePasted', () => {
  test.each([
    ['an info hash', HASH],
    ['a link', `https://shoal.example/#${HASH}`],
    ['a link of another site', `http://localhost:8000/some/where#${HASH.toUpperCase()}`],
    ['a magnet', `magnet:?xt=urn:btih:${HASH}`],
    ['a magnet in capitals', `MAGNET:?xt=URN:BTIH:${HASH.toUpperCase()}`],
    ['a magnet with numbered topics', `magnet:?xt.1=urn:btih:${HASH}&dn=x`],
    ['a link with a magnet', `https://shoal.example/#magnet:?xt=urn:btih:${HASH}&dn=a%20b`],
    [
      'a link with an encoded magnet',
      `https://shoal.example/#${encodeURIComponent(`magnet:?xt=urn:btih:${HASH}`)}`,
    ],
    ['a fragment', `#${HASH}`],
  ])('reads %s', (_what, text) => {
    const pasted = parsePasted(`  ${text}\n`)
    expect(pasted.kind).toBe('invitation')
    if (pasted.kind === 'invitation') expect(pasted.invitation.infoHash).toBe(HASH)
  })

  test.each([
    ['nothing', '  ', { code: 'nothing-pasted' }],
    ['prose', 'hello there', { code: 'no-link' }],
    ['a hash that lost a digit', HASH.slice(1), { code: 'hash-of-odd-length', digits: 39 }],
    ['a magnet without a hash', 'magnet:?dn=x', { code: 'magnet-without-hash' }],
    ['a magnet with a broken hash', 'magnet:?xt=urn:btih:zzz', { code: 'magnet-without-hash' }],
    ['a version 2 magnet', `magnet:?xt=urn:btmh:1220${'a'.repeat(64)}`, { code: 'link-of-version-2' }],
    ['a novel', 'x'.repeat(100_000), { code: 'text-too-long' }],
    ['a script', 'javascript:alert(1)', { code: 'no-link' }],
  ])('says what is wrong with %s', (_what, text, problem) => {
    expect(parsePasted(text)).toMatchObject({ kind: 'unknown', problem })
  })

  it('takes another web address for that of a .torrent file', () => {
    expect(parsePasted('https://example.org/a.torrent')).toEqual({
      kind: 'torrent-url',
      url: 'https://example.org/a.torrent',
    })
  })

  it('keeps only trackers that a page can use, and not too many', () => {
    const trackers = ['udp://a:1', 'wss://b/announce', 'http://c/announce', 'javascript:alert(1)', 'ws://d']
    const many = Array.from({ length: 50 }, (_, n) => `wss://t${n}/`)
    const query = [...trackers, ...many].map((url) => `tr=${encodeURIComponent(url)}`).join('&')
    const pasted = parsePasted(`magnet:?xt=urn:btih:${HASH}&${query}`)
    if (pasted.kind !== 'invitation') throw new Error('not read')
    expect(pasted.invitation.trackers.slice(0, 2)).toEqual(['wss://b/announce', 'ws://d'])
    expect(pasted.invitation.trackers).toHaveLength(20)
  })

  it('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void parsePasted(text)))
    fc.assert(fc.property(fc.string(), (text) => void parsePasted(`magnet:?${text}`)))
    fc.assert(fc.property(fc.string(), (text) => void parsePasted(`https://x/#${text}`)))
  })
})

describe('magnetOf and linkOf', () => {
  const share = {
    infoHash: HASH,
    name: 'räksmörgås & co.txt',
    size: 12,
    trackers: ['wss://a.example/announce'],
    webSeeds: [] as string[],
  }

  it('makes magnets that magnet-uri reads the same', () => {
    const read = decodeMagnet(magnetOf(share))
    expect(read.infoHash).toBe(HASH)
    expect(read.dn).toBe(share.name)
    expect(read.announce).toEqual(share.trackers)
  })

  it('reads back what it made', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }), (name) => {
        const pasted = parsePasted(magnetOf({ ...share, name }))
        expect(pasted.kind === 'invitation' && pasted.invitation.name).toBe(
          cutText(name.replace(/\s+/g, ' ').trim(), 255) || null,
        )
      }),
    )
  })

  it('carries the HTTP copies, and takes no other addresses', () => {
    const webSeeds = ['https://o.example/a%20b.mp4?x=1&y=2', 'http://o.example/']
    const link = linkOf('https://s.example/', { ...share, webSeeds }, 'wss://a.example/announce')
    expect(parseFragment(link.slice(link.indexOf('#') + 1))?.webSeeds).toEqual(webSeeds)
    const hostile = [
      'javascript:alert(1)',
      'data:,x',
      'https://user:pw@o.example/',
      'x',
      `https://o.example/${'a'.repeat(3000)}`,
    ]
    const magnet = magnetOf({ ...share, webSeeds: [...hostile, ...webSeeds, ...webSeeds] })
    expect(parseFragment(magnet)?.webSeeds).toEqual(webSeeds)
  })

  it('makes a short link on the site’s own tracker, and carries the magnet where others matter', () => {
    expect(linkOf('https://s.example/', share, 'wss://a.example/announce')).toBe(`https://s.example/#${HASH}`)
    const link = linkOf('https://s.example/', share, 'wss://other.example/announce')
    expect(parseFragment(link.slice(link.indexOf('#') + 1))).toEqual({
      infoHash: HASH,
      name: share.name,
      size: 12,
      trackers: share.trackers,
      classicTrackers: [],
      webSeeds: [],
      torrents: [],
      files: null,
      review: null,
      note: null,
      key: null,
    })
  })
})

describe('keys of sealed shares', () => {
  const share = { infoHash: HASH, name: 'sealed.shoal', size: 65_536, webSeeds: [] as string[] }
  const own = 'wss://a.example/announce'
  // A password that would take too long to try, or too much memory; or nothing to speak of.
  const UNBEARABLE = [
    '65536',
    '65536.3',
    '8191.3.1',
    '262145.3.1',
    '65536.0.1',
    '65536.11.1',
    '65536.3.5',
  ].map((numbers) => `${'a'.repeat(43)}.${numbers}`)
  const fragmentOf = (link: string) => link.slice(link.indexOf('#') + 1)
  const cost = fc.record({
    memory: fc.integer({ min: 8_192, max: 262_144 }),
    passes: fc.integer({ min: 1, max: 10 }),
    lanes: fc.integer({ min: 1, max: 4 }),
  })
  const secrets = fc
    .tuple(fc.uint8Array({ minLength: 32, maxLength: 32 }), fc.option(cost))
    .map(([bytes, asked]) => sealSecretOf(bytes, asked))

  it.each([[own], ['wss://other.example/announce']])('come back from links by %s', (tracker) => {
    fc.assert(
      fc.property(secrets, (key) => {
        const link = linkOf('https://s.example/', { ...share, trackers: [tracker] }, own, key)
        expect(link.endsWith(`&key=${key}`)).toBe(true)
        expect(parsePasted(`Look: ${link}.`)).toMatchObject({ invitation: { infoHash: HASH, key } })
        expect(parseFragment(encodeURIComponent(fragmentOf(link)))).toMatchObject({ infoHash: HASH, key })
      }),
    )
  })

  it('stay with a link to some of the files, and beside a private review', () => {
    const key = sealSecretOf(new Uint8Array(32).fill(7))
    const shared = { ...share, trackers: [own] }
    const link = linkOf('https://s.example/', shared, own, key)
    for (const tells of [true, false]) {
      const chosen = linkToFiles({ link, magnet: magnetOf(shared) }, [1], tells)
      expect(parseFragment(fragmentOf(chosen))).toMatchObject({ files: [1], key })
      for (const told of [null, { name: 'a film', size: 5 }]) {
        expect(parseFragment(fragmentOf(linkThatTells(chosen, told)))).toMatchObject({ key })
        expect(parseFragment(fragmentOf(linkThatTells(link, told)))).toMatchObject({ key })
      }
    }
    const review = reviewToken(new Uint8Array(32).fill(9), 'write')
    expect(parseFragment(fragmentOf(reviewLinkOf(link, review)))).toMatchObject({ key, review })
  })

  it.each(['', 'short', 'a'.repeat(44), ...UNBEARABLE])(
    'that are damaged (%s) are told, not left out',
    (key) => {
      expect(parsePasted(`https://s.example/#${HASH}&key=${key}`)).toMatchObject({
        kind: 'unknown',
        problem: { code: 'key-damaged' },
      })
    },
  )
})

describe('private reviews', () => {
  const share = { infoHash: HASH, name: 'a b', size: 0, webSeeds: [] as string[] }
  const link = (trackers: readonly string[]) =>
    linkOf('https://s.example/', { ...share, trackers }, 'wss://a.example/announce')
  const links = [link(['wss://a.example/announce']), link(['wss://other.example/announce'])]

  it.each(links)('come back from %s, and are in the fragment alone', (plain) => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), fc.boolean(), (bytes, may) => {
        const token = reviewToken(bytes, may ? 'read' : 'write')
        const url = new URL(reviewLinkOf(plain, token))
        expect(url.search).toBe('')
        const pasted = parsePasted(url.href)
        const invitation = pasted.kind === 'invitation' ? pasted.invitation : null
        expect(invitation).toEqual({ ...parseFragment(new URL(plain).hash.slice(1)), review: token })
        expect(parsePasted(reviewLinkOf(plain, token).replace(/&review=/, '%26review%3D'))).toEqual(pasted)
        expect(readReviewToken(token)).toEqual({ may: may ? 'read' : 'write', bytes })
      }),
    )
  })

  it('are not mistaken for open ones when a part of the link is lost', () => {
    const whole = reviewLinkOf(links[0] ?? '', reviewToken(new Uint8Array(32), 'write'))
    for (let length = whole.length - 1; length > whole.indexOf('&review=') + 7; length--) {
      expect(parseFragment(new URL(whole.slice(0, length)).hash.slice(1))).toBeNull()
      expect(parsePasted(whole.slice(0, length)).kind).toBe('unknown')
    }
  })
})

describe('a link to a note', () => {
  const REF = `${'ab12cd34'.repeat(8)}/k3z`

  it('leads to that note and to no other, beside all else that a link carries', () => {
    const token = reviewToken(new Uint8Array(32), 'read')
    const link = withNote(`${HASH}&n=Film&s=12`, anchorOf(REF))
    for (const fragment of [link, reviewLinkOf(link, token)]) {
      const invitation = parseFragment(fragment)
      expect(invitation).toMatchObject({ infoHash: HASH, name: 'Film', size: 12 })
      expect(invitation?.note && leadsTo(invitation.note, REF)).toBe(true)
      expect(invitation?.note && leadsTo(invitation.note, REF.replace('k3z', 'k3'))).toBe(false)
    }
  })

  it('leads to the share where a part of it was lost', () => {
    for (const end of ['', '&note=', '&note=ab12', '&note=<b>', '&note=ab12cd34-'])
      expect(parseFragment(`${HASH}${end}`)).toMatchObject({ infoHash: HASH, note: null })
  })
})
