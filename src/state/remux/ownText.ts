import { OwnCaptions } from '../ownCaptions.ts'
import type { Chapter, FilmText } from './filmText.ts'
import { matroskaText } from './matroskaText.ts'
import { mp4Text } from './mp4Text.ts'
import type { FilmBytes } from './readFilm.ts'

/** Seconds of captions that are read at a time, and that are left when the next are. */
const STRETCH = 60
const LEFT = 20

/** Milliseconds from one that could not be read to the next try. */
const AGAIN = 5_000

interface OwnTextOptions {
  readonly media: HTMLMediaElement
  readonly bytes: FilmBytes
  readonly captions: (count: number) => void
  readonly chapters: (chapters: readonly Chapter[]) => void
  readonly gone: AbortSignal
}

/** Offers what captions and chapters are in a film's own file, until the signal ends it. */
export async function offerOwnText({
  media,
  bytes,
  captions,
  chapters,
  gone,
}: OwnTextOptions): Promise<void> {
  const text = (await matroskaText(bytes)) ?? (await mp4Text(bytes))
  if (!text || gone.aborted) return
  chapters(text.chapters)
  const reader = new CaptionsReader(media, text, gone)
  const own = new OwnCaptions(media, {
    choose: (id) => reader.choose(id),
    offered: captions,
    gone,
  })
  reader.into = own
  own.offer(text.captions)
  for (const event of ['timeupdate', 'seeking'])
    media.addEventListener(event, () => reader.look(), { signal: gone })
}

/** Reads the captions that are shown a little ahead of the film. */
class CaptionsReader {
  into: OwnCaptions | null = null
  readonly #media: HTMLMediaElement
  readonly #text: FilmText
  readonly #gone: AbortSignal
  #chosen: number | null = null
  /** What has been read of the chosen ones, in seconds. */
  #read = { from: 0, to: 0 }
  #isReading = false
  #notBefore = 0

  constructor(media: HTMLMediaElement, text: FilmText, gone: AbortSignal) {
    this.#media = media
    this.#text = text
    this.#gone = gone
  }

  choose(id: number | null): void {
    this.#chosen = id
    this.#read = { from: 0, to: 0 }
    this.look()
  }

  look(): void {
    const { currentTime } = this.#media
    const id = this.#chosen
    const { from, to } = this.#read
    const isRead = from <= currentTime && currentTime + LEFT <= to
    if (id === null || isRead || this.#isReading || performance.now() < this.#notBefore) return
    const goesOn = from <= currentTime && currentTime <= to
    void this.#readFrom(id, goesOn ? to : currentTime, goesOn ? from : currentTime)
  }

  async #readFrom(id: number, begin: number, from: number): Promise<void> {
    this.#isReading = true
    try {
      const cues = await this.#text.cues(id, begin, begin + STRETCH)
      this.into?.add(id, cues)
      if (id === this.#chosen) this.#read = { from, to: begin + STRETCH }
    } catch {
      // A part that is broken or gone is tried again, and the film plays without it.
      this.#notBefore = performance.now() + AGAIN
    } finally {
      this.#isReading = false
    }
    if (id !== this.#chosen && !this.#gone.aborted) this.look()
  }
}
