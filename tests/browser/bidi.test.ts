import { describe, expect, it, onTestFinished } from 'vitest'
import { page } from 'vitest/browser'
import type { ShareSnapshot } from '../../src/swarm/snapshot.ts'
import { chooseLanguage } from '../../src/ui/words/choice.ts'
import { inText } from '../../src/ui/words/inText.ts'
import { openPage } from './support/openPage.ts'
import { SCENES } from './support/scenes.ts'
import { HASH, share } from './support/shares.ts'

/** Names in a sentence that is written in the other direction: each stays at its place, whatever stands beside it. */

/** A page that tells which file is no part of it. */
function without(name: string): ShareSnapshot {
  return share({ leftOut: [name] })
}

/** Where a part of the sentence is seen that begins so. */
function placeOf(part: string, sentence: string): DOMRect {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.textContent ?? ''
    if (!text.startsWith(sentence) || !node.parentElement?.checkVisibility()) continue
    const range = document.createRange()
    range.setStart(node, text.indexOf(part))
    range.setEnd(node, text.indexOf(part) + part.length)
    return range.getBoundingClientRect()
  }
  throw new Error(`“${part}” is not on the page.`)
}

describe('a name in a sentence', () => {
  it('in Arabic lets what follows it in English stand behind it', async () => {
    await page.viewport(1280, 900)
    await openPage({ shares: [without('صور الصيف')], fragment: HASH })
    await expect.element(page.getByText(/is left out/)).toBeVisible()
    const at = (part: string) => placeOf(part, '“')
    expect(at('is left out').left).toBeGreaterThan(at('الصيف').right)
    expect(at('صور').left).toBeGreaterThan(at('الصيف').left)
  })

  it('that begins with a number keeps its order in Arabic', async () => {
    await page.viewport(1280, 900)
    await chooseLanguage('ar')
    onTestFinished(() => chooseLanguage('en'))
    await openPage({ shares: [without('2024 lake (3)')], fragment: HASH })
    await expect.element(page.getByText(/^استُبعد/)).toBeVisible()
    const at = (part: string) => placeOf(part, 'استُبعد')
    expect(at('2024').right).toBeLessThan(at('lake').left)
    expect(at('(3)').left).toBeGreaterThan(at('lake').right)
    expect(at('المتصفح').right).toBeLessThan(at('2024').left)
  })

  it('ends no isolation but its own, and is left alone where directions agree', () => {
    expect(inText('a.txt')).toBe('a.txt')
    expect(inText('\u2069صور\u2067')).toBe('\u2068·صور·\u2069')
  })
})

it('a bar grows from the right where one reads from there', async () => {
  await page.viewport(1280, 900)
  await chooseLanguage('ar')
  onTestFinished(() => chooseLanguage('en'))
  await openPage(SCENES['downloading'])
  const bar = page.getByRole('progressbar').first()
  await expect.element(bar).toBeVisible()
  const [whole, here] = [bar.element(), bar.element().querySelector('.here')].map((each) =>
    each?.getBoundingClientRect(),
  )
  expect(here?.right).toBeCloseTo(whole?.right ?? NaN, 0)
  expect(here?.left).toBeGreaterThan((whole?.left ?? NaN) + 50)
})
