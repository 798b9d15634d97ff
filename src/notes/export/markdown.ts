import { readDrawing, writeDrawing } from './drawingText.ts'
import {
  MOST_REMARKS,
  oneLine,
  trimNote,
  trimRemark,
  type ReadReview,
  type Remark,
  type ReviewNote,
} from './reviewNote.ts'
import { readTime, writeTime } from './timecode.ts'

/*
 * Notes as a list of things to do (CommonMark, with the check boxes that most programs know): a heading for each file,
 * an item for each note, in it one for each reply. Nothing is lost: a drawing is a comment below its note.
 *
 *     - [x] 00:01:05.000 – 00:01:07.000 **Ann**: Too loud
 *       <!-- drawing AQA… -->
 *       - **Ben**: It is not
 */

const TIME = String.raw`\d[\d:.,]*`
const ITEM = new RegExp(
  String.raw`^[-*] (?:\[([ xX])\] )?(?:(${TIME})(?: ?[–-] ?(${TIME}))? |Page (\d+) )?(.*)$`,
)
const REPLY = /^ {2}[-*] (.*)$/
const VOICE = /^\*\*((?:\\.|[^*\\])*)\*\*: ?(.*)$/
const DRAWING = /^ {2}<!-- drawing (\S+) -->$/
/** What a line could begin with to be something else than text, and what stands for something anywhere. */
const OPENING = /^(\s*)([-+]|\d+(?=[.)]))/
const SIGNS = /[\\`*_[\]<>#|~&]/g

export function writeMarkdown(notes: readonly ReviewNote[], title: string): string {
  const files = [...new Set(notes.map(({ file }) => file))].sort(
    (a, b) => Number(a !== null) - Number(b !== null),
  )
  const parts = files.map((file) => {
    const items = notes.filter((note) => note.file === file).map(writeItem)
    return `${file === null ? '' : `## ${escaped(file)}\n\n`}${items.join('\n')}`
  })
  return `# ${escaped(oneLine(title))}\n\n${parts.join('\n\n')}\n`
}

/** Also lists made by hand: `- 1:05 Too loud`. */
export function readMarkdown(text: string): ReadReview {
  const notes: ReviewNote[] = []
  let skipped = 0
  let file: string | null = null
  let item: Item | null = null
  let count = 0
  const close = () => {
    if (!item) return
    const note = trimNote({ ...item, text: item.lines.join('\n'), replies: item.replies.map(remarkOf) })
    if (note && count + 1 + note.replies.length <= MOST_REMARKS) {
      notes.push(note)
      count += 1 + note.replies.length
    } else skipped += 1
    item = null
  }
  for (const line of text.replace(/^\ufeff/, '').split(/\r\n?|\n/)) {
    const heading = /^##? (.*)$/.exec(line)
    const begun = ITEM.exec(line)
    if (heading) {
      close()
      if (line.startsWith('## ')) file = plain(heading[1] ?? '')
    } else if (begun) {
      close()
      item = begin(begun, file)
    } else if (item) goOn(item, line)
  }
  close()
  return { notes, skipped }
}

interface Voice {
  readonly name: string
  readonly lines: string[]
}

interface Item extends Voice, Omit<ReviewNote, 'text' | 'name' | 'replies' | 'drawing'> {
  drawing: ReviewNote['drawing']
  readonly replies: Voice[]
}

function writeItem(note: ReviewNote): string {
  const { at, until, page, drawing, resolved, replies } = note
  const end = until === null ? '' : ` – ${writeTime(until)}`
  const where = at !== null ? `${writeTime(at)}${end} ` : page !== null ? `Page ${page} ` : ''
  const lines = [
    `- [${resolved ? 'x' : ' '}] ${where}${writeVoice(note, '  ')}`,
    ...(drawing ? [`  <!-- drawing ${writeDrawing(drawing)} -->`] : []),
    ...replies.map((reply) => `  - ${writeVoice(reply, '    ')}`),
  ]
  return lines.join('\n')
}

/** A line that goes on in the next one of the same paragraph says so: Markdown would join the two. */
function writeVoice({ name, text }: Remark, indent: string): string {
  const lines = text.split('\n')
  const written = lines.map((line, at) => {
    const next = lines[at + 1]
    if (line.trim() === '') return ''
    return `${at === 0 ? '' : indent}${escaped(line)}${next !== undefined && next.trim() !== '' ? '\\' : ''}`
  })
  return `**${escaped(name)}**: ${written.join('\n')}`
}

function begin([, box, from, to, page, rest = '']: RegExpExecArray, file: string | null): Item {
  const at = readTime(from ?? '')
  const place = { file, at, until: at === null ? null : readTime(to ?? ''), page: page ? Number(page) : null }
  // What only looked like a time is a part of what is said.
  const said = from !== undefined && at === null ? `${from} ${rest}` : rest
  return { ...voiceOf(said), ...place, resolved: (box ?? ' ') !== ' ', drawing: null, replies: [] }
}

function goOn(item: Item, line: string): void {
  const drawing = DRAWING.exec(line)
  const reply = REPLY.exec(line)
  const voice = item.replies.at(-1)
  if (drawing && !voice) item.drawing = readDrawing(drawing[1] ?? '')
  else if (reply) item.replies.push(voiceOf(reply[1] ?? ''))
  else (voice ?? item).lines.push(plain(line.slice(line.trim() === '' ? line.length : voice ? 4 : 2)))
}

function voiceOf(said: string): Voice {
  const [, name = '', text = said] = VOICE.exec(said) ?? []
  return { name: plain(name), lines: [plain(text)] }
}

function remarkOf({ name, lines }: Voice): Remark {
  return trimRemark({ name, text: lines.join('\n') }) ?? { name, text: '' }
}

function escaped(text: string): string {
  return text.replace(SIGNS, String.raw`\$&`).replace(OPENING, (_, space: string, sign: string) => {
    return /\d/.test(sign) ? `${space}${sign}\\` : `${space}\\${sign}`
  })
}

/** Without the signs' backslashes, and without the one at the end of a line that goes on. */
function plain(text: string): string {
  return text.replace(/\\(.|$)/g, '$1')
}
