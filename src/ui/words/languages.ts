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
  { tag: 'fr', name: 'Français', bring: async () => (await import('./fr/index.ts')).fr },
  { tag: 'es', name: 'Español', bring: async () => (await import('./es/index.ts')).es },
  { tag: 'pt', name: 'Português', bring: async () => (await import('./pt/index.ts')).pt },
  { tag: 'it', name: 'Italiano', bring: async () => (await import('./it/index.ts')).it },
  { tag: 'pl', name: 'Polski', bring: async () => (await import('./pl/index.ts')).pl },
  { tag: 'uk', name: 'Українська', bring: async () => (await import('./uk/index.ts')).uk },
  { tag: 'tr', name: 'Türkçe', bring: async () => (await import('./tr/index.ts')).tr },
  { tag: 'ar', name: 'العربية', bring: async () => (await import('./ar/index.ts')).ar },
  { tag: 'hi', name: 'हिन्दी', bring: async () => (await import('./hi/index.ts')).hi },
  { tag: 'id', name: 'Bahasa Indonesia', bring: async () => (await import('./id/index.ts')).indonesian },
  { tag: 'zh-Hans', name: '简体中文', bring: async () => (await import('./zh-Hans/index.ts')).zhHans },
  { tag: 'zh-Hant', name: '繁體中文', bring: async () => (await import('./zh-Hant/index.ts')).zhHant },
  { tag: 'ja', name: '日本語', bring: async () => (await import('./ja/index.ts')).ja },
  { tag: 'ko', name: '한국어', bring: async () => (await import('./ko/index.ts')).ko },
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
