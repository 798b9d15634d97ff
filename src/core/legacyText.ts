/*
 * What a text is encoded in that is neither UTF-8 nor UTF-16. A guess by what its letters come to: enough for captions
 * whose names do not tell the language.
 */

const WESTERN = 'windows-1252'

/** Encodings of scripts that are not Latin, and their commonest letters in running text. */
const OTHER_SCRIPTS: readonly (readonly [encoding: string, common: string])[] = [
  ['windows-1251', 'оеаинтсрвлкмдпуяыьгзбчйхжшюц'],
  ['koi8-r', 'оеаинтсрвлкмдпуяыьгзбчйхжшюц'],
  ['windows-1253', 'αοιετσνηυρπκμλςωγδάίόέύήώθχφ'],
  ['windows-1255', 'יוהלאתרמבשנכדעחקפםסןגטצז'],
  ['windows-1256', 'اليمونتربةعدسفهكقحجشصطخأ'],
  ['windows-874', 'านรกอเงมยลวดทสตะปบคหพแจใชไขโ่้ิีัื็ุู์ำ'],
]

/** Encodings of several bytes a character, and what most of the characters are in text that is in them. */
const EAST_ASIAN: readonly (readonly [encoding: string, usual: RegExp, least: number])[] = [
  ['shift_jis', /[\u3040-\u30ff]/g, 0.3],
  ['euc-jp', /[\u3040-\u30ff]/g, 0.3],
  ['euc-kr', /[\uac00-\ud7a3]/g, 0.8],
  ['gb18030', /[的一是不了我你在有人这他们来到大上个说中为子和时道也得就那要下可]/g, 0.12],
  ['big5', /[的一是不了我你在有人這他們來到大上個說中為子和時道也得就那要下可]/g, 0.12],
]

/** The likeliest encoding, as `TextDecoder` names it; the Western one where nothing speaks for another. */
export function guessEncoding(bytes: Uint8Array): string {
  const asian = EAST_ASIAN.find(([encoding, usual, least]) => {
    const text = othersIn(decoded(bytes, encoding) ?? '')
    return shareOf(text, usual) >= least
  })
  if (asian) return asian[0]
  const western = decoded(bytes, WESTERN) ?? ''
  const highLetters = western.replace(/[\0-\x7f]/g, '').length
  // Only words that have accents are Latin: other scripts hardly use any letters of ASCII.
  if (highLetters > withoutMarkup(western).replace(/[^a-z]/gi, '').length) return otherScript(bytes)
  // Polish, Czech and their neighbours read as Western have signs within words.
  if (/[a-z][¹³¿¼¾¶][a-z]/i.test(western)) return 'windows-1250'
  return shareOf(othersIn(western), /[ýþð]/gi) >= 0.5 ? 'windows-1254' : WESTERN
}

function otherScript(bytes: Uint8Array): string {
  const scores = OTHER_SCRIPTS.map(([encoding, common]) => {
    const text = othersIn(decoded(bytes, encoding) ?? '')
    return { encoding, score: shareOf(text, new RegExp(`[${common}]`, 'g')) }
  })
  const best = scores.reduce((left, right) => (right.score > left.score ? right : left))
  return best.score >= 0.5 ? best.encoding : WESTERN
}

/** Null where the bytes cannot be in the encoding. */
function decoded(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    // A few bytes of a single-byte encoding mean nothing; of one of several bytes none may.
    return encoding.startsWith('windows') ? new TextDecoder(encoding).decode(bytes) : null
  }
}

function withoutMarkup(text: string): string {
  return text.replace(/<[^<>]*>|\{[^{}]*\}/g, '')
}

function othersIn(text: string): string {
  return text.replace(/[\0-\x7f]/g, '')
}

function shareOf(text: string, letters: RegExp): number {
  return text === '' ? 0 : (text.match(letters)?.length ?? 0) / text.length
}
