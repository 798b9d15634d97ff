import { onSite } from '../onSite.ts'
import { StateError } from '../problems.ts'
import * as wire from '../../wire/adminApi.ts'
import type { Reader } from '../../wire/jsonReaders.ts'
import { readAllKept, type ListedKept } from '../../wire/keeper.ts'
import type {
  Announce,
  History,
  KeeperSpace,
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
    return this.#ask(wire.readOverview, 'GET', 'overview')
  }

  async history(): Promise<History> {
    return this.#ask(wire.readHistory, 'GET', 'history')
  }

  /** The largest first. */
  async swarms(limit: number): Promise<readonly LiveSwarm[]> {
    return (await this.#ask(wire.readSwarms, 'GET', `swarms?limit=${limit}`)).swarms
  }

  async swarm(infoHash: string): Promise<SwarmDetail> {
    return this.#ask(wire.readSwarm, 'GET', `swarms/${infoHash}`)
  }

  async torrents(
    query: ListQuery & { readonly status: TorrentStatus | 'any' },
  ): Promise<Part<ListedTorrent>> {
    const { torrents, total } = await this.#ask(wire.readTorrents, 'GET', `torrents?${parametersOf(query)}`)
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
    const { members, total } = await this.#ask(wire.readMembers, 'GET', `members?${parametersOf(query)}`)
    return { items: members, total }
  }

  /** What a member moved, the torrents with the most bytes first. */
  async torrentsOf(member: number): Promise<readonly MemberTorrent[]> {
    return (await this.#ask(wire.readMember, 'GET', `members/${member}`)).torrents
  }

  async revoke(member: number): Promise<void> {
    await this.#call('POST', `members/${member}/revoke`)
  }

  async newPasskey(member: number): Promise<Announce> {
    return (await this.#ask(wire.readPasskey, 'POST', `members/${member}/passkey`)).announce
  }

  async invitations(): Promise<readonly ListedInvitation[]> {
    return (await this.#ask(wire.readInvitations, 'GET', 'invitations')).invitations
  }

  async invite(invitation: {
    readonly note: string
    readonly uses: number
    readonly hours: number
  }): Promise<NewInvitation> {
    return this.#ask(wire.readInvitation, 'POST', 'invitations', invitation)
  }

  async withdraw(invitation: number): Promise<void> {
    await this.#call('DELETE', `invitations/${invitation}`)
  }

  async tokens(): Promise<readonly ListedToken[]> {
    return (await this.#ask(wire.readTokens, 'GET', 'tokens')).tokens
  }

  async makeToken(name: string): Promise<string> {
    return (await this.#ask(wire.readToken, 'POST', 'tokens', { name })).token
  }

  async removeToken(token: number): Promise<void> {
    await this.#call('DELETE', `tokens/${token}`)
  }

  /** Null where the server has no keeper. */
  async kept(
    query: Omit<ListQuery, 'search'> & { readonly order: 'size' | 'unused' },
  ): Promise<(KeeperSpace & Part<ListedKept>) | null> {
    try {
      const { shares, ...rest } = await this.#ask(readAllKept, 'GET', `keeper?${parametersOf(query)}`)
      return { items: shares, ...rest }
    } catch (error) {
      const { problem } = error instanceof StateError ? error : { problem: null }
      if (problem?.code === 'server-refuses' && problem.status === 404) return null
      throw error
    }
  }

  async removeKept(infoHash: string): Promise<void> {
    await this.#call('DELETE', `keeper/${infoHash}`)
  }

  /** @returns the name of the copy, in the folder `backups` of the server's data folder */
  async backup(): Promise<string> {
    return (await this.#ask(wire.readBackup, 'POST', 'backup')).file
  }

  async #ask<T>(reader: Reader<T>, method: string, path: string, body?: object): Promise<T> {
    const answer = reader(await this.#call(method, path, body))
    if (answer === undefined) throw new StateError({ code: 'answer-unclear' })
    return answer
  }

  async #call(method: string, path: string, body?: object): Promise<unknown> {
    const response = await this.#fetch(method, path, body)
    if (response.status === 401) this.#signedOut()
    if (response.status === 204) return null
    const answer: unknown = await response.json().catch(() => null)
    if (response.ok) return answer
    const problem = wire.readProblem(answer)?.code ?? null
    throw new StateError({ code: 'server-refuses', status: response.status, problem })
  }

  async #fetch(method: string, path: string, body?: object): Promise<Response> {
    try {
      return await fetch(onSite(`/api/admin/${path}`), {
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
