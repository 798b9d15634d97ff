import type { FileSnapshot } from '../state/engineTypes.ts'

/** What every browser shows, and no script can be in. */
const PICTURE = /\.(avif|bmp|gif|jpe?g|png|webp)$/i
/** Larger ones would cost more memory than a glance is worth. */
const LARGEST_BYTES = 40_000_000

/** The first picture among finished files, to stand for the share; undefined when there is none. */
export function pictureAmong(finished: readonly FileSnapshot[]): FileSnapshot | undefined {
  return finished.find(
    (file) => PICTURE.test(file.path.at(-1) ?? '') && file.size > 0 && file.size <= LARGEST_BYTES,
  )
}
