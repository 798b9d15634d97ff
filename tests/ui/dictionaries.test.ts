import { describe, expect, it } from 'vitest'
import type { Area, Language } from '../../src/ui/words/areas.ts'
import { bestLanguage, LANGUAGES } from '../../src/ui/words/languages.ts'
import { Speech } from '../../src/ui/words/speech.ts'

/** That no word is missing is a matter of types; here is what types do not see. */

const AREAS: readonly Area[] = ['share', 'settings', 'faults', 'notes', 'keys', 'doctor', 'admin']

/** Of each class that some language tells apart. */
const COUNTS = [0, 1, 2, 3, 5, 11, 21, 100, 1_000_000]

/** Numbers stand for strings and counts alike: in what is said each is found again. */
const PLACES = [71, 72, 73, 74]

/** The data of a problem, whichever it is. */
const PROBLEM = {
  ...{ host: 71, status: 72, seconds: 73, most: 74, length: 75, least: 76 },
  ...{ hashes: 77, pieces: 78, people: 79, skipped: 81, digits: 82 },
}

/** What a language writes for what is no number, where it was asked for something else than it got. */
const NO_WORDS = new RegExp(
  ['undefined', ...LANGUAGES.map(({ tag }) => new Intl.NumberFormat(tag).format(NaN))].join('|'),
)

type Saying = (...places: readonly unknown[]) => unknown

function isSaying(value: unknown): value is Saying {
  return typeof value === 'function'
}

/** Every sentence, by its path. */
function sentences(value: unknown, path: string): [string, unknown][] {
  if (typeof value !== 'object' || value === null) return [[path, value]]
  return Object.entries(value).flatMap(([key, child]: [string, unknown]) =>
    sentences(child, `${path}.${key}`),
  )
}

async function dictionary(language: Language): Promise<Map<string, unknown>> {
  const areas = await Promise.all(AREAS.map(async (area) => sentences(await language.bring[area](), area)))
  return new Map([...sentences(language.page, 'page'), ...areas.flat()])
}

/** What is said with some values, once for a problem's data. */
function said(saying: Saying, places: readonly number[]): string {
  const words = String(saying(...places))
  return NO_WORDS.test(words) ? String(saying(PROBLEM)) : words
}

/** The places of which something is seen in a sentence. */
function seen(words: string, places: readonly number[]): number[] {
  return places.filter((place) => words.includes(String(place)))
}

const spoken = await Promise.all(
  LANGUAGES.map(async ({ tag, bring }) => {
    const language = await bring()
    return { tag, language, words: await dictionary(language) }
  }),
)

const english = spoken.find(({ tag }) => tag === 'en')?.words ?? new Map<string, unknown>()

describe.each(spoken)('$tag', ({ tag, language, words }) => {
  it('calls itself what it is', () => {
    expect(language.tag).toBe(tag)
    expect(language.dir).toBe(tag === 'ar' ? 'rtl' : 'ltr')
  })

  it('has a word for each of the English, and no other', () => {
    expect([...words.keys()].sort()).toEqual([...english.keys()].sort())
  })

  it('says all that is to be said in a sentence', () => {
    const all = [...PLACES, ...Object.values(PROBLEM)]
    for (const [path, model] of english) {
      const saying = words.get(path)
      if (!isSaying(model) || !isSaying(saying)) continue
      for (const [at] of PLACES.entries()) {
        for (const count of [PLACES[at] ?? 0, ...COUNTS]) {
          const places = PLACES.with(at, count)
          // Whether one is told as a numeral or as a word is the language's own affair.
          const others = all.filter((place) => count === PLACES[at] || place !== count)
          const spoken = said(saying, places)
          expect(seen(spoken, others), `${path}: ${spoken}`).toEqual(
            expect.arrayContaining(seen(said(model, places), others)),
          )
          expect(spoken, path).not.toMatch(/undefined|NaN|\[object|\$\{|^$/)
        }
      }
    }
  })

  it('is empty only where the English is, and not left in English', () => {
    for (const [path, model] of english) {
      const own = words.get(path)
      if (typeof model !== 'string' || typeof own !== 'string') continue
      expect(own === '', path).toBe(model === '')
      expect(own.trim(), path).toBe(own)
      if (tag !== 'en' && model.split(' ').length > 3) expect(own, path).not.toBe(model)
    }
  })
})

describe('the language', () => {
  const ours = ['en', 'de', 'fr', 'pt-BR', 'zh-Hans', 'zh-Hant']

  it.each([
    [['de-AT', 'en'], 'de'],
    [['nl', 'fr-CA', 'de'], 'fr'],
    [['pt-PT'], 'pt-BR'],
    [['zh-TW'], 'zh-Hant'],
    [['zh-HK'], 'zh-Hant'],
    [['zh-CN'], 'zh-Hans'],
    [['zh'], 'zh-Hans'],
    [['tlh', 'not a tag'], 'en'],
    [[], 'en'],
  ] as const)('for who reads %o is %s', (wanted, best) => {
    expect(bestLanguage(wanted, ours)).toBe(best)
  })
})

describe('counting', () => {
  const forms = { zero: 'z', one: '1', two: '2', few: 'f', many: 'm', other: 'o' }

  it.each([
    ['en', [1, 2, 5], '1oo'],
    ['pl', [1, 3, 5, 22, 25], '1fmfm'],
    ['uk', [1, 21, 3, 5, 11], '11fmm'],
    ['ar', [0, 1, 2, 3, 11, 100], 'z12fmo'],
    ['ja', [0, 1, 2], 'ooo'],
  ] as const)('in %s takes the form of each of %o', (tag, counts, expected) => {
    const { plural } = new Speech(tag)
    expect(counts.map((count) => plural(count, forms)).join('')).toBe(expected)
  })

  it('takes another form where a language has more of them than were written', () => {
    expect(new Speech('ar').plural(2, { other: 'o' })).toBe('o')
  })

  it('parts thousands as the language does, in digits that all can read', () => {
    expect(new Speech('de').number(12_345)).toBe('12.345')
    expect(new Speech('ar').number(12_345)).toBe('12,345')
    expect(new Speech('hi').number(999)).toBe('999')
  })
})
