import { CodedError } from '../core/codedError.ts'
import type { Read, Reader } from '../wire/jsonReaders.ts'
import { readKeeperStatus, readKept, readMine, type KeeperStatus, type ListedKept } from '../wire/keeper.ts'
import { onSite } from './onSite.ts'

/** The site's keeper as a page asks it. */

/**
 * Why the keeper does not do what it was asked: as much is kept for this visitor as may be (`quota`), it has all that
 * it can have (`full`), it was asked too often (`often`), it is for members (`members`), the site does not serve the
 * share (`refused`), it does not run (`down`), what was asked for is not there (`gone`), or it did not answer.
 */
export interface KeeperProblem {
  readonly code: 'quota' | 'full' | 'often' | 'members' | 'refused' | 'down' | 'gone' | 'unreachable'
}

export class KeeperError extends CodedError<KeeperProblem> {
  override readonly name: string = 'KeeperError'
}

const PROBLEMS: Readonly<Record<number, KeeperProblem['code']>> = {
  401: 'members',
  403: 'refused',
  404: 'gone',
  409: 'quota',
  429: 'often',
  503: 'down',
  507: 'full',
}

/** Every method rejects with {@link KeeperError}. */
export class KeeperApi {
  readonly #passkey: () => string | null

  /** @param passkey a member's; null for a visitor */
  constructor(passkey: () => string | null) {
    this.#passkey = passkey
  }

  async status(infoHash: string): Promise<KeeperStatus> {
    return this.#ask(readKeeperStatus, `shares/${infoHash}`)
  }

  /**
   * Answers the token that ends it as well.
   *
   * @param bridge from ordinary BitTorrent peers too
   */
  async keep(infoHash: string, bridge: boolean): Promise<Read<typeof readKept>> {
    return this.#ask(readKept, 'shares', { link: infoHash, ...(bridge && { bridge }) })
  }

  async withdraw(infoHash: string, token: string): Promise<KeeperStatus> {
    return this.#ask(readKeeperStatus, `shares/${infoHash}/withdraw`, { token })
  }

  async mine(): Promise<readonly ListedKept[]> {
    return (await this.#ask(readMine, 'mine')).shares
  }

  async #ask<T>(reader: Reader<T>, path: string, body?: object): Promise<T> {
    const passkey = this.#passkey()
    let response: Response
    try {
      response = await fetch(onSite(`/api/keeper/${path}`), {
        method: body ? 'POST' : 'GET',
        headers: {
          ...(passkey !== null && { Authorization: `Bearer ${passkey}` }),
          ...(body && { 'Content-Type': 'application/json' }),
        },
        ...(body && { body: JSON.stringify(body) }),
        credentials: 'omit',
        cache: 'no-store',
      })
    } catch (cause) {
      throw new KeeperError({ code: 'unreachable' }, { cause })
    }
    if (!response.ok) throw new KeeperError({ code: PROBLEMS[response.status] ?? 'unreachable' })
    const answer = reader(await response.json().catch(() => undefined))
    if (answer === undefined) throw new KeeperError({ code: 'unreachable' })
    return answer
  }
}
