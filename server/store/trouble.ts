import { setTimeout as sleep } from 'node:timers/promises'

/** Primary result codes of SQLite; the extended codes lie above 8 bits. */
const BUSY = 5
const LOCKED = 6
const CONSTRAINT = 19

/** What others decide cannot be asked at present. */
export class StoreAway extends Error {}

/** Another program holds the database at this moment. */
export function isLocked(error: unknown): boolean {
  return [BUSY, LOCKED].includes(codeOf(error))
}

/** The row breaks a rule of its table: it will never be taken. */
export function isRefusedRow(error: unknown): boolean {
  return codeOf(error) === CONSTRAINT
}

/** What went wrong, in SQLite's own words. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

function codeOf(error: unknown): number {
  return error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : 0
}

const RETRY_MS = 25

/**
 * Does what reads and writes, again while another program holds the database, for `patienceMs` at most; nobody else
 * waits meanwhile. `work` must have done nothing when it throws for that, or be good to do twice.
 */
export async function whenFree<Result>(
  work: () => Result | Promise<Result>,
  patienceMs = 2_000,
): Promise<Result> {
  const until = performance.now() + patienceMs
  for (;;) {
    try {
      return await work()
    } catch (error) {
      if (!isLocked(error) || performance.now() >= until) throw error
    }
    await sleep(RETRY_MS)
  }
}
