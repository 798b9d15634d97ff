import { mediaTypeOf } from '../../core/mediaType.ts'
import type { FileSnapshot } from '../../state/engineTypes.ts'

export type PreviewKind = 'image' | 'text' | 'pdf'

/** Bytes; larger ones would cost more memory than a look is worth. */
const LARGEST: Readonly<Record<PreviewKind, number>> = {
  image: 40_000_000,
  text: 5_000_000,
  pdf: 100_000_000,
}

/** How a finished file can be looked at on the page; null when it cannot. */
export function previewOf(file: FileSnapshot): PreviewKind | null {
  const kind = mediaTypeOf(file.path.at(-1) ?? '')?.kind
  if (file.progress < 1 || file.size === 0) return null
  const previewed = kind === 'captions' || kind === 'playlist' ? 'text' : kind
  if (previewed !== 'image' && previewed !== 'text' && previewed !== 'pdf') return null
  return file.size <= LARGEST[previewed] ? previewed : null
}
