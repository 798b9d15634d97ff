export type LogLevel = 'debug' | 'info' | 'warn' | 'error'

export type LogFormat = 'text' | 'json'

type Fields = Readonly<Record<string, string | number | boolean>>

/**
 * Writes one line a message: time, level, text, then `name=value` fields.
 *
 * Passkeys and other secrets are never written. Addresses, info hashes and peer ids may be written at level `debug` only: what people share is their own affair.
 */
export type Log = Readonly<Record<LogLevel, (text: string, fields?: Fields) => void>>

const RANK: Readonly<Record<LogLevel, number>> = { debug: 0, info: 1, warn: 2, error: 3 }

/** `write` gets each line with its line break, and whether it is a warning or an error. */
export function createLog(
  least: LogLevel,
  write: (line: string, isTrouble: boolean) => void,
  now: () => Date = () => new Date(),
  format: LogFormat = 'text',
): Log {
  const line = format === 'json' ? jsonLine : textLine
  function at(level: LogLevel) {
    return (text: string, fields: Fields = {}): void => {
      if (RANK[level] < RANK[least]) return
      write(`${line(now().toISOString(), level, text, fields)}\n`, RANK[level] >= RANK.warn)
    }
  }
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') }
}

function textLine(time: string, level: LogLevel, text: string, fields: Fields): string {
  const tail = Object.entries(fields).map(([name, value]) => ` ${name}=${fieldValue(value)}`)
  return `${time} ${level} ${text}${tail.join('')}`
}

/** Fields are an object of their own, so that none can pass for the line's time, level or text. */
function jsonLine(time: string, level: LogLevel, text: string, fields: Fields): string {
  return JSON.stringify({ time, level, text, ...(Object.keys(fields).length > 0 && { fields }) })
}

/** Quoted where a space, a quote or a line break would make the line ambiguous. */
function fieldValue(value: string | number | boolean): string {
  const text = String(value)
  return /^[\w.:/+-]+$/.test(text) ? text : JSON.stringify(text)
}

/** What is trouble goes where errors go. */
export function writeToConsole(line: string, isTrouble: boolean): void {
  ;(isTrouble ? process.stderr : process.stdout).write(line)
}
