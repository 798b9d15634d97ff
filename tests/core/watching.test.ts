import { describe, expect, it, test } from 'vitest'
import { arrivedStretches } from '../../src/core/arrived.ts'
import { captionsOf, preferredCaptions } from '../../src/core/captions.ts'
import { previewText } from '../../src/core/previewText.ts'
import { placeOf } from '../../src/state/navigation.svelte.ts'
import { ResumePoints } from '../../src/state/resumePoints.ts'
import { actionOf, speedAfter } from '../../src/ui/player/keys.ts'

const files = (...paths: string[]) => paths.map((path, index) => ({ index, path: path.split('/') }))

describe('captions', () => {
  it('belong to the film whose name they bear, in their language', () => {
    const all = files(
      's/one.mp4',
      's/one.srt',
      's/one.en.vtt',
      's/one.pt-BR.srt',
      's/two.mkv',
      's/two.de.srt',
      's/readme.txt',
    )
    expect(captionsOf({ index: 0, path: ['s', 'one.mp4'] }, all)).toEqual([
      { index: 1, language: '' },
      { index: 2, language: 'en' },
      { index: 3, language: 'pt-BR' },
    ])
    expect(captionsOf({ index: 4, path: ['s', 'two.mkv'] }, all)).toEqual([{ index: 5, language: 'de' }])
  })

  it('are all those that there are, of the only film', () => {
    const all = files('film.mp4', 'subs/de.srt', 'subs/English.srt')
    expect(captionsOf({ index: 0, path: ['film.mp4'] }, all).map(({ language }) => language)).toEqual([
      'de',
      '',
    ])
  })

  it('are shown in the language that the browser prefers', () => {
    expect(preferredCaptions(['de', 'en-GB', ''], ['fr', 'en-US', 'de'])).toBe(1)
    expect(preferredCaptions(['de'], ['fr'])).toBe(-1)
    expect(preferredCaptions(['pt-PT', 'pt', 'pt-BR'], ['pt-br'])).toBe(2)
    expect(preferredCaptions(['pt-PT', 'pt'], ['pt-BR'])).toBe(1)
    expect(preferredCaptions(['zh-Hant', 'zh-Hans'], ['zh-Hans', 'zh'])).toBe(1)
    expect(preferredCaptions(['', 'fr'], ['fr-FR', 'fr'])).toBe(1)
  })
})

test('what has arrived of a file is told along it', () => {
  const here = new Set([1, 2, 5])
  expect(arrivedStretches(15, 40, 10, (piece) => here.has(piece))).toEqual([
    { from: 0, to: 0.375 },
    { from: 0.875, to: 1 },
  ])
  expect(arrivedStretches(0, 0, 10, () => true)).toEqual([])
})

describe('keys', () => {
  const press = (key: string, focused: Parameters<typeof actionOf>[1] = 'other', ctrlKey = false) =>
    actionOf({ key, ctrlKey, altKey: false, metaKey: false }, focused)

  it('do what players do', () => {
    expect(press(' ')).toEqual({ kind: 'toggle' })
    expect(press('ArrowLeft')).toEqual({ kind: 'skip', seconds: -5 })
    expect(press('3')).toEqual({ kind: 'jump', part: 0.3 })
    expect(press('x')).toBeNull()
  })

  it('belong to the control that has the focus', () => {
    expect(press(' ', 'button')).toBeNull()
    expect(press('k', 'button')).toEqual({ kind: 'toggle' })
    expect(press('ArrowLeft', 'range')).toBeNull()
    expect(press('k', 'text')).toBeNull()
    expect(press('c', 'other', true)).toBeNull()
  })

  it('change the speed in steps, and no further than it goes', () => {
    expect([speedAfter(1, 1), speedAfter(1, -1), speedAfter(2, 1), speedAfter(0.5, -1)]).toEqual([
      1.25, 0.75, 2, 0.5,
    ])
  })
})

describe('where one left off', () => {
  function storage(initial: string | null = null): Storage {
    let kept = initial
    return {
      getItem: () => kept,
      setItem: (_: string, value: string) => (kept = value),
    } as unknown as Storage
  }

  it('is remembered for each file, but near the ends', () => {
    const points = new ResumePoints(storage())
    points.note('a', 100.4, 1000)
    points.note('b', 5, 1000)
    expect([points.of('a'), points.of('b')]).toEqual([100, 0])
    points.note('a', 995, 1000)
    expect(points.of('a')).toBe(0)
  })

  it('is nothing where nothing is kept, or nonsense', () => {
    expect(new ResumePoints(null).of('a')).toBe(0)
    for (const nonsense of ['{', '{"a":1}', '[["a"],["a",-5],[1,2]]'])
      expect(new ResumePoints(storage(nonsense)).of('a')).toBe(0)
  })

  it('is forgotten for what was not played for longest', () => {
    const points = new ResumePoints(storage())
    for (let file = 0; file < 250; file++) points.note(String(file), 100, 1000)
    expect([points.of('0'), points.of('49'), points.of('50'), points.of('249')]).toEqual([0, 0, 100, 100])
  })
})

test('text is shown as text, and does not lie', () => {
  const { text, cut } = previewText(new TextEncoder().encode('a\tb\r\n<script>\u202ecod.exe\u0000'))
  expect(text).toBe('a\tb\n<script>·cod.exe·')
  expect(cut).toBe(false)
  expect(previewText(new Uint8Array(200_000).fill(97))).toMatchObject({ cut: true })
})

test.each([
  ['/', { kind: 'home' }],
  ['/watch', { kind: 'listing' }],
  ['/watch/', { kind: 'listing' }],
  ['/watch/a%20b/c.mp4', { kind: 'published', path: 'a b/c.mp4' }],
  ['/watch/%', { kind: 'damaged', fragment: '%' }],
  ['/watchman', { kind: 'home' }],
])('the address %s shows %j', (pathname, place) => {
  expect(placeOf(pathname)).toEqual(place)
})
