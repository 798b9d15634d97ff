import type { Page } from 'playwright'

/** One end of a transfer that is measured: our page, or a page of plain webtorrent. */
export interface End {
  readonly page: Page
  /** Seeds a file; answers the info hash, in hex. */
  give(path: string): Promise<string>
  /** Gets to know what a share is, so that the transfer can start at once. Plain webtorrent cannot wait there. */
  prepare(infoHash: string): Promise<void>
  /** Fetches what was prepared; answers when it is here, or when the time is up. */
  fetch(limitMs: number): Promise<Transfer>
  leave(): Promise<void>
}

/** What came of a transfer. */
export interface Transfer {
  /** Milliseconds since 1970, as the page's own clock has it: from the click, or the metadata, to the end. */
  readonly from: number
  readonly to: number
  /** 0…1; below 1 if the time was up. */
  readonly progress: number
}

/** Megabytes (10⁶) a second of a transfer, or of as much of it as there was time for. */
export function megabytesPerSecond({ from, to, progress }: Transfer, size: number): number {
  return (size * progress) / 1000 / (to - from)
}
