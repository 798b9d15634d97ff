import { onSite } from './onSite.ts'
import { StateError } from './problems.ts'

/** What a member has moved, as the tracker books it. */
export interface Account {
  readonly uploaded: number
  readonly downloaded: number
  /** Null while nothing has been downloaded. */
  readonly ratio: number | null
}

/** Uses an invitation up by one. Null when it is used up, expired or unknown. Rejects with a {@link StateError}. */
export async function acceptInvitation(token: string): Promise<string | null> {
  const response = await ask(onSite('/api/invitations/accept'), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ token }),
  })
  if (response.status === 404 || response.status === 400) return null
  const { passkey } = (await answerOf(response)) as { passkey?: unknown }
  if (typeof passkey !== 'string' || !isPasskey(passkey)) throw notUnderstood()
  return passkey
}

/** The account of the member whose passkey it is; null when it is nobody's. Rejects with a {@link StateError}. */
export async function accountOf(passkey: string): Promise<Account | null> {
  const response = await ask(onSite('/api/me'), { headers: { Authorization: `Bearer ${passkey}` } })
  if (response.status === 401) return null
  const { uploaded, downloaded, ratio } = (await answerOf(response)) as Partial<Account>
  if (typeof uploaded !== 'number' || typeof downloaded !== 'number') throw notUnderstood()
  return { uploaded, downloaded, ratio: typeof ratio === 'number' ? ratio : null }
}

export function isPasskey(text: string): boolean {
  return /^[0-9a-f]{40}$/.test(text)
}

async function ask(path: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(path, { ...request, credentials: 'omit', cache: 'no-store' })
  } catch (cause) {
    throw new StateError({ code: 'site-silent' }, { cause })
  }
}

async function answerOf(response: Response): Promise<object> {
  if (response.status === 429) throw new StateError({ code: 'site-busy' })
  if (!response.ok) throw new StateError({ code: 'site-error', status: response.status })
  const answer: unknown = await response.json().catch(() => null)
  if (typeof answer !== 'object' || answer === null) throw notUnderstood()
  return answer
}

function notUnderstood(): StateError {
  return new StateError({ code: 'answer-unclear' })
}
