/*
 * Tables as RFC 4180 has them. A cell that a spreadsheet would take for a formula gets an apostrophe before it
 * (others wrote these texts), and loses it when it is read: `'=1` is written `''=1`, so nothing is lost.
 */

const FORMULA = /^'*[=+\-@\t]/
const GUARDED = /^'+[=+\-@\t]/

export function writeTable(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(writeCell).join(',')}\r\n`).join('')
}

/** The separator is what the first line has more of: `,`, or `;` as spreadsheets of many countries write. */
export function readTable(text: string): string[][] {
  const source = text.replace(/^\ufeff/, '')
  const [head = ''] = source.split(/[\r\n]/, 1)
  const separator = head.split(';').length > head.split(',').length ? ';' : ','
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  while (at < source.length) {
    const cell = source[at] === '"' ? quotedCell(source, at) : plainCell(source, at, separator)
    row.push(cell.text.replace(GUARDED, (guarded) => guarded.slice(1)))
    at = cell.end
    if (source[at] === separator) {
      at += 1
      if (at < source.length) continue
      row.push('')
    }
    at += source.startsWith('\r\n', at) ? 2 : 1
    rows.push(row)
    row = []
  }
  return rows
}

interface Cell {
  readonly text: string
  /** Where the separator, the line's end or the end of all stands. */
  readonly end: number
}

/** A quotation mark that never closes takes the rest of the text. */
function quotedCell(source: string, start: number): Cell {
  const parts: string[] = []
  let from = start + 1
  for (;;) {
    const quote = source.indexOf('"', from)
    if (quote < 0) return { text: parts.join('') + source.slice(from), end: source.length }
    parts.push(source.slice(from, quote))
    if (source[quote + 1] !== '"') return { text: parts.join(''), end: quote + 1 }
    parts.push('"')
    from = quote + 2
  }
}

function plainCell(source: string, start: number, separator: string): Cell {
  let end = start
  while (end < source.length && source[end] !== separator && source[end] !== '\n' && source[end] !== '\r')
    end++
  return { text: source.slice(start, end), end }
}

function writeCell(cell: string): string {
  const guarded = FORMULA.test(cell) ? `'${cell}` : cell
  return /[",;\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded
}
