import type { Page } from '@playwright/test'
import { join } from 'node:path'
import { violationsOf } from '../support/accessible.ts'
import { makeFile, MB } from '../support/files.ts'
import { expect, test } from '../support/fixtures.ts'
import { adminLinkOf } from '../support/siteAdmin.ts'

/** The admin page, from the printed link to signing out. */

const PRIVATE = { TRACKER_MODE: 'private' }
const REFUSED = [/the server responded with a status of 40[14]/]

/** In both themes, and no wider than a phone. */
async function expectWellMade(page: Page, what: string): Promise<void> {
  expect.soft(await violationsOf(page), what).toEqual([])
  const size = page.viewportSize() ?? { width: 1280, height: 720 }
  await page.setViewportSize({ width: 360, height: 780 })
  expect.soft(await page.evaluate(() => document.documentElement.scrollWidth), what).toBeLessThanOrEqual(360)
  await page.setViewportSize(size)
}

function open(page: Page, view: string): Promise<void> {
  return page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: view }).click()
}

test('become admin, invite, see the member, block, revoke, sign out', async ({
  newPeer,
  newSite,
  folder,
}) => {
  const site = await newSite(PRIVATE)
  const link = await adminLinkOf(site)
  const admin = await newPeer({ site, expectedTrouble: REFUSED })
  const { page } = admin
  await page.goto('about:blank')
  await page.goto(link)
  await expect(page.getByRole('heading', { name: 'Overview' })).toBeVisible()
  expect(page.url()).toBe(`${site.url}admin`)
  await expect(page.getByText('Private: only members')).toBeVisible()
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Overview' })).toBeVisible()

  await test.step('every view without anything in it', async () => {
    await expectWellMade(page, 'overview')
    for (const [view, words] of [
      ['Torrents', 'No torrents yet.'],
      ['Members', 'No members yet.'],
      ['Invites', 'No invitations.'],
      ['Keeper', 'The server has no keeper (setting KEEPER).'],
      ['Tokens', 'No tokens.'],
    ] as const) {
      await open(page, view)
      await expect(page.getByText(words)).toBeVisible()
      await expectWellMade(page, view)
    }
  })

  const member = await newPeer({ site, expectedTrouble: REFUSED })
  await test.step('an invitation, by keyboard, accepted elsewhere', async () => {
    await open(page, 'Members')
    await page.getByRole('button', { name: 'Invite…' }).press('Enter')
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Whom it is for').fill('The \u202echoir')
    await dialog.getByLabel('How many people can use it').fill('2')
    await dialog.getByLabel('How many people can use it').press('Enter')
    const field = dialog.getByRole('textbox', { name: 'Invitation link' })
    await expect(field).toHaveValue(/#invitation=[0-9a-f]{40}$/)
    await expect(dialog.getByRole('img', { name: 'QR code of the invitation link' })).toBeVisible()
    await expectWellMade(page, 'an invitation')
    await member.open(await field.inputValue())
    await expect(member.page.getByText('You’re a member now.')).toBeVisible()
    await page.keyboard.press('Escape')
    await open(page, 'Invites')
    await expect(page.getByRole('listitem').filter({ hasText: 'choir' })).toContainText('1\u00a0use left')
    await expectWellMade(page, 'invitations')
    await page.getByRole('button', { name: 'Delete' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
    await expect(page.getByText('No invitations.')).toBeVisible()
  })

  const path = join(folder, 'chorale.bin')
  await makeFile(path, MB, 'chorale')
  const given = await member.chooseFiles(path)
  await given.reaches('seeding')

  await test.step('what the member shares is seen and blocked', async () => {
    await open(page, 'Overview')
    await expect(page.getByText('chorale.bin')).toBeVisible()
    await expectWellMade(page, 'overview with a swarm')
    await page.getByRole('button', { name: 'chorale.bin' }).click()
    const peers = page.getByRole('dialog').getByRole('row')
    await expect(peers).toHaveCount(2)
    await expect(peers.nth(1)).toContainText(/WebRTC\s*has it\s*.*choir/)
    await expectWellMade(page, 'who is in a swarm')
    await page.getByRole('button', { name: 'Done' }).click()
    await open(page, 'Torrents')
    const row = page.getByRole('listitem').filter({ hasText: 'chorale.bin' })
    await expect(row).toContainText('Listed')
    await expectWellMade(page, 'torrents')
    await page.getByRole('searchbox').fill('no such thing')
    await expect(page.getByText('No torrents match.')).toBeVisible()
    await page.getByRole('searchbox').fill('CHORALE')
    await row.getByRole('button', { name: 'See who' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Block' }).click()
    await expect(row).toContainText('Blocked')
    await expect(given.article).toContainText('this torrent is blocked here')
    await row.getByRole('button', { name: 'Unblock' }).click()
    await expect(row).toContainText('Listed')
    await page.getByText('Blocked', { exact: true }).click()
    await expect(page.getByText('No torrents match.')).toBeVisible()
  })

  await test.step('the member is seen, gets another passkey and is revoked', async () => {
    await open(page, 'Members')
    // A name cannot turn the text around it.
    const row = page.getByRole('listitem').filter({ hasText: 'choir' }).first()
    expect(await row.textContent()).not.toContain('\u202e')
    await expect(row).toContainText('0\u00a0bytes sent')
    await expectWellMade(page, 'members')
    await row.getByRole('button', { name: 'See torrents' }).click()
    await expect(page.getByRole('dialog')).toContainText('Nothing yet.')
    await expectWellMade(page, 'a member without bytes')
    await page.getByRole('button', { name: 'Done' }).click()
    await row.getByRole('button', { name: 'New passkey' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Change it' }).click()
    const field = page.getByRole('dialog').getByLabel('Announce address')
    await expect(field).toHaveValue(/\/announce\/[0-9a-f]{40}$/)
    const address = await field.inputValue()
    await expectWellMade(page, 'a new passkey')
    await page.getByRole('button', { name: 'Done' }).click()
    await expect(member.page.getByRole('contentinfo')).toContainText('You’re no longer a member.')
    await member.home()
    await member.get(address)
    await expect(member.page.getByText('You’re a member now.')).toBeVisible()

    await row.getByRole('button', { name: 'Revoke' }).click()
    await expectWellMade(page, 'revoking')
    await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click()
    await expect(row).toContainText('Revoked')
    // Nothing is announced by this page: it hears of it when it asks for its account the next time.
    await member.home()
    await expect(member.page.getByRole('contentinfo')).toContainText('You’re no longer a member.')
  })

  await test.step('a token is told once, works, and is deleted', async () => {
    await open(page, 'Tokens')
    await page.getByLabel('What the token is for').fill('cron')
    await page.getByRole('button', { name: 'Make a token' }).click()
    const field = page.getByLabel('Token', { exact: true })
    const headers = { Authorization: `Bearer ${await field.inputValue()}` }
    await page.getByRole('button', { name: 'Done' }).click()
    const overview = () => fetch(`${site.url}api/admin/overview`, { headers })
    expect((await overview()).status).toBe(200)
    await expectWellMade(page, 'tokens')
    await page.getByRole('button', { name: 'Delete' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
    await expect(page.getByText('No tokens.')).toBeVisible()
    expect((await overview()).status).toBe(401)
  })

  await test.step('a backup, and signing out', async () => {
    await open(page, 'Overview')
    await page.getByRole('button', { name: 'Back up now' }).click()
    await expect(page.getByText(/Copied to backups\/shoal-.*\.sqlite/)).toBeVisible()
    await page.getByRole('button', { name: 'Sign out' }).click()
    await expect(page.getByRole('heading', { name: 'This page is for admins.' })).toBeVisible()
    await expectWellMade(page, 'a stranger')
    await page.reload()
    await expect(page.getByText('npm start -- --admin-link')).toBeVisible()
    // The printed link worked once.
    await page.goto('about:blank')
    await page.goto(link)
    await expect(page.getByRole('alert')).toContainText('expired or used')
  })
})

test('the site’s first page loads nothing of the admin page', async ({ newPeer, site }) => {
  const peer = await newPeer()
  const loaded: string[] = []
  peer.page.on('request', (request) => loaded.push(request.url()))
  await peer.page.reload({ waitUntil: 'networkidle' })
  expect(loaded).toContain(site.url)
  expect(loaded.filter((url) => /admin/i.test(url))).toEqual([])
})
