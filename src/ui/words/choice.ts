import { usableStorage } from '../../state/shell.ts'
import { bestLanguage, LANGUAGES } from './languages.ts'
import { words } from './words.ts'

const KEY = 'shoal.language'

/** Speaks what was chosen here before, else what the browser says that its user reads. */
export async function speakAsWished(): Promise<void> {
  const chosen = usableStorage()?.getItem(KEY) ?? null
  const wanted = chosen === null ? navigator.languages : [chosen, ...navigator.languages]
  const tags = LANGUAGES.map(({ tag }) => tag)
  // English is here already, so a language that does not come keeps nobody out.
  await speak(bestLanguage(wanted, tags)).catch(() => speak('en'))
}

/** Somebody chooses a language: at once, and from then on. Rejects when its words do not come. */
export async function chooseLanguage(tag: string): Promise<void> {
  await speak(tag)
  usableStorage()?.setItem(KEY, tag)
}

async function speak(tag: string): Promise<void> {
  const language = await LANGUAGES.find((each) => each.tag === tag)?.bring()
  if (!language) return
  await words.speak(language)
  document.documentElement.lang = language.tag
  document.documentElement.dir = language.dir
}
