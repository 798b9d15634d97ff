import type { Writable } from 'node:stream'

/** How a command tells what it does. */
export interface Screen {
  /** What was asked for: goes to standard output. */
  result(text: string): void
  /** Something that happened once. */
  say(text: string): void
  /** How far it is; null: nothing is under way any more. */
  progress(text: string | null): void
  /** The same for other programs. */
  event(event: Readonly<Record<string, unknown>> & { readonly event: string }): void
}

interface Terminal extends Writable {
  readonly isTTY?: boolean
  readonly columns?: number
}

interface Streams {
  readonly out: Writable
  readonly messages: Terminal
  readonly now: () => number
}

/** Without a terminal, how far it is is told so often. */
const PLAIN_MS = 5_000

/** For people: words, and one line that changes where there is a terminal. */
export function peopleScreen({ out, messages, now }: Streams): Screen {
  let shown = ''
  let lastPlain = -Infinity
  const clear = () => {
    if (shown !== '') messages.write('\r\x1b[2K')
    shown = ''
  }
  return {
    result(text) {
      clear()
      out.write(`${text}\n`)
    },
    say(text) {
      clear()
      messages.write(`${text}\n`)
    },
    progress(text) {
      if (messages.isTTY !== true) {
        if (text === null || now() < lastPlain + PLAIN_MS) return
        lastPlain = now()
        messages.write(`${text}\n`)
        return
      }
      if (text === null) {
        clear()
        return
      }
      const line = text.slice(0, Math.max(20, (messages.columns ?? 80) - 1))
      if (line === shown) return
      clear()
      shown = line
      messages.write(line)
    },
    event: () => undefined,
  }
}

/** For programs: one JSON object a line on standard output, and nothing else there. */
export function jsonScreen({ out }: Pick<Streams, 'out'>): Screen {
  return {
    result: () => undefined,
    say: () => undefined,
    progress: () => undefined,
    event: (event) => void out.write(`${JSON.stringify(event)}\n`),
  }
}
