import type { InfoHash } from '../core/infoHash.ts'
import type { Metainfo } from '../torrent/metainfo.ts'

/**
 * What a torrent says of itself, from the addresses of its .torrent file that a link names (`xs`): the first that
 * answers with that torrent. Null when none does; peers have it as well.
 *
 * @param read the .torrent file at an address; rejects when there is none
 */
export async function exactSource(
  addresses: readonly string[],
  infoHash: InfoHash,
  read: (address: string) => Promise<Metainfo>,
): Promise<Metainfo | null> {
  for (const address of addresses) {
    const metainfo = await read(address).catch(() => null)
    // Whoever wrote the link may have named any file.
    if (metainfo?.infoHash === infoHash) return metainfo
  }
  return null
}
