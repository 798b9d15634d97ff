import { Bencoded } from './bencode.ts'
import type { Metainfo } from './metainfo.ts'

/** The path of a file as the torrent's maker wrote it, in bytes: the torrent's name, then folders and name below it. */
export function rawPathOf({ info, nameAt, single, files }: Metainfo, file: number): Uint8Array[] {
  const name = bytesOf(new Bencoded(info, nameAt))
  const at = files[file]?.pathAt
  if (single || at === undefined) return [name]
  const parts = new Bencoded(info, at).list(Infinity) ?? []
  return [name, ...parts.map(bytesOf)]
}

function bytesOf(part: Bencoded): Uint8Array {
  return part.bytes() ?? new Uint8Array()
}
