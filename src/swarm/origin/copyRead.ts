import type { Bytes } from '../../core/brand.ts'
import type { FileLayout } from '../../torrent/fileLayout.ts'
import type { Metainfo } from '../../torrent/metainfo.ts'
import { addressOf, askable } from './originAddress.ts'
import { OriginError, type OriginProblem } from './problems.ts'
import { requestRange, type RangeRequest } from './rangeRequest.ts'

/** The server answers, and does not give this file. */
export class FileRefused extends OriginError {
  readonly file: number

  constructor(file: number, problem: OriginProblem) {
    super('refused', problem)
    this.file = file
  }
}

export interface CopyRead extends Pick<RangeRequest, 'signal' | 'fetch' | 'silence'> {
  /** Of the web seed. */
  readonly origin: string
  /** The page came by https. */
  readonly secure: boolean
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
export async function readCopy(read: CopyRead): Promise<void> {
  const { metainfo, layout, from, to, received, signal, fetch, silence } = read
  const origin = askable(read.origin, read.secure)
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
      signal,
      fetch,
      silence,
    }).catch((error: unknown) => {
      if (!(error instanceof OriginError)) throw error
      // Browsers refuse what is there by http alone to a page that came by https.
      if (error.problem.code === 'origin-unreachable' && origin !== read.origin)
        throw new OriginError('refused', { code: 'origin-by-http' })
      throw error.fault === 'refused' ? new FileRefused(slice.file, error.problem) : error
    })
    at += slice.to - slice.from
  }
  pad(to)
}
