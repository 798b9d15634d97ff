import type { Language } from './areas.ts'
import { en } from './en/index.ts'

interface Spoken {
  readonly tag: string
  /** As its speakers call it. */
  readonly name: string
  readonly bring: () => Promise<Language>
}

/** What the page speaks. The words of English's first area come with the page; every other is a chunk of its own. */
export const LANGUAGES: readonly Spoken[] = [
  { tag: 'en', name: 'English', bring: () => Promise.resolve(en) },
  { tag: 'de', name: 'Deutsch', bring: async () => (await import('./de/index.ts')).de },
]

/** The first of what somebody reads that the page speaks, else English. */
export function bestLanguage(wanted: readonly string[], spoken: readonly string[]): string {
  for (const tag of wanted) {
    const match = spoken.find((each) => isSame(each, tag))
    if (match !== undefined) return match
  }
  return 'en'
}

/** By language and script: who reads zh-TW, zh-HK or zh-Hant reads traditional Chinese. */
function isSame(spoken: string, wanted: string): boolean {
  try {
    const [a, b] = [new Intl.Locale(spoken).maximize(), new Intl.Locale(wanted).maximize()]
    return a.language === b.language && a.script === b.script
  } catch {
    // Somebody else wrote it, and it is no language's tag.
    return false
  }
}
