import { decodedMagnet, plainText } from './plainLink.ts'

/** Where a link may begin: a magnet (maybe encoded once more), a web address, a topic or an info hash by itself. */
const BEGINNING =
  /magnet(?::(?=[?/x%])|%(?:25)*3a)|(?<![a-z])https?:\/\/|(?<![a-z:])(?:urn:)?bt[im]h:|(?<![\w%/])[0-9a-f]{40}(?!\w)/gi

/** One link behind another without anything between them, as fields of one line leave two lines. */
const GLUED = /(?<=[^\s=#/?&%:])(?:magnet:\?|https?:\/\/)/gi

/** Ends a link that nothing encloses, white space apart. */
const END = /[\s<>"`“”„«»]/g

/** The ends that enclose a link: quotes, and the angle brackets of mail (RFC 3986, appendix C). */
const CLOSING: Readonly<Record<string, string>> = {
  '<': '>',
  '"': '"',
  "'": "'",
  '`': '`',
  '“': '”',
  '„': '“',
  '‘': '’',
  '«': '»',
}

/** A line break in mail, with the marks of a quotation behind it. */
const BREAK = /[ \t]*\r?[\n\r](?:[ \t>|]|\r?\n(?=>))*/g

const PARAMETER = /&(?:xt|dn|xl|tr|ws|as|xs|so|kt|mt|x\.pe)(?:\.\d+)?=/i

/** By itself, or behind the `#` of a Shoal site. */
const IS_MAGNET = /^(?:https?:[^\s#]*#)?magnet/i

/** Characters around a gap that tell what is on either side of it. */
const NEAR = 500

/** Mail programs break lines of more than that (RFC 5322, 2.1.1), and not much earlier. */
const MAIL_LINE = { least: 60, most: 80 } as const

/**
 * The links in a text, in their order, each as it was before it was written into it: without quotes, brackets, line
 * breaks, or the full stop of a sentence. What each means is not looked at.
 */
export function linksIn(text: string): string[] {
  const plain = plainText(text)
  const links: string[] = []
  const beginning = new RegExp(BEGINNING)
  for (let found = beginning.exec(plain); found; found = beginning.exec(plain)) {
    const end = beforeGlued(plain, found.index, enclosedEnd(plain, found.index) ?? endOf(plain, found.index))
    links.push(unwrapped(plain.slice(found.index, end)))
    beginning.lastIndex = Math.max(end, beginning.lastIndex)
  }
  return links
}

/** The end that fits the quote or bracket in front of a link; null where there is none. */
function enclosedEnd(text: string, start: number): number | null {
  const closing = CLOSING[text[start - 1] ?? '']
  const end = closing === undefined ? -1 : text.indexOf(closing, start)
  if (end < 0) return null
  // A quote may be meant for a sentence that began before the link, and closed after many others.
  return /\n\s*\n/.test(text.slice(start, end)) ? null : end
}

function endOf(text: string, start: number): number {
  let end = wordEnd(text, start)
  for (;;) {
    const gap = /^\s+(?:[>|]\s*)*/.exec(text.slice(end, end + 100))?.[0] ?? ''
    const next = end + gap.length
    if (gap === '' || next >= text.length || !goesOn(text, start, end, gap)) return end
    end = wordEnd(text, next)
  }
}

function wordEnd(text: string, from: number): number {
  const end = new RegExp(END)
  end.lastIndex = from
  return end.exec(text)?.index ?? text.length
}

/** Whether the word behind a gap is still a part of the link. */
function goesOn(text: string, start: number, end: number, gap: string): boolean {
  const isMagnet = IS_MAGNET.test(text.slice(start, start + NEAR))
  // The last of the link is enough to tell, and all of it at each word would take minutes in a long text.
  const link = text.slice(Math.max(start, end - NEAR), end)
  const next = end + gap.length
  const word = text.slice(next, wordEnd(text, next))
  if (word === '' || startsLink(word)) return false
  if (lacksDigits(link, word)) return true
  if (!isMagnet) return false
  if (/(?:[&=?]|%[0-9a-f]?)$/i.test(link) || word.startsWith('&')) return true
  // A name with its spaces as they are: what follows is the link's as long as parameters do.
  const paragraph = text.slice(next, next + NEAR).split(/\n\s*\n|[<>"`“”„«»]/, 1)[0] ?? ''
  const another = paragraph.search(new RegExp(BEGINNING))
  if (PARAMETER.test(another < 0 ? paragraph : paragraph.slice(0, another))) return true
  const line = end - Math.max(start, text.lastIndexOf('\n', end - 1) + 1)
  const isBroken = gap.includes('\n') && line >= MAIL_LINE.least && line <= MAIL_LINE.most
  return isBroken && !/^(?:[a-z]+[.,;:!?]*|\d+[.)])$/i.test(word) && !/bt[im]h:[0-9a-z]+$/i.test(link)
}

/** A link that ends in the middle of an info hash, and a word that may be the rest of it. */
function lacksDigits(link: string, word: string): boolean {
  const topic = /bt[im]h(?::|%(?:25)*3a)([0-9a-z]*)$/i.exec(link)?.[1]
  if (topic !== undefined)
    return topic.length < 40 && !/^[a-z2-7]{32}$/i.test(topic) && /^[0-9a-z]/i.test(word)
  const digits = /#([0-9a-f]*)$/i.exec(link)?.[1]
  return digits !== undefined && digits.length < 40 && /^[0-9a-f]/i.test(word)
}

function startsLink(word: string): boolean {
  return word.search(new RegExp(BEGINNING)) === 0
}

function beforeGlued(text: string, start: number, end: number): number {
  const glued = new RegExp(GLUED)
  glued.lastIndex = 1
  const next = glued.exec(text.slice(start, end))
  return next ? start + next.index : end
}

function unwrapped(link: string): string {
  const joined = decodedMagnet(link.replace(BREAK, '').trim())
  const whole = IS_MAGNET.test(joined) ? joined : joined.replace(/\s+/g, '')
  return withoutPunctuation(whole)
}

const MOST_PUNCTUATION = 10

/** What a sentence puts behind a link; a bracket belongs to the link if it was opened there. */
function withoutPunctuation(link: string): string {
  let end = link.length
  while (end > link.length - MOST_PUNCTUATION) {
    const last = link[end - 1] ?? ''
    const opening = { ')': '(', ']': '[', '}': '{' }[last]
    const isClosed = opening !== undefined && count(link, opening, end) < count(link, last, end)
    if (!isClosed && !/[.,;:!?…'’*|\\]/.test(last)) return link.slice(0, end)
    end -= 1
  }
  return link.slice(0, Math.max(0, end))
}

function count(text: string, character: string, end: number): number {
  return text.slice(0, end).split(character).length - 1
}
