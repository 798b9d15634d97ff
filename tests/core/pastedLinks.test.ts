import decodeMagnet from 'magnet-uri'
import { describe, expect, it, test } from 'vitest'
import { magnetOf, type Invitation } from '../../src/core/invitation.ts'
import { MOST_LINKS, parsePasted } from '../../src/core/pasted.ts'
import type { InfoHash } from '../../src/core/infoHash.ts'

/* Links as mail programs, chats, web pages and fields leave them; most are from bug reports of other programs. */

const HASH = '0123456789abcdef0123456789abcdef01234567' as InfoHash
const OTHER = 'c9e15763f722f23e98a29decdfae341b98d53056'
const BASE32 = 'AERUKZ4JVPG66AJDIVTYTK6N54ASGRLH'
const TRACKER = 'wss://tracker.example.org'
const BARE = `magnet:?xt=urn:btih:${HASH}`
const FILM = `${BARE}&dn=Some%20film&tr=wss%3A%2F%2Ftracker.example.org`
const wrapped = (text: string, at: number, by: string) => `${text.slice(0, at)}${by}${text.slice(at)}`

function read(text: string): Invitation {
  const pasted = parsePasted(text)
  if (pasted.kind !== 'invitation') throw new Error(`It was read as ${JSON.stringify(pasted)}.`)
  return pasted.invitation
}

describe('a link with a name and a tracker', () => {
  test.each([
    ['as it is', FILM],
    ['encoded once more', encodeURIComponent(FILM)],
    ['encoded twice more', encodeURIComponent(encodeURIComponent(FILM))],
    ['encoded but for the colon', FILM.replace('?', '%3F').replaceAll('=', '%3D').replaceAll('&', '%26')],
    ['whose values were encoded once more', FILM.replaceAll('%3A', '%253A').replaceAll('%2F', '%252F')],
    ['out of HTML', FILM.replaceAll('&', '&amp;')],
    ['out of HTML twice', FILM.replaceAll('&', '&amp;amp;')],
    ['out of XML', FILM.replaceAll('&', '&#38;')],
    ['broken in its hash', wrapped(FILM, 40, '\n')],
    ['broken in its hash, in a field of one line', wrapped(FILM, 40, ' ')],
    ['broken in its hash, after 32 digits', wrapped(FILM, 52, '\r\n')],
    ['broken before a parameter', wrapped(FILM, FILM.indexOf('&tr'), '\n')],
    ['broken in a tracker', wrapped(FILM, FILM.indexOf('%2F%2F') + 4, '\r\n')],
    ['broken in mail at 76', `${wrapped(FILM, 76, '\n')}\n\nSee you\n`],
    ['quoted in mail', `> Here:\n> ${wrapped(FILM, 76, '\n> ')}\n> Bye\n`],
    ['in angle brackets', `Here it is: <${wrapped(wrapped(FILM, 90, '\n  '), 30, '\n')}>. Enjoy!`],
    ['in quotes', `He sent "${FILM}", I think`],
    ['in typographic quotes', `„${FILM}“`],
    ['in apostrophes', `'${FILM}'`],
    ['in code', `\`${FILM}\``],
    ['in brackets', `(see ${FILM})`],
    ['in Markdown', `[the film](${FILM})`],
    ['in bold', `**${FILM}**`],
    ['in an HTML link', `<a href="${FILM.replaceAll('&', '&amp;')}">${FILM}</a>`],
    ['with a full stop behind', `${FILM}.`],
    ['behind words', `Look at this: ${FILM}`],
    ['before words', `${FILM} was what I meant, dear`],
    ['before words on their own line', `${FILM}\nThanks!`],
    ['before an empty line', `${FILM}\n\n-- \nAnn & dn=Ben`],
    ['with zero width characters', `\u200b${wrapped(wrapped(FILM, 25, '\u200b'), 10, '\ufeff')}\u200d`],
    ['with a space in its name', FILM.replace('%20', ' ')],
    ['with a plus in its name', FILM.replace('%20', '+')],
    [
      'with numbered parameters',
      `magnet:?xt.1=urn:btih:${HASH}&dn=Some+film&tr.1=${encodeURIComponent(TRACKER)}`,
    ],
    ['without a question mark', FILM.replace('?', '')],
    ['with slashes', FILM.replace(':?', '://?')],
    ['in base 32', FILM.replace(HASH, BASE32)],
    ['in capitals', FILM.replace('film', 'FILM').toUpperCase()],
    ['of a streaming program', `stream-${FILM}`],
    ['without its beginning', FILM.replace('magnet:?xt=', '')],
    ['in a link of a site', `https://shoal.example/#${FILM}`],
    ['in a link of a site, in mail', `<https://shoal.example/#${wrapped(FILM, 60, '\n')}>.`],
    ['in a link of a site, encoded', `see https://shoal.example/#${encodeURIComponent(FILM)}.`],
    ['in a page that leads elsewhere', `https://leave.example/?to=${encodeURIComponent(FILM)}&sig=1`],
    ['twice', `${FILM}\n${BARE}`],
    ['with peers that a page cannot reach', `${FILM}&x.pe=192.0.2.1:6881&kt=a+b&x=%`],
  ])('is read %s', (_what, text) => {
    const { infoHash, name, trackers } = read(text)
    expect({
      infoHash,
      name: name?.toLowerCase(),
      trackers: trackers.map((url) => new URL(url).href),
    }).toEqual({
      infoHash: HASH,
      name: 'some film',
      trackers: [`${TRACKER}/`],
    })
  })
})

describe('an info hash', () => {
  test.each([
    ['as a topic', `urn:btih:${HASH}`],
    ['as a topic in base 32', `URN:BTIH:${BASE32}`],
    ['as half a topic', `btih:${HASH}`],
    ['in quotes', `"${HASH}"`],
    ['broken', wrapped(HASH, 20, '\n')],
    ['in words', `The hash is ${HASH.toUpperCase()}.`],
    ['in base 32', BASE32.toLowerCase()],
    ['behind the name of a site', `my.site/#${HASH}`],
    ['broken in a link', `https://shoal.example/#${wrapped(HASH, 20, '\n')}`],
    ['in a link, with a full stop', `It is https://shoal.example/#${HASH}.`],
    ['beside a page', `https://forum.example/thread says ${BARE}`],
  ])('is read %s', (_what, text) => {
    expect(read(text).infoHash).toBe(HASH)
  })
})

describe('several links', () => {
  const hashesOf = (text: string) => {
    const pasted = parsePasted(text)
    const links = pasted.kind === 'several' ? pasted.links : []
    return links.map((link) => (link.kind === 'invitation' ? link.invitation.infoHash : link.url))
  }

  test.each([
    ['on lines', `${BARE}\nmagnet:?xt=urn:btih:${OTHER}\n${BARE}`],
    ['on one line', `${FILM} magnet:?xt=urn:btih:${OTHER}`],
    ['glued by a field of one line', `${FILM}magnet:?xt=urn:btih:${OTHER}`],
    ['of sites', `https://a.example/#${HASH}https://b.example/#${OTHER}`],
    ['as hashes on lines', `${HASH}\n${OTHER}`],
    ['as hashes without anything between', `${HASH}${OTHER}`],
    ['as bare magnets in a list', `1. ${BARE}\n2. https://b.example/#${OTHER}`],
    ['in a list', `1. ${HASH} (first)\n2. <${FILM.replace(HASH, OTHER)}>`],
  ])('are read %s', (_what, text) => {
    expect(hashesOf(text)).toEqual([HASH, OTHER])
  })

  it('may be of .torrent files, but no other addresses', () => {
    const torrent = 'https://example.org/a%20b.torrent'
    expect(hashesOf(`${BARE} or ${torrent}, from https://example.org/page`)).toEqual([HASH, torrent])
    expect(parsePasted(`from https://example.org/page: ${torrent}.`)).toEqual({
      kind: 'torrent-url',
      url: torrent,
    })
  })

  it('are opened up to a number, and the rest is counted', () => {
    const many = Array.from(
      { length: 50 },
      (_, n) => `magnet:?xt=urn:btih:${n.toString(16).padStart(40, '0')}`,
    )
    const pasted = parsePasted(many.join('\n'))
    expect(pasted).toMatchObject({ kind: 'several', left: 50 - MOST_LINKS })
    expect(hashesOf(many.join('\n'))).toHaveLength(MOST_LINKS)
  })
})

describe('what is no version 1 info hash', () => {
  test.each([
    ['a version 2 topic', `urn:btmh:1220${'a'.repeat(64)}`, 'link-of-version-2'],
    ['a version 2 magnet', `magnet:?xt=urn:btmh:1220${'a'.repeat(64)}&dn=x`, 'link-of-version-2'],
    ['a version 2 hash', 'ab'.repeat(32), 'link-of-version-2'],
    ['40 other characters', `magnet:?xt=urn:btih:${'z'.repeat(40)}`, 'magnet-without-hash'],
    ['a hash with a digit too many', `${BARE}8`, 'magnet-without-hash'],
    ['half a hash and words', 'magnet:?xt=urn:btih:0123456789 is broken', 'magnet-without-hash'],
  ])('is said to be none: %s', (_what, text, code) => {
    const pasted = parsePasted(text)
    expect(pasted).toMatchObject({ kind: 'unknown', problem: { code } })
  })

  it('is no obstacle where both are named', () => {
    expect(read(`magnet:?xt=urn:btmh:1220${'a'.repeat(64)}&xt=urn:btih:${HASH}`).infoHash).toBe(HASH)
  })
})

describe('the other fields', () => {
  it('keep a damaged %, a = in a value, and a + in a name', () => {
    const { name, webSeeds } = read(`${BARE}&dn=100%+C%2B%2B&ws=https://o.example/a?x=1`)
    expect(name).toBe('100% C++')
    expect(webSeeds).toEqual(['https://o.example/a?x=1'])
  })

  it('tell HTTP copies from addresses of the .torrent file', () => {
    const magnet = `${BARE}&xs=https://o.example/get?id=1&as=https://o.example/film.mp4&as=https://o.example/b.torrent&xs=urn:btpk:${'a'.repeat(64)}&xs=dchub://x&ws=https://w.example/`
    expect(read(magnet)).toMatchObject({
      webSeeds: ['https://w.example/', 'https://o.example/film.mp4'],
      torrents: ['https://o.example/get?id=1', 'https://o.example/b.torrent'],
    })
  })

  test.each([
    ['0', [0]],
    ['2-4,0,3', [0, 2, 3, 4]],
    ['1,9-7', [1]],
    ['9-7', null],
    ['', null],
    ['x', null],
    ['-1', null],
    ['0-99999999999', null],
    ['1.5', null],
  ])('so=%s selects %j', (so, files) => {
    expect(read(`${BARE}&so=${so}`).files).toEqual(files)
  })

  it('come back from the link that is written of them', () => {
    const contents = {
      infoHash: HASH,
      name: 'C++ & 100 % größer 👨‍👩‍👧',
      size: 12,
      trackers: [TRACKER],
      webSeeds: ['https://o.example/a?x=1&y=2'],
      torrents: ['https://o.example/b.torrent'],
      files: [0, 2, 3, 4, 9],
    }
    const magnet = magnetOf(contents)
    expect(magnet).toMatch(new RegExp(`^${BARE.replace('?', '\\?')}&dn=C%2B%2B%20`))
    expect(magnet).toContain('&so=0,2-4,9')
    expect(read(magnet)).toEqual({ ...contents, classicTrackers: [], review: null, note: null, key: null })
    expect(decodeMagnet(magnet)).toMatchObject({ infoHash: HASH, so: contents.files, announce: [TRACKER] })
  })

  it('are written of any name', () => {
    expect(
      read(magnetOf({ infoHash: HASH, name: 'a\ud83d', size: 0, trackers: [], webSeeds: [] })).name,
    ).toBe('a\ufffd')
  })
})

// Each would take minutes where a step looks at all that precedes or follows, for each word.
test.each([
  'magnet:?a ',
  '<magnet:?',
  'magnet:?x=a b ',
  '("[',
  `${BARE} b `,
  'https://a/#magnet:?dn=a ',
  '&amp;',
])('a long text of %j is read to its end', (part) => {
  expect(() => parsePasted(part.repeat(65_536 / part.length))).not.toThrow()
})
