import type { Bytes } from '../../core/brand.ts'
import type { FileLayout } from '../../torrent/fileLayout.ts'
import type { Metainfo } from '../../torrent/metainfo.ts'
import { addressOf } from './originAddress.ts'
import { requestRange, type RangeRequest } from './rangeRequest.ts'

export interface CopyRead extends Pick<RangeRequest, 'signal' | 'fetch' | 'silence'> {
  /** Of the web seed. */
  readonly origin: string
  readonly metainfo: Metainfo
  readonly layout: FileLayout
  /** `from` to before `to`, of the share. */
  readonly from: Bytes
  readonly to: Bytes
  /** Called with the bytes in order; those of padding come from no server. */
  readonly received: (bytes: Uint8Array, isPadding: boolean) => void
}

/**
 * Reads a part of a share from a copy of its files, one request for each. Padding is on no server, and zeros (BEP 47).
 *
 * @throws {OriginError} unless every byte came.
 */
export async function readCopy({
  origin,
  metainfo,
  layout,
  from,
  to,
  received,
  ...how
}: CopyRead): Promise<void> {
  let at = from
  const pad = (until: Bytes) => {
    if (until > at) received(new Uint8Array(until - at), true)
    at = until
  }
  for (const slice of layout.slices(from, to)) {
    pad(layout.start(slice.file) + slice.from)
    await requestRange({
      url: addressOf(origin, metainfo, slice.file),
      from: slice.from,
      to: slice.to,
      size: layout.length(slice.file),
      received: (bytes) => received(bytes, false),
      ...how,
    })
    at += slice.to - slice.from
  }
  pad(to)
}
