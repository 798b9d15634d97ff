import { createSubscriber } from 'svelte/reactivity'
import type { Area, Areas, Language } from './areas.ts'
import { en } from './en/index.ts'

type Here = { -readonly [A in Area]?: Areas[A] }

/**
 * The words of the page, in the language that it speaks. There is one of it, as there is one reader. What reads from it
 * in a component is drawn anew in another language.
 *
 * An area is brought before what shows it is mounted.
 */
class Words {
  #language: Language = en
  #here: Here = {}
  #tell: (() => void) | null = null
  readonly #follow = createSubscriber((tell) => {
    this.#tell = tell
    return () => (this.#tell = null)
  })

  get language(): Language {
    this.#follow()
    return this.#language
  }

  get page(): Language['page'] {
    return this.language.page
  }

  get share(): Areas['share'] {
    return this.#area('share')
  }

  get settings(): Areas['settings'] {
    return this.#area('settings')
  }

  get notes(): Areas['notes'] {
    return this.#area('notes')
  }

  get keys(): Areas['keys'] {
    return this.#area('keys')
  }

  get doctor(): Areas['doctor'] {
    return this.#area('doctor')
  }

  get admin(): Areas['admin'] {
    return this.#area('admin')
  }

  /** Null until they are here: what fails may fail before anything was brought. */
  get faults(): Areas['faults'] | null {
    this.#follow()
    const { faults } = this.#here
    if (!faults) void this.bring('faults').catch(() => undefined)
    return faults ?? null
  }

  async bring(...areas: readonly Area[]): Promise<void> {
    await Promise.all(areas.map((area) => this.#bring(area)))
  }

  /** Goes on in another language, at once with all that is here. */
  async speak(language: Language): Promise<void> {
    const here: Here = {}
    await Promise.all(areasOf(this.#here).map((area) => take(language, area, here)))
    this.#language = language
    this.#here = here
    this.#tell?.()
  }

  async #bring(area: Area): Promise<void> {
    while (!this.#here[area]) {
      const language = this.#language
      const here: Here = {}
      await take(language, area, here)
      // Unless another language was chosen meanwhile.
      if (this.#language === language) this.#here = { ...this.#here, ...here }
      this.#tell?.()
    }
  }

  #area<A extends Area>(area: A): Areas[A] {
    this.#follow()
    const words: Areas[A] | undefined = this.#here[area]
    if (!words) throw new Error(`no-words: ${area}`)
    return words
  }
}

async function take<A extends Area>(language: Language, area: A, into: Pick<Here, A>): Promise<void> {
  into[area] = await language.bring[area]()
}

function areasOf(here: Here): Area[] {
  return AREAS.filter((area) => here[area])
}

const AREAS: readonly Area[] = ['share', 'settings', 'faults', 'notes', 'keys', 'doctor', 'admin']

export const words = new Words()

/** Code, with the words that it shows. */
export async function withWords<T>(code: Promise<T>, ...areas: readonly Area[]): Promise<T> {
  const [loaded] = await Promise.all([code, words.bring(...areas)])
  return loaded
}
