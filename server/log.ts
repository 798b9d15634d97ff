export type LogLevel = 'debug' | 'info' | 'warn' | 'error'

type Fields = Readonly<Record<string, string | number | boolean>>

/**
 * Writes one line a message: time, level, text, then `name=value` fields.
 *
 * Addresses, info hashes and peer ids may be written at level `debug` only: what people share is their own affair.
 */
export type Log = Readonly<Record<LogLevel, (text: string, fields?: Fields) => void>>

const RANK: Readonly<Record<LogLevel, number>> = { debug: 0, info: 1, warn: 2, error: 3 }

/** `write` gets each line with its line break, and whether it is a warning or an error. */
export function createLog(
  least: LogLevel,
  write: (line: string, isTrouble: boolean) => void,
  now: () => Date = () => new Date(),
): Log {
  function at(level: LogLevel) {
    return (text: string, fields: Fields = {}): void => {
      if (RANK[level] < RANK[least]) return
      const tail = Object.entries(fields).map(([name, value]) => ` ${name}=${fieldValue(value)}`)
      write(`${now().toISOString()} ${level} ${text}${tail.join('')}\n`, RANK[level] >= RANK.warn)
    }
  }
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') }
}

/** Quoted where a space, a quote or a line break would make the line ambiguous. */
function fieldValue(value: string | number | boolean): string {
  const text = String(value)
  return /^[\w.:/+-]+$/.test(text) ? text : JSON.stringify(text)
}
