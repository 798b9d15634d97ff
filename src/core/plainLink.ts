/*
 * What programs do to a link on its way from one person to another, undone. None of these functions looks for the
 * link itself (`linksInText.ts`), and none of them trusts it to be one.
 */

/** Characters that are not seen and are no part of a link: zero width spaces, soft hyphens, marks of direction. */
const UNSEEN = /[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g

/** Joiners (ZWNJ, ZWJ) shape letters and emoji in a name; beside ASCII they shape nothing. */
const STRAY_JOINER = /(?<=^|[\0-\x7f])[\u200c\u200d]+|[\u200c\u200d]+(?=[\0-\x7f]|$)/g

const ENTITIES: readonly (readonly [RegExp, string])[] = [
  // First, and repeatedly: `&amp;amp;` is what is left of two programs.
  [/&(?:amp;|#38;|#x26;)+/gi, '&'],
  [/&(?:quot|#34|#x22);/gi, '"'],
  [/&(?:apos|#39|#x27);/gi, "'"],
  [/&(?:lt|#60|#x3c);/gi, '<'],
  [/&(?:gt|#62|#x3e);/gi, '>'],
  [/&(?:nbsp|#160|#xa0);/gi, ' '],
]

/** Text out of HTML or XML, and out of programs that put unseen characters into long words. */
export function plainText(text: string): string {
  const seen = text.replace(UNSEEN, '').replace(STRAY_JOINER, '')
  return ENTITIES.reduce((plain, [entity, character]) => plain.replace(entity, character), seen)
}

/** As `decodeURIComponent`, but leaves a damaged `%` as it is instead of throwing. */
export function percentDecoded(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (escapes) => {
    try {
      return decodeURIComponent(escapes)
    } catch {
      return escapes
    }
  })
}

/** An address whose scheme's colon is percent-encoded (`wss%253A%252F…`) was encoded once or more too often. */
export function decodedAddress(text: string): string {
  let decoded = text
  while (/^[a-z][a-z0-9+.-]*%(?:25)*3a/i.test(decoded)) decoded = percentDecoded(decoded)
  return decoded
}

/** `magnet%3A%3Fxt…`, however often it was encoded, as `magnet:?xt…`. */
export function decodedMagnet(text: string): string {
  let decoded = text
  while (/^magnet(?:%|:%(?:25)*3f)/i.test(decoded)) {
    const once = percentDecoded(decoded)
    if (once === decoded) break
    decoded = plainText(once)
  }
  return decoded
}
