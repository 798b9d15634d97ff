import { StateError } from '../problems.ts'
import type {
  Announce,
  History,
  ListedInvitation,
  ListedMember,
  ListedToken,
  ListedTorrent,
  ListQuery,
  LiveSwarm,
  MemberTorrent,
  NewInvitation,
  Overview,
  Part,
  SwarmDetail,
  TorrentStatus,
} from './adminTypes.ts'

/**
 * The admin API (`/api/openapi.json`) with its types. Every method rejects with a {@link StateError}.
 */
export class AdminApi {
  readonly #signedOut: () => void

  /** @param signedOut this browser is an admin's no longer */
  constructor(signedOut: () => void) {
    this.#signedOut = signedOut
  }

  async openLink(link: string): Promise<void> {
    await this.#call('POST', 'session', { link })
  }

  async signOut(): Promise<void> {
    await this.#call('DELETE', 'session')
  }

  async checkSession(): Promise<void> {
    await this.#call('GET', 'session')
  }

  async overview(): Promise<Overview> {
    return (await this.#call('GET', 'overview')) as Overview
  }

  async history(): Promise<History> {
    return (await this.#call('GET', 'history')) as History
  }

  /** The largest first. */
  async swarms(limit: number): Promise<readonly LiveSwarm[]> {
    return ((await this.#call('GET', `swarms?limit=${limit}`)) as { swarms: LiveSwarm[] }).swarms
  }

  async swarm(infoHash: string): Promise<SwarmDetail> {
    return (await this.#call('GET', `swarms/${infoHash}`)) as SwarmDetail
  }

  async torrents(
    query: ListQuery & { readonly status: TorrentStatus | 'any' },
  ): Promise<Part<ListedTorrent>> {
    const { torrents, total } = (await this.#call('GET', `torrents?${parametersOf(query)}`)) as {
      torrents: ListedTorrent[]
      total: number
    }
    return { items: torrents, total }
  }

  async setStatus(infoHash: string, status: TorrentStatus): Promise<void> {
    await this.#call('PATCH', `torrents/${infoHash}`, { status })
  }

  /** Blocks a torrent, also one that nobody has registered. */
  async block(infoHash: string): Promise<void> {
    await this.#call('POST', 'torrents', { infoHash, status: 'blocked' })
  }

  async removeTorrent(infoHash: string): Promise<void> {
    await this.#call('DELETE', `torrents/${infoHash}`)
  }

  async members(query: ListQuery): Promise<Part<ListedMember>> {
    const { members, total } = (await this.#call('GET', `members?${parametersOf(query)}`)) as {
      members: ListedMember[]
      total: number
    }
    return { items: members, total }
  }

  /** What a member moved, the torrents with the most bytes first. */
  async torrentsOf(member: number): Promise<readonly MemberTorrent[]> {
    return ((await this.#call('GET', `members/${member}`)) as { torrents: MemberTorrent[] }).torrents
  }

  async revoke(member: number): Promise<void> {
    await this.#call('POST', `members/${member}/revoke`)
  }

  async newPasskey(member: number): Promise<Announce> {
    return ((await this.#call('POST', `members/${member}/passkey`)) as { announce: Announce }).announce
  }

  async invitations(): Promise<readonly ListedInvitation[]> {
    return ((await this.#call('GET', 'invitations')) as { invitations: ListedInvitation[] }).invitations
  }

  async invite(invitation: {
    readonly note: string
    readonly uses: number
    readonly hours: number
  }): Promise<NewInvitation> {
    return (await this.#call('POST', 'invitations', invitation)) as NewInvitation
  }

  async withdraw(invitation: number): Promise<void> {
    await this.#call('DELETE', `invitations/${invitation}`)
  }

  async tokens(): Promise<readonly ListedToken[]> {
    return ((await this.#call('GET', 'tokens')) as { tokens: ListedToken[] }).tokens
  }

  async makeToken(name: string): Promise<string> {
    return ((await this.#call('POST', 'tokens', { name })) as { token: string }).token
  }

  async removeToken(token: number): Promise<void> {
    await this.#call('DELETE', `tokens/${token}`)
  }

  /** @returns the name of the copy, in the folder `backups` of the server's data folder */
  async backup(): Promise<string> {
    return ((await this.#call('POST', 'backup')) as { file: string }).file
  }

  async #call(method: string, path: string, body?: object): Promise<unknown> {
    const response = await this.#fetch(method, path, body)
    if (response.status === 401) this.#signedOut()
    if (response.status === 204) return null
    const answer = (await response.json().catch(() => null)) as { error?: unknown } | null
    if (response.ok && answer !== null) return answer
    const says = typeof answer?.error === 'string' ? answer.error : null
    throw new StateError({ code: 'server-refuses', status: response.status, says })
  }

  async #fetch(method: string, path: string, body?: object): Promise<Response> {
    try {
      return await fetch(`/api/admin/${path}`, {
        method,
        cache: 'no-store',
        // No form and no link of another site can send it.
        headers: { 'X-Shoal-Admin': '1', ...(body && { 'Content-Type': 'application/json' }) },
        ...(body && { body: JSON.stringify(body) }),
      })
    } catch (cause) {
      throw new StateError({ code: 'server-silent' }, { cause })
    }
  }
}

function parametersOf(query: object): string {
  return new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)])).toString()
}
