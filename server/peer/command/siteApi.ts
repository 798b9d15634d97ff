import { readFile } from 'node:fs/promises'
import type { Reader } from '../../../src/wire/jsonReaders.ts'
import type { Secret } from './commandLine.ts'
import { CommandFailed } from './shareWatch.ts'

interface Call {
  readonly method?: string
  readonly body?: object
}

/** A site's JSON API (`/api/openapi.json`). Every method rejects with {@link CommandFailed}. */
export class SiteApi {
  readonly #site: string
  readonly #secret: string | null
  readonly #signal: AbortSignal

  /** @param secret a member's passkey or an admin's token; null for a visitor */
  constructor(site: string, secret: string | null, signal: AbortSignal) {
    this.#site = site
    this.#secret = secret
    this.#signal = signal
  }

  async ask<T>(reader: Reader<T>, path: string, call: Call = {}): Promise<T> {
    const answer = reader(await this.#call(path, call))
    if (answer === undefined)
      throw new CommandFailed('The site answered in a way that this program does not understand.')
    return answer
  }

  async tell(path: string, call: Call): Promise<void> {
    await this.#call(path, call)
  }

  async #call(path: string, { method, body }: Call): Promise<unknown> {
    let response: Response
    try {
      response = await fetch(new URL(`api/${path}`, this.#site), {
        method: method ?? (body ? 'POST' : 'GET'),
        headers: {
          ...(this.#secret !== null && { Authorization: `Bearer ${this.#secret}` }),
          ...(body && { 'Content-Type': 'application/json' }),
        },
        ...(body && { body: JSON.stringify(body) }),
        signal: this.#signal,
      })
    } catch (cause) {
      this.#signal.throwIfAborted()
      throw new CommandFailed('The site did not answer. Is its address right, and are you online?', { cause })
    }
    const answer: unknown = await response.json().catch(() => null)
    if (response.ok) return answer
    throw new CommandFailed(refusalWords(response.status, answer))
  }
}

/**
 * A passkey or token.
 *
 * @throws {CommandFailed}
 */
export async function readSecret(secret: Secret): Promise<string | null> {
  const text = await textOf(secret)
  if (text === null) return null
  const word = text.trim()
  // Anything else would be refused as a header, with words that quote it.
  if (!/^[\w-]{1,200}$/.test(word)) throw new CommandFailed('The passkey or token is damaged.')
  return word
}

/**
 * A password, which may be anything but the line break that editors put behind it.
 *
 * @throws {CommandFailed}
 */
export async function readPassword(secret: Secret): Promise<string | null> {
  const text = await textOf(secret)
  const password = text?.replace(/\r?\n$/, '') ?? null
  if (password === '') throw new CommandFailed('The password is empty.')
  return password
}

async function textOf(secret: Secret): Promise<string | null> {
  if (secret === null) return null
  if ('value' in secret) return secret.value
  return readFile(secret.file, 'utf8').catch((cause: unknown) => {
    throw new CommandFailed(`“${secret.file}” cannot be read.`, { cause })
  })
}

function refusalWords(status: number, answer: unknown): string {
  const { error } = (answer ?? {}) as { readonly error?: unknown }
  const why = typeof error === 'string' ? `: ${error}` : ''
  if (status === 401) return `The site does not know who asks${why}.`
  return `The site refuses (${status})${why}.`
}
