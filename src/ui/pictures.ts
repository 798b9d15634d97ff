import type { FileSnapshot } from '../state/engineTypes.ts'

/** What every browser shows, and no script can be in. */
const PICTURE = /\.(avif|bmp|gif|jpe?g|png|webp)$/i
/** Larger ones would cost more memory than a glance is worth. */
const LARGEST_BYTES = 40_000_000

/** Whether a file is a picture that can stand for its share, once it is here. */
export function mayStandForAll({ path, size }: FileSnapshot): boolean {
  return PICTURE.test(path.at(-1) ?? '') && size > 0 && size <= LARGEST_BYTES
}
