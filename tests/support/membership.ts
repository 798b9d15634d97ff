import { expect } from '@playwright/test'
import type { Peer } from './peer.ts'

/** Opens an invitation's link; returns the passkey that the page keeps. */
export async function becomesMember(peer: Peer, invitation: string): Promise<string> {
  await peer.open(invitation)
  await expect(peer.page.getByText('You’re a member now.')).toBeVisible()
  const passkey = await peer.page.evaluate(() => localStorage.getItem('shoal.passkey'))
  expect(passkey).toMatch(/^[0-9a-f]{40}$/)
  return passkey ?? ''
}
