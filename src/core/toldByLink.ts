import type { Bytes } from './brand.ts'
import { cutName } from './cutText.ts'
import { magnetOf, readMagnet } from './magnet.ts'
import { percentDecoded } from './plainLink.ts'
import { keyOf, withKey } from './sealSecret.ts'

/*
 * A link with an info hash alone may tell what the share is, so that a page on which nobody is met yet can say what it
 * waits for: `#<info hash>&n=<name>&s=<size>`. Whoever passes a link on can write anything there, so it is a claim
 * until the metadata is here. What stands behind an `&` and is not known is passed over. A magnet tells the same by
 * `dn` and `xl`.
 */

/** What a link says of its share; none of it is known to be true. */
export interface ToldByLink {
  readonly name: string | null
  readonly size: Bytes | null
}

/** A longer name makes a link that people take for a mistake. */
const LONGEST_NAME: Bytes = 100

/** Takes what it tells, and whatever else follows it, off an info hash. */
export function splitTold(text: string): { rest: string } & ToldByLink {
  const [rest = '', ...parameters] = onceDecoded(text).split('&')
  const values = new Map(
    parameters.map((parameter) => {
      const [key = '', ...value] = parameter.split('=')
      return [key, value.join('=')]
    }),
  )
  const name = percentDecoded(values.get('n') ?? '')
    .replace(/\s+/g, ' ')
    .trim()
  const size = /^\d{1,16}$/.test(values.get('s') ?? '') ? Number(values.get('s')) : null
  return {
    rest,
    name: name === '' ? null : cutName(name, LONGEST_NAME),
    size: size !== null && Number.isSafeInteger(size) ? size : null,
  }
}

/** Some programs encode all of what they pass on once more. */
function onceDecoded(text: string): string {
  return /^[0-9a-z]{32,40}%26/i.test(text) ? percentDecoded(text) : text
}

/** A share's link, with what it is or without a word of it. */
export function linkThatTells(link: string, told: { name: string; size: Bytes } | null): string {
  const at = link.indexOf('#')
  const [site, fragment] = [link.slice(0, at), link.slice(at + 1)]
  const magnet = readMagnet(fragment)
  // It tells already.
  if (!('code' in magnet))
    return told ? link : withKey(`${site}#${magnetOf({ ...magnet, name: '', size: 0 })}`, keyOf(link))
  return told ? `${link}&n=${encoded(cutName(told.name, LONGEST_NAME))}&s=${told.size}` : link
}

/** The characters that `encodeURIComponent` leaves are punctuation or markup to programs that look for links. */
function encoded(name: string): string {
  return encodeURIComponent(name.toWellFormed()).replace(
    /[!'()*_~]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
