import { expect, type Page } from '@playwright/test'
import type { SiteServer } from './server.ts'

/** The one-time link that a server prints at its first start. */
export async function adminLinkOf(site: SiteServer): Promise<string> {
  const find = () => /Become admin, once: (\S+)/.exec(site.output())?.[1]
  await expect.poll(find).toBeDefined()
  return find() ?? ''
}

interface ListedMember {
  readonly id: number
  readonly uploaded: number
  readonly downloaded: number
}

/** An admin who works by the API, with a token as a program has one. */
export class SiteAdmin {
  readonly #site: SiteServer
  readonly #token: string
  /** Of the session in which the token was made: name and value of a cookie. */
  readonly #session: string

  private constructor(site: SiteServer, token: string, session: string) {
    this.#site = site
    this.#token = token
    this.#session = session
  }

  static async of(site: SiteServer): Promise<SiteAdmin> {
    const link = new URL(await adminLinkOf(site)).hash.replace('#link=', '')
    const json = { 'Content-Type': 'application/json' }
    const session = await fetch(`${site.url}api/admin/session`, {
      method: 'POST',
      headers: json,
      body: JSON.stringify({ link }),
    })
    const cookie = session.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    const made = await fetch(`${site.url}api/admin/tokens`, {
      method: 'POST',
      headers: { ...json, Cookie: cookie, 'X-Shoal-Admin': '1' },
      body: JSON.stringify({ name: 'tests' }),
    })
    const { token } = (await made.json()) as { token: string }
    return new SiteAdmin(site, token, cookie)
  }

  /** Makes the page's browser this admin's, and opens the admin page there. */
  async open(page: Page): Promise<void> {
    const [name = '', value = ''] = this.#session.split('=')
    await page.context().addCookies([{ name, value, url: this.#site.url }])
    await page.goto(`${this.#site.url}admin`)
  }

  async invite(uses = 1): Promise<string> {
    return ((await this.#call('POST', 'invitations', { uses })) as { link: string }).link
  }

  /** A member without a page, as other programs' users are. */
  async newMember(): Promise<{ readonly passkey: string; readonly id: number }> {
    const token = new URL(await this.invite()).hash.replace('#invitation=', '')
    const response = await fetch(`${this.#site.url}api/invitations/accept`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ token }),
    })
    const { passkey, member } = (await response.json()) as { passkey: string; member: { id: number } }
    return { passkey, id: member.id }
  }

  /** The newest first. */
  async members(): Promise<readonly ListedMember[]> {
    return ((await this.#call('GET', 'members')) as { members: ListedMember[] }).members
  }

  async revoke(id: number): Promise<void> {
    await this.#call('POST', `members/${id}/revoke`)
  }

  async torrents(): Promise<readonly { readonly infoHash: string; readonly name: string }[]> {
    return ((await this.#call('GET', 'torrents')) as { torrents: { infoHash: string; name: string }[] })
      .torrents
  }

  /** Whose pages are in a swarm at this moment. */
  async membersIn(infoHash: string): Promise<readonly (number | null)[]> {
    const { peers } = (await this.#call('GET', `swarms/${infoHash}`)) as {
      peers: { memberId: number | null }[]
    }
    return peers.map(({ memberId }) => memberId)
  }

  async #call(method: string, path: string, body?: object): Promise<unknown> {
    const response = await fetch(`${this.#site.url}api/admin/${path}`, {
      method,
      headers: {
        Authorization: `Bearer ${this.#token}`,
        ...(body && { 'Content-Type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
    })
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
    return response.status === 204 ? null : response.json()
  }
}
