import { beforeAll, describe, expect, it, vi } from 'vitest'
import { page } from 'vitest/browser'
import { openPage } from './support/openPage.ts'
import { file, share } from './support/shares.ts'
import type { InfoHash } from '../../src/core/infoHash.ts'

beforeAll(() => page.viewport(1280, 900))

const button = (name: string) => page.getByRole('button', { name, exact: true })
const hash = (at: number) => at.toString(16).padStart(40, '0') as InfoHash

/** Share 1 is the newest and the smallest. */
const shares = (count: number) =>
  Array.from({ length: count }, (_, at) =>
    share({
      id: `s${at + 1}`,
      infoHash: hash(at + 1),
      mine: at % 2 === 0,
      state: at === 1 ? 'paused' : 'seeding',
      files: [file({ path: [`film ${at + 1}.mp4`], size: (at + 1) * 1000 })],
    }),
  )

describe('the list of one’s shares', () => {
  it('has no tools while there are few', async () => {
    await openPage({ shares: shares(3) })
    await expect.element(page.getByLabelText('Find a share')).not.toBeInTheDocument()
  })

  it('is found in and sorted, once there are many', async () => {
    const { engine } = await openPage({ shares: shares(12) })
    expect(names()).toEqual(Array.from({ length: 12 }, (_, at) => `film ${at + 1}.mp4`))
    await page.getByLabelText('Sort shares').selectOptions('Largest first')
    expect(names().slice(0, 2)).toEqual(['film 12.mp4', 'film 11.mp4'])
    await page.getByLabelText('Sort shares').selectOptions('By name')
    engine.show(engine.shares().toReversed())
    await expect.poll(() => names().slice(0, 3)).toEqual(['film 1.mp4', 'film 2.mp4', 'film 3.mp4'])
    await page.getByLabelText('Find a share').fill('FILM 1')
    await expect.poll(names).toEqual(['film 1.mp4', 'film 10.mp4', 'film 11.mp4', 'film 12.mp4'])
    await page.getByLabelText('Find a share').fill('song')
    await expect.element(page.getByText('Nothing is called “song”.')).toBeVisible()
  })

  it('does with several at once what can be done with each', async () => {
    const { engine } = await openPage({ shares: shares(12) })
    await button('Select').click()
    for (const name of ['film 1.mp4', 'film 2.mp4', 'film 3.mp4'])
      await page.getByRole('checkbox', { name: `Select ${name}` }).click()
    const those = page.getByRole('group', { name: 'Actions for the selected shares' })
    await expect.element(those).toHaveTextContent('3 shares selected')
    await those.getByRole('button', { name: 'Pause' }).click()
    expect(engine.asked('pause')).toEqual([['s1'], ['s3']])
    await those.getByRole('button', { name: 'Resume' }).click()
    expect(engine.asked('resume')).toEqual([['s2']])
    await those.getByRole('button', { name: 'Remove' }).click()
    const dialog = page.getByRole('dialog', { name: 'Remove 3 shares?' })
    await expect.element(dialog).toHaveTextContent('Your files stay.')
    await expect.element(dialog).toHaveTextContent('Deletes the copy in this browser')
    await dialog.getByRole('button', { name: 'Remove' }).click()
    await expect.element(page.getByRole('checkbox', { name: /^Select / })).not.toBeInTheDocument()
    await expect.element(page.getByText('3 shares removed.')).toBeVisible()
    expect(names()).not.toContain('film 1.mp4')
    await button('Undo').click()
    await expect.poll(names).toContain('film 1.mp4')
    expect(engine.asked('remove')).toEqual([])
  })

  it('colours no button of a row', async () => {
    const ready = share({ id: 'r', infoHash: hash(9), mine: false, state: 'ready', progress: 0 })
    const asleep = share({ id: 'a', infoHash: hash(8), state: 'asleep' })
    await openPage({ shares: [ready, asleep, ...shares(2)] })
    await expect.element(button('Download')).toBeVisible()
    await expect.element(page.getByLabelText('Choose the file again')).toBeInTheDocument()
    expect(document.querySelector('article .primary')).toBeNull()
  })

  it('copies the link of a row', async () => {
    await openPage({ shares: shares(2) })
    const written = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue()
    await button('Copy the link to film 2.mp4').click()
    expect(written.mock.calls).toEqual([[`https://shoal.example/#${hash(2)}&n=film%202.mp4&s=2000`]])
    await expect.element(page.getByText('Copied.')).toBeInTheDocument()
  })

  it('has only the rows in sight in the page, of two hundred', async () => {
    await openPage({ shares: shares(200) })
    expect(document.body.querySelectorAll('*').length).toBeLessThan(2000)
    window.scrollTo(0, document.documentElement.scrollHeight)
    await expect.element(page.getByRole('link', { name: 'film 200.mp4' })).toBeVisible()
    window.scrollTo(0, 0)
  })
})

/** Of the rows in the page, from the top. */
function names(): string[] {
  return Array.from(document.querySelectorAll('article h3 bdi'), (name) => name.getAttribute('title') ?? '')
}
