/** What a home tells of the machine that it is on; null for what it does not tell. */
export interface Machine {
  readonly cores: number | null
  /** GiB; browsers tell 8 at most. */
  readonly memory: number | null
  /** Of the line, Mbit/s; browsers tell 10 at most. */
  readonly line: number | null
}

/** Browsers allow 500, and slow down long before. */
const MOST = 300

/** With fewer a page is hardly in a swarm. */
const LEAST = 20

/** A machine of 4 GiB and four cores bears {@link MOST}. */
const A_CORE = 75
const A_GIB = 75

/**
 * A connection that carries nothing asks every 5 s whether its other end still wants it and is asked the same (RFC 7675):
 * 0.5 kbit/s each way with all headers. A hundredth of the line may go into that.
 */
const KBIT_AT_REST = 0.5
const PART_OF_LINE = 0.01

/** The most of what browsers tell of a line: it may be any that is wider. */
const WIDEST_TOLD = 10

/** How many connections the page may have on this machine. */
export function connectionsOn({ cores, memory, line }: Machine): number {
  const most = Math.min(
    MOST,
    (cores ?? Infinity) * A_CORE,
    (memory ?? Infinity) * A_GIB,
    line === null || line >= WIDEST_TOLD ? Infinity : (line * 1000 * PART_OF_LINE) / KBIT_AT_REST,
  )
  return Math.max(LEAST, Math.floor(most))
}
