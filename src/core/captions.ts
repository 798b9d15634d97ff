import { mediaTypeOf } from './mediaType.ts'

/** A file of captions that belongs to a film. */
export interface CaptionFile {
  /** Which of the share's files. */
  readonly index: number
  /** As its name tells it (BCP 47); empty where it tells none. */
  readonly language: string
}

interface NamedFile {
  readonly index: number
  readonly path: readonly string[]
}

/** Captions beside one film, at most: a menu of more helps nobody. */
const MOST = 40

const LANGUAGE = /^[a-z]{2,3}([-_][a-z0-9]{2,8})*$/i

/**
 * The captions of a film among a share's files: those whose names begin as its own does (`Film.mp4`, `Film.srt`,
 * `Film.de.vtt`), in its folder or one below it; if the film is the only one, all that there are. Beside a playlist
 * (HLS, DASH) lie captions in many parts as well, which it names itself: those are none of these.
 */
export function captionsOf(film: NamedFile, files: readonly NamedFile[]): CaptionFile[] {
  const stem = stemOf(film.path.at(-1) ?? '').toLowerCase()
  const folder = film.path.slice(0, -1).join('/')
  const captions = files.filter(({ path }) => mediaTypeOf(path.at(-1) ?? '')?.kind === 'captions')
  const inParts = mediaTypeOf(film.path.at(-1) ?? '')?.kind === 'playlist'
  const alone =
    !inParts && files.filter(({ path }) => mediaTypeOf(path.at(-1) ?? '')?.kind === 'video').length === 1
  return captions
    .filter(({ path }) => {
      const near = path.slice(0, -1).join('/').startsWith(folder)
      const name = stemOf(path.at(-1) ?? '').toLowerCase()
      return alone || (near && name.startsWith(stem) && !(inParts && /^[\w]/.test(name.slice(stem.length))))
    })
    .slice(0, MOST)
    .map(({ index, path }) => ({ index, language: languageOf(stemOf(path.at(-1) ?? ''), stem) }))
}

/** What stands between the film's name and the ending: `Film.en`, `Film_pt-BR`; or the whole name: `de`. */
function languageOf(name: string, stem: string): string {
  const rest = name.toLowerCase().startsWith(stem) ? name.slice(stem.length) : name
  const word = rest.split(/[.\s[\]()]+|^[-_]/).find((part) => LANGUAGE.test(part))
  return word?.replaceAll('_', '-') ?? ''
}

function stemOf(name: string): string {
  const dot = name.lastIndexOf('.')
  return dot > 0 ? name.slice(0, dot) : name
}

/**
 * Which of these a person is shown first, by the languages that the browser prefers; -1 for none. The very one is
 * better than its like elsewhere: whoever reads `pt-BR` reads `pt` more gladly than `pt-PT`, and that than none.
 */
export function preferredCaptions(languages: readonly string[], preferred: readonly string[]): number {
  const tags = languages.map((language) => language.toLowerCase())
  for (const wish of preferred.map((language) => language.toLowerCase())) {
    const [short = ''] = wish.split('-')
    const alike = (tag: string) => tag.split('-')[0] === short
    for (const fits of [(tag: string) => tag === wish, (tag: string) => tag === short, alike]) {
      const found = tags.findIndex(fits)
      if (found >= 0) return found
    }
  }
  return -1
}
