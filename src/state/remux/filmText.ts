import type { OwnCaption, OwnCue } from '../ownCaptions.ts'

/** A part of a film that has a title. */
export interface Chapter {
  /** Seconds from the beginning. */
  readonly at: number
  readonly title: string
}

/** Captions and chapters that are in a film's own file. */
export interface FilmText {
  readonly captions: readonly OwnCaption[]
  readonly chapters: readonly Chapter[]
  /** What is said in a track from a moment on until another; reads no more of the file than leads to that. */
  readonly cues: (id: number, from: number, to: number) => Promise<readonly OwnCue[]>
}

/** More are no menu. */
export const MOST_CHAPTERS = 500
const LONGEST_TITLE = 200

/** In their order, each at a moment of its own. */
export function tidyChapters(chapters: readonly Chapter[]): Chapter[] {
  return chapters
    .filter(({ at, title }) => Number.isFinite(at) && at >= 0 && title.trim() !== '')
    .map(({ at, title }) => ({ at, title: title.trim().slice(0, LONGEST_TITLE) }))
    .sort((left, right) => left.at - right.at)
    .filter(({ at }, index, all) => at !== all[index - 1]?.at)
    .slice(0, MOST_CHAPTERS)
}
