import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { axeFindings, openPage } from './support/openPage.ts'
import { SCENES } from './support/scenes.ts'
import { files, HASH, peer, share } from './support/shares.ts'

/** What opens over a page or within it is as accessible as the page itself, in both themes and on a phone. */

const button = (name: string | RegExp) => page.getByRole('button', { name })
const one = share({ peers: [peer()] })
const album = share({
  mine: false,
  files: files([
    ['a.jpg', 1],
    ['b.txt', 1],
    ['c.bin', 1, 0.5],
  ]),
})

const OPENED: Readonly<Record<string, () => Promise<unknown>>> = {
  'the speed limits': async () => {
    await openPage()
    await button('Speed limits').click()
    await expect.element(page.getByRole('dialog')).toBeVisible()
  },
  'the list of keys': async () => {
    await openPage()
    await userEvent.keyboard('?')
    await expect.element(page.getByRole('dialog')).toBeVisible()
  },
  'the QR code': async () => {
    await openPage({ shares: [one], fragment: HASH })
    await button('QR code').click()
    await expect.element(page.getByRole('dialog').getByRole('img')).toBeVisible()
  },
  'the question before a removal': async () => {
    await openPage({ shares: [one], fragment: HASH })
    await button('Remove').click()
    await expect.element(page.getByRole('dialog')).toBeVisible()
  },
  'a removal that can be undone': async () => {
    await openPage({ shares: [one], fragment: HASH })
    await button('Remove').click()
    await page.getByRole('dialog').getByRole('button', { name: 'Remove', exact: true }).click()
    await expect.element(button('Undo')).toBeVisible()
  },
  'a failure that is told': async () => {
    const { page: opened } = await openPage()
    opened.toasts.alarm({ code: 'folder-empty' }, [{ code: 'try-again', run: () => undefined }])
    await expect.element(page.getByRole('alert')).toBeVisible()
  },
  'all that is behind “More”': async () => {
    await openPage({ shares: [one], fragment: HASH })
    await page.getByText('More', { exact: true }).click()
    for (const each of Array.from(document.querySelectorAll<HTMLElement>('details details > summary')))
      each.click()
    await expect.element(page.getByRole('row').first()).toBeVisible()
  },
  'the terms of a seal': async () => {
    await openPage()
    await page.getByRole('checkbox', { name: /^Sealed/ }).click()
    await page.getByText('Password and expiry').click()
    await expect.element(page.getByLabelText('Password', { exact: true })).toBeVisible()
  },
  'the choice of files for a link': async () => {
    await openPage({ shares: [album], fragment: HASH })
    await button('Link to some files').click()
    await page.getByRole('checkbox', { name: 'Link to a.jpg' }).click()
    await expect.element(page.getByLabelText('Link to 1 file')).toBeVisible()
  },
  'a text that is read': async () => {
    await openPage({ shares: [album], fragment: HASH })
    await button('Preview b.txt').or(button('Actions for b.txt')).first().click()
    const hidden = button('Preview b.txt')
    if (hidden.elements().length > 0) await hidden.click()
    await expect.element(button('Copy text')).toBeVisible()
  },
  'a picture that is looked at': async () => {
    const { page: opened } = await openPage({ shares: [album], fragment: HASH })
    opened.looking.open('s1', 0)
    await expect.element(page.getByRole('region', { name: 'a.jpg', exact: true })).toBeVisible()
  },
  'shares that are selected': async () => {
    await openPage({ shares: Array.from({ length: 8 }, (_, at) => numbered(at)) })
    await button('Select').click()
    await page
      .getByRole('checkbox', { name: /^Select/ })
      .first()
      .click()
    await expect.element(page.getByRole('group', { name: 'Actions for the selected shares' })).toBeVisible()
  },
  'a row with its link and files': async () => {
    await openPage({ shares: [album] })
    await page.getByText('Link and files').click()
    await expect.element(page.getByLabelText('Share link', { exact: true })).toBeVisible()
  },
  'a link that waits for a click': async () => {
    const dial = JSON.stringify({ peersFrom: 1, aDay: null, onlyOnClick: true })
    await openPage({ fragment: HASH }, undefined, { 'shoal.dial': dial })
    await expect.element(button('Connect')).toBeVisible()
  },
  'another tab that has the engine': async () => {
    const { page: opened } = await openPage({ shares: SCENES['ready']?.shares ?? [], fragment: HASH })
    opened.engine.status = 'elsewhere'
    await expect.element(button('Use it here')).toBeVisible()
  },
}

function numbered(at: number) {
  const infoHash = at.toString(16).repeat(40).slice(0, 40)
  return share({ id: `s${at}`, infoHash: infoHash as typeof HASH, name: `film ${at}.mp4` })
}

beforeAll(() => page.viewport(1280, 900))
afterEach(() => {
  delete document.documentElement.dataset['theme']
})

describe.each(Object.entries(OPENED))('%s', (_, open) => {
  it('is accessible in both themes', async () => {
    await open()
    for (const theme of ['light', 'dark']) {
      document.documentElement.dataset['theme'] = theme
      // Colours come by and by. One that is cut short has come to its end as well.
      await Promise.allSettled(document.getAnimations().map(({ finished }) => finished))
      expect(await axeFindings(), theme).toEqual([])
    }
  })

  it('fits a phone', async () => {
    await page.viewport(360, 780)
    await open()
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360)
    expect(await axeFindings()).toEqual([])
    await page.viewport(1280, 900)
  })
})
