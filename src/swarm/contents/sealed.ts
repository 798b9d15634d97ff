import { SEALED_NAME } from '../../core/sealSecret.ts'
import { RECORD } from '../../seal/sizes.ts'
import type { Metainfo } from '../../torrent/metainfo.ts'

/** What a torrent says of itself that tells whether it is a sealed share. */
export type Outside = Pick<Metainfo, 'name' | 'single' | 'size' | 'pieceLength'>

export function isSealed({ name, single, size, pieceLength }: Outside): boolean {
  return single && name === SEALED_NAME && size > 0 && size % RECORD === 0 && pieceLength % RECORD === 0
}
