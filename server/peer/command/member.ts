import { displayText } from '../../../src/core/displayText.ts'
import { readInvitation, readMembers, type ListedMember } from '../../../src/wire/adminApi.ts'
import type { MemberCommand } from './commandLine.ts'
import { sizeWords } from './measures.ts'
import type { Screen } from './screen.ts'
import { CommandFailed } from './shareWatch.ts'
import { readSecret, SiteApi } from './siteApi.ts'

/** Members are listed in parts of so many. */
const PART = 100

/** What an admin does with the members of a private tracker. */
export async function member(
  { site, token, action }: MemberCommand,
  { screen, signal }: { readonly screen: Screen; readonly signal: AbortSignal },
): Promise<void> {
  const secret = await readSecret(token)
  if (secret === null)
    throw new CommandFailed(
      'This needs an admin’s token, by --token-file or SHOAL_TOKEN. The admin page makes one.',
    )
  const api = new SiteApi(site, secret, signal)
  switch (action.kind) {
    case 'list':
      for await (const each of allMembers(api)) {
        screen.event({ event: 'member', ...each })
        screen.result(memberLine(each))
      }
      return
    case 'invite': {
      const body = { uses: action.uses, note: action.note }
      const { link, expiresAt } = await api.ask(readInvitation, 'admin/invitations', { body })
      screen.event({ event: 'invitation', link, expiresAt })
      screen.result(link)
      return
    }
    case 'revoke':
      await api.tell(`admin/members/${action.id}/revoke`, { method: 'POST' })
      screen.event({ event: 'revoked', id: action.id })
      screen.result(`Member ${action.id} is a member no longer.`)
  }
}

async function* allMembers(api: SiteApi): AsyncGenerator<ListedMember> {
  for (let offset = 0; ; offset += PART) {
    const { members, total } = await api.ask(readMembers, `admin/members?offset=${offset}&limit=${PART}`)
    yield* members
    if (members.length === 0 || offset + PART >= total) return
  }
}

function memberLine({ id, name, invitation, uploaded, downloaded, revokedAt }: ListedMember): string {
  const called = displayText(name || invitation || 'without a name')
  const moved = `sent ${sizeWords(uploaded)}, received ${sizeWords(downloaded)}`
  return `${id}\t${called}\t${moved}${revokedAt === null ? '' : ', revoked'}`
}
