import { describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { hasEnded } from '../../src/ui/shut.ts'
import { HASH } from './support/shares.ts'
import { axeFindings, openPage } from './support/openPage.ts'
import { SCENES } from './support/scenes.ts'

const scenes = Object.entries(SCENES)

describe.each(scenes)('%s', (name, scene) => {
  it('has what tests and people look for', async () => {
    await openPage(scene)
    for (const label of ['Choose files', 'Choose a folder']) {
      await expect.element(page.getByLabelText(label, { exact: true })).toBeInTheDocument()
      expect(page.getByLabelText(label, { exact: true }).elements()).toHaveLength(1)
    }
    const articles = Array.from(document.querySelectorAll('article'))
    expect(articles).toHaveLength(scene.shares.length)
    for (const share of scene.shares) {
      const article = articles.find((each) => each.dataset['infohash'] === (share.infoHash ?? ''))
      expect(article?.dataset['state'], name).toBe(share.state)
      expect(Number(article?.dataset['progress'])).toBeCloseTo(share.progress)
      expect(article?.querySelector('h1, h3')?.textContent).not.toBe('')
      // A link to what has ended leads nowhere.
      if (hasEnded(share)) continue
      if (share.link !== null) expect(valueOf(article, 'Share link')?.split('&')[0]).toBe(share.link)
      if (share.magnet !== null) expect(valueOf(article, 'Magnet link')).toBe(share.magnet)
    }
  })

  it.each(['light', 'dark'] as const)('is accessible in its %s theme', async (theme) => {
    await openPage(scene, theme)
    await nextPictures()
    expect(await axeFindings()).toEqual([])
  })

  it('is no wider than a phone, and accessible there', async () => {
    await page.viewport(360, 780)
    await openPage(scene)
    await nextPictures()
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360)
    expect(await axeFindings()).toEqual([])
    await page.viewport(1280, 900)
  })
})

it('keeps what is pressed large enough for a thumb', async () => {
  await page.viewport(360, 780)
  await openPage({ shares: SCENES['downloading']?.shares ?? [], fragment: HASH })
  const small = Array.from(
    document.querySelectorAll<HTMLElement>('button, a.button, label.button, summary, .choice'),
  )
    .filter((element) => element.checkVisibility())
    .filter(
      (element) => element.getBoundingClientRect().height < 44 || element.getBoundingClientRect().width < 44,
    )
    .map((element) => element.outerHTML.slice(0, 80))
  expect(small).toEqual([])
  await page.viewport(1280, 900)
})

function valueOf(article: Element | undefined, label: string): string | undefined {
  const labels = Array.from(article?.querySelectorAll('label') ?? [])
  const control = labels.find((each) => each.textContent.trim() === label)?.control
  return control instanceof HTMLInputElement ? control.value : undefined
}

async function nextPictures(): Promise<void> {
  for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame)
}
