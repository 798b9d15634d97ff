/*
 * Captions of other programs as WebVTT, which is what browsers know. What is read is a stranger's text: nothing of it
 * is left that a browser would take for more than words, bold, italic and a place on the picture.
 */

/** One caption: times in seconds, text as WebVTT has it. */
interface Cue {
  readonly from: number
  readonly to: number
  /** As WebVTT writes them behind the times; may be empty. */
  readonly settings: string
  readonly text: string
}

/** Frames a second of MicroDVD's times, where the file does not tell: what most of them were made for. */
const USUAL_RATE = 25

/**
 * Captions as WebVTT: SubRip, WebVTT, SubStation Alpha (`.ass`, `.ssa`: as timed text) and MicroDVD (`.sub`), told apart
 * by what is in them.
 *
 * @returns null where there is none in it
 */
export function asWebVtt(text: string): string | null {
  const lines = text
    .replace(/^\ufeff/, '')
    .replaceAll('\0', '')
    .split(/\r\n?|\n/)
  const cues = cuesOf(lines).filter(({ from, to, text: said }) => to > from && said !== '')
  if (cues.length === 0) return null
  const written = cues.map((cue) => `${time(cue.from)} --> ${time(cue.to)}${cue.settings}\n${cue.text}\n`)
  return `WEBVTT\n\n${written.join('\n')}`
}

function cuesOf(lines: readonly string[]): Cue[] {
  if (/^WEBVTT(?:\s|$)/.test(lines[0] ?? '')) return webVttCues(lines)
  if (lines.some((line) => /^\[Events\]\s*$/i.test(line))) return subStationCues(lines)
  if (lines.some((line) => MICRO_DVD.test(line))) return microDvdCues(lines)
  return subRipCues(lines)
}

/** `01:02:03,450`, with hours and thousandths or without, and blanks where a program put some. */
const TIME = String.raw`(?:(\d{1,3})\s*:\s*)?(\d{1,2})\s*:\s*(\d{1,2})(?:\s*[.,]\s*(\d{1,3}))?`
const TIMES = new RegExp(String.raw`^\s*${TIME}\s*-->\s*${TIME}(?=\s|$)(.*)$`)

interface Times {
  readonly from: number
  readonly to: number
  readonly rest: string
}

function timesOf(line: string): Times | null {
  // Most lines are text, and a long one would be looked through for nothing.
  const found = line.includes('-->') ? TIMES.exec(line.slice(0, 500)) : null
  if (!found) return null
  const [, h, m, s, ms, toH, toM, toS, toMs, rest = ''] = found
  return { from: seconds(h, m, s, ms), to: seconds(toH, toM, toS, toMs), rest }
}

function seconds(hours = '0', minutes = '0', whole = '0', fraction = '0'): number {
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(whole) + Number(`0.${fraction}`)
}

/** Blank lines within a caption are no end of it; the number in front of the next one's times is. */
function subRipCues(lines: readonly string[]): Cue[] {
  const cues: Cue[] = []
  let times: Times | null = null
  let said: string[] = []
  const finish = (isLast: boolean) => {
    if (times) {
      const ends = said.findLastIndex((line) => line.trim() !== '')
      const numbered = !isLast && ends > 0 && /^\s*\d+\s*$/.test(said[ends] ?? '')
      cues.push(plainCue(times, said.slice(0, numbered ? ends : ends + 1)))
    }
    said = []
  }
  for (const line of lines) {
    const next = timesOf(line)
    if (next) {
      finish(false)
      times = next
    } else said.push(line)
  }
  finish(true)
  return cues
}

const SETTING = /^(?:vertical|line|position|size|align):[\w%.,-]+$/

/** Its own tags stay; styles and regions, which are a stranger's look of the page, go. */
function webVttCues(lines: readonly string[]): Cue[] {
  const cues: Cue[] = []
  for (let at = 1; at < lines.length; at += 1) {
    const times = timesOf(lines[at] ?? '')
    if (!times) continue
    const said: string[] = []
    while (lines[at + 1]?.trim() && !timesOf(lines[at + 1] ?? '')) said.push(lines[(at += 1)] ?? '')
    const settings = times.rest.split(/\s+/).filter((setting) => SETTING.test(setting))
    const text = withoutOverrides(said.join('\n'))
      .replace(/<\/?font[^>]*>/gi, '')
      .trim()
    cues.push({ ...times, settings: settings.map((setting) => ` ${setting}`).join(''), text })
  }
  return cues
}

const SSA_COLUMNS = 'Layer,Start,End,Style,Name,MarginL,MarginR,MarginV,Effect,Text'

function subStationCues(lines: readonly string[]): Cue[] {
  let columns = SSA_COLUMNS.toLowerCase().split(',')
  let inEvents = false
  const cues: Cue[] = []
  for (const line of lines) {
    if (/^\s*\[/.test(line)) inEvents = /^\s*\[Events\]/i.test(line)
    const [, kind, content = ''] = (inEvents && /^\s*(Format|Dialogue)\s*:(.*)$/i.exec(line)) || []
    if (kind === undefined) continue
    if (/format/i.test(kind)) {
      columns = content.split(',').map((column) => column.trim().toLowerCase())
      continue
    }
    // The text is the last of them, and may have commas of its own.
    const values = content.split(',')
    const text = values.slice(columns.length - 1).join(',')
    const valueOf = (column: string) => values[columns.indexOf(column)] ?? ''
    const times = timesOf(`${valueOf('start')} --> ${valueOf('end')}`)
    // `\p1` draws shapes by numbers.
    if (times && !/\{[^}]*\\p[1-9]/.test(text))
      cues.push(plainCue(times, text.replaceAll('\\h', '\u00a0').split(/\\[Nn]/)))
  }
  return cues.sort((a, b) => a.from - b.from)
}

const MICRO_DVD = /^\{(\d{1,7})\}\{(\d{1,7})\}(.*)$/

function microDvdCues(lines: readonly string[]): Cue[] {
  let rate = USUAL_RATE
  return lines.flatMap((line) => {
    const [, from, to, text = ''] = MICRO_DVD.exec(line) ?? []
    if (from === undefined) return []
    const told = /^\{[01]\}\{[01]\}\s*(\d{1,3}(?:\.\d+)?)\s*$/.exec(line)
    if (told && Number(told[1]) > 0) {
      rate = Number(told[1])
      return []
    }
    const said = text.replace(/\{[a-z]:[^}]*\}/gi, '').split('|')
    return [plainCue({ from: Number(from) / rate, to: Number(to) / rate }, said)]
  })
}

/** Where `{\an8}` and its like put a caption: by the digits of a keyboard, 1 to 3 at the bottom. */
function placeOf(text: string): string {
  const digit = Number(/\{[^}]*\\an([1-9])/.exec(text)?.[1] ?? 2)
  const line = ['', ' line:50%', ' line:0'][Math.floor((digit - 1) / 3)] ?? ''
  return `${line}${[' align:start', '', ' align:end'][(digit - 1) % 3] ?? ''}`
}

function withoutOverrides(text: string): string {
  return text.replace(/\{\\[^}]*\}/g, '')
}

/** The text of a caption of SubRip or SubStation Alpha, as WebVTT has it. */
export function plainCaption(text: string): string {
  return plainCue({ from: 0, to: 0 }, text.replaceAll('\0', '').split(/\r\n?|\n/)).text
}

/** A caption of a format whose text is no WebVTT: bold, italic and underlined stay, all else becomes text or goes. */
function plainCue({ from, to }: Pick<Times, 'from' | 'to'>, lines: readonly string[]): Cue {
  const written = lines.join('\n')
  const text = withoutOverrides(written)
    .replace(/&(?!(?:amp|lt|gt|nbsp|quot|#\d{1,6});)/g, '&amp;')
    .replace(/<(\/?)([a-z][a-z0-9]*)\b[^<>]*>/gi, (_, end: string, tag: string) =>
      /^[biu]$/i.test(tag) ? `\u0001${end}${tag.toLowerCase()}\u0002` : '',
    )
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\u0001', '<')
    .replaceAll('\u0002', '>')
  // A blank line would end the caption.
  const shown = text.split('\n').filter((line) => line.trim() !== '')
  return { from, to, settings: placeOf(written), text: shown.join('\n').trim() }
}

function time(inSeconds: number): string {
  const thousandths = Math.round(inSeconds * 1000)
  const parts = [Math.floor(thousandths / 3_600_000), Math.floor(thousandths / 60_000) % 60]
  const whole = [...parts, Math.floor(thousandths / 1000) % 60]
  return `${whole.map((part) => String(part).padStart(2, '0')).join(':')}.${String(thousandths % 1000).padStart(3, '0')}`
}
