import { captionsOf, preferredCaptions } from '../core/captions.ts'
import type { Engine } from '../swarm/engineApi.ts'
import type { FileSnapshot, ShareSnapshot } from '../swarm/snapshot.ts'
import { labelOf } from './labelOf.ts'
import { objectUrl } from './objectUrl.ts'
import { filmBytes } from './remux/readFilm.ts'

/** A caption file larger than that is none. */
const MOST_CAPTIONS = 4_000_000

/** Captions as a player takes them. */
export interface Captions {
  /** An address in the page's own memory. */
  readonly url: string
  readonly language: string
  readonly label: string
  readonly preferred: boolean
}

/**
 * The captions that lie beside a film, until the signal ends it. They are small: each is read as it arrives, before the
 * rest of the share.
 */
export async function* captionsBeside(
  engine: Engine,
  share: ShareSnapshot,
  film: FileSnapshot,
  signal: AbortSignal,
): AsyncGenerator<Captions> {
  const found = captionsOf(film, share.files)
  const preferred = preferredCaptions(
    found.map(({ language }) => language),
    navigator.languages,
  )
  for (const [at, { index, language }] of found.entries()) {
    const file = share.files[index]
    if (!file || file.size > MOST_CAPTIONS || !share.infoHash) continue
    // A film without one of its captions is played all the same.
    const vtt = await vttOf(engine, share, index, language, signal).catch(() => null)
    if (signal.aborted) return
    if (vtt === null) continue
    const url = objectUrl(new Blob([vtt], { type: 'text/vtt' }), signal)
    yield { url, language, label: labelOf(language, file.path.at(-1) ?? ''), preferred: at === preferred }
  }
}

/** Null for what is called so and holds no captions: pictures of them, most often. */
async function vttOf(
  engine: Engine,
  share: ShareSnapshot,
  index: number,
  language: string,
  signal: AbortSignal,
): Promise<string | null> {
  const done = new AbortController()
  try {
    const { read, size } = filmBytes(engine, share, index, AbortSignal.any([signal, done.signal]))
    const bytes = await read(0, size)
    const { readCaptions } = await import('../core/readCaptions.ts')
    return readCaptions(bytes, language)
  } finally {
    done.abort()
  }
}
