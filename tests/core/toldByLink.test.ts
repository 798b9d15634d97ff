import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { linkOf, linkThatTells, linkToFiles, parseFragment } from '../../src/core/invitation.ts'
import { parsePasted } from '../../src/core/pasted.ts'
import type { InfoHash } from '../../src/core/infoHash.ts'
import { reviewLinkOf, reviewToken } from '../../src/core/reviewToken.ts'

const HASH = 'c9e15763f722f23e98a29decdfae341b98d53056' as InfoHash
const LINK = `https://s.example/#${HASH}`

function read(text: string): { name: string | null; size: number | null } | null {
  const pasted = parsePasted(text)
  if (pasted.kind !== 'invitation' || pasted.invitation.infoHash !== HASH) return null
  const { name, size } = pasted.invitation
  return { name, size }
}

describe('a link that tells what it is', () => {
  it('comes back as it was written, alone and in the middle of a sentence', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), fc.maxSafeNat(), (name, size) => {
        fc.pre(new TextEncoder().encode(name).length <= 100)
        const expected = { name: name.toWellFormed().replace(/\s+/g, ' ').trim() || null, size }
        const link = linkThatTells(LINK, { name, size })
        expect(read(link)).toEqual(expected)
        expect(read(`Here (${link}), *have* a look.`)).toEqual(expected)
      }),
    )
  })

  it('keeps the secret of a private review apart from a name that looks like one', () => {
    const token = reviewToken(new Uint8Array(32), 'write')
    const link = reviewLinkOf(linkThatTells(LINK, { name: 'a&review=b&s=1', size: 7 }), token)
    expect(parseFragment(new URL(link).hash.slice(1))).toMatchObject({
      infoHash: HASH,
      name: 'a&review=b&s=1',
      size: 7,
      review: token,
    })
  })

  it('is read although a program encoded all of it once more', () => {
    const told = linkThatTells(`#${HASH}`, { name: 'a b & c.txt', size: 7 }).slice(1)
    expect(read(`https://s.example/#${encodeURIComponent(told)}`)).toEqual({ name: 'a b & c.txt', size: 7 })
  })

  it('cuts a name where its ending stays', () => {
    const link = linkThatTells(LINK, { name: `${'Ж'.repeat(300)}.tar.gz`, size: 1 })
    expect(link.length).toBeLessThan(400)
    expect(read(link)?.name).toMatch(/^Ж{20,60}\.(tar\.)?gz$/)
    expect(read(`${LINK}&n=${'x'.repeat(5000)}.txt`)?.name).toHaveLength(100)
  })

  test.each([
    ['nothing known', '&colour=abc&x', { name: null, size: null }],
    ['a size that is none', '&n=a&s=-1', { name: 'a', size: null }],
    ['a size beyond numbers', '&n=a&s=9999999999999999', { name: 'a', size: null }],
    ['a damaged escape', '&n=a%ZZb%F0', { name: 'a%ZZb%F0', size: null }],
    ['nothing behind the &', '&', { name: null, size: null }],
  ])('passes over %s', (_what, end, expected) => {
    expect(read(LINK + end)).toEqual(expected)
  })
})

describe('a link that tells nothing', () => {
  it('is an info hash, or a magnet without name and size', () => {
    const share = { infoHash: HASH, name: 'a', size: 5, trackers: ['wss://t.example/'], webSeeds: [] }
    const magnet = linkOf('https://s.example/', share, 'wss://s.example/announce')
    expect(linkThatTells(LINK, null)).toBe(LINK)
    expect(linkThatTells(magnet, share)).toBe(magnet)
    const silent = linkThatTells(magnet, null)
    expect(silent).not.toMatch(/dn=|xl=/)
    expect(parseFragment(new URL(silent).hash.slice(1))?.trackers).toEqual(share.trackers)
    const some = { link: magnet, magnet: magnet.slice(magnet.indexOf('#') + 1) }
    expect(linkToFiles(some, [1], true)).toMatch(/dn=a&xl=5.*so=1/)
    expect(linkToFiles(some, [1], false)).not.toMatch(/dn=|xl=/)
  })
})
