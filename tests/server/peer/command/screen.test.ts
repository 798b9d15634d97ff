import { Writable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { jsonScreen, peopleScreen } from '../../../../server/peer/command/screen.ts'

/** Remembers what is written. */
class Paper extends Writable {
  text = ''
  readonly isTTY: boolean
  readonly columns: number

  constructor(isTTY: boolean, columns = 80) {
    super()
    this.isTTY = isTTY
    this.columns = columns
  }

  override _write(chunk: Buffer, _encoding: unknown, done: () => void): void {
    this.text += chunk.toString()
    done()
  }
}

describe('what a command tells people', () => {
  it('has one line that changes, at a terminal', () => {
    const [out, messages] = [new Paper(true), new Paper(true, 24)]
    const screen = peopleScreen({ out, messages, now: () => 0 })
    screen.progress('10 %')
    screen.progress('10 %')
    screen.progress('20 % and much more than fits')
    screen.result('done')
    expect(messages.text).toBe('10 %\r\x1b[2K20 % and much more than\r\x1b[2K')
    expect(out.text).toBe('done\n')
  })

  it('has a line every five seconds elsewhere, and results apart', () => {
    let now = 0
    const [out, messages] = [new Paper(false), new Paper(false)]
    const screen = peopleScreen({ out, messages, now: () => now })
    for (; now <= 10_000; now += 1_000) screen.progress(`${now / 100} %`)
    screen.progress(null)
    screen.say('finished')
    screen.result('path')
    expect(messages.text).toBe('0 %\n50 %\n100 %\nfinished\n')
    expect(out.text).toBe('path\n')
  })
})

it('tells programs a JSON object a line, and no words', () => {
  const out = new Paper(false)
  const screen = jsonScreen({ out })
  screen.say('words')
  screen.progress('10 %')
  screen.result('path')
  screen.event({ event: 'done', path: 'a\nb' })
  expect(out.text).toBe('{"event":"done","path":"a\\nb"}\n')
})
