import { formatExactClock, parseClock } from '../../core/clockTime.ts'
import type { Milliseconds } from '../../core/brand.ts'
import { hasRoom, type Stroke, type Tool } from '../../core/drawing/drawing.ts'

/** What a note that is being written is about: what is open, at its moment or page; one file as a whole; or all. */
export type About = 'open' | 'everything' | { readonly file: number }

export type DraftProblem = 'time-unclear' | 'span-without-beginning' | 'span-backwards' | 'page-unclear'

/** A note that is being written. */
export class Draft {
  text = $state('')
  about: About = $state.raw('open')
  /** As it was typed; empty for the moment at which the note is begun. */
  from = $state('')
  to = $state('')
  page = $state('')
  strokes: readonly Stroke[] = $state.raw([])
  /** Whether a pointer, or keys, draw on the picture. */
  drawing = $state(false)
  /** The pen was taken up by a key: keys move it. */
  byKeys = $state(false)
  tool: Tool = $state('pen')
  ink = $state(0)

  readonly full: boolean = $derived(!hasRoom(this.strokes))

  readonly at: Milliseconds | null = $derived(this.from.trim() === '' ? null : parseClock(this.from))
  readonly until: Milliseconds | null = $derived(this.to.trim() === '' ? null : parseClock(this.to))
  /** What is wrong with the times and the page. */
  readonly problem: DraftProblem | null = $derived.by(() => {
    const wrong = (typed: string, read: Milliseconds | null) => typed.trim() !== '' && read === null
    if (wrong(this.from, this.at) || wrong(this.to, this.until)) {
      return 'time-unclear'
    }
    if (this.until !== null && this.at === null) return 'span-without-beginning'
    if (this.until !== null && this.until <= (this.at ?? 0)) return 'span-backwards'
    if (this.page.trim() !== '' && !/^[1-9]\d{0,4}$/.test(this.page.trim())) return 'page-unclear'
    return null
  })

  readonly empty: boolean = $derived(this.text.trim() === '' && this.strokes.length === 0)

  /** The note is about this moment from now on, wherever the film goes. */
  pin(at: Milliseconds): void {
    if (this.from.trim() === '') this.from = formatExactClock(at)
  }

  begin(at: Milliseconds): void {
    this.from = formatExactClock(at)
    if (this.until !== null && this.until <= at) this.to = ''
  }

  /** Of two moments the earlier one is the beginning, in whatever order they are marked. */
  end(at: Milliseconds): void {
    if (this.at !== null && at < this.at) {
      this.to = this.from
      this.from = formatExactClock(at)
    } else if (at !== this.at) this.to = formatExactClock(at)
  }

  add(stroke: Stroke): void {
    if (!this.full) this.strokes = [...this.strokes, stroke]
  }

  undo(): void {
    this.strokes = this.strokes.slice(0, -1)
  }

  /** Empty again; what one draws with stays. */
  clear(): void {
    this.text = this.from = this.to = this.page = ''
    this.about = 'open'
    this.strokes = []
    this.drawing = false
  }
}
