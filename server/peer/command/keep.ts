import { setTimeout as after } from 'node:timers/promises'
import { parsePasted } from '../../../src/core/pasted.ts'
import type { InfoHash } from '../../../src/core/infoHash.ts'
import { formatPercent } from '../../../src/core/format.ts'
import { readKeeperStatus, readKept, type KeeperStatus } from '../../../src/wire/keeper.ts'
import type { Command } from './commandLine.ts'
import { sizeWords } from './measures.ts'
import type { Screen } from './screen.ts'
import { CommandFailed } from './shareWatch.ts'
import { readSecret, SiteApi } from './siteApi.ts'

const LOOK_MS = 1_000

interface KeepOptions {
  readonly screen: Screen
  readonly signal: AbortSignal
}

const FAILURES: Readonly<Record<NonNullable<KeeperStatus['failure']>, string>> = {
  'too-large': 'it is larger than one may have kept',
  'no-room': 'all room is promised to others',
  evicted: 'its room was needed for others',
  'disk-full': 'its disk is full',
  incomplete: 'it did not come in time',
  refused: 'the site does not serve it',
  broken: 'it could not be read or written',
}

/** Has the site's keeper keep a share, and waits until it has all of it; or takes that back. */
export async function keep(
  command: Extract<Command, { kind: 'keep' }>,
  { screen, signal }: KeepOptions,
): Promise<void> {
  const infoHash = infoHashOf(command.what)
  const passkey = await readSecret(command.passkey)
  const api = new SiteApi(command.site, passkey, signal)
  if (command.end !== null) {
    await api.ask(readKeeperStatus, `keeper/shares/${infoHash}/withdraw`, {
      body: { token: command.end === 'mine' ? '' : command.end },
    })
    screen.event({ event: 'ended', infoHash })
    screen.result('Taken back.')
    return
  }
  // A link's key opens what is sealed: the site is told the info hash and nothing else.
  const { token, ...asked } = await api.ask(readKept, 'keeper/shares', {
    body: { link: infoHash, ...(command.bridge && { bridge: true }) },
  })
  screen.event({ event: 'asked', infoHash, token })
  if (passkey === null)
    screen.say(`To take it back: shoal keep ${infoHash} --at ${command.site} --end ${token}`)
  const status = await whenKept(api, asked, { screen, signal })
  const until = new Date(status.until ?? 0)
  screen.event({ event: 'kept', infoHash, until: until.toISOString() })
  screen.result(`The site has all of it, until ${until.toISOString().slice(0, 10)}.`)
}

async function whenKept(
  api: SiteApi,
  first: KeeperStatus,
  { screen, signal }: KeepOptions,
): Promise<KeeperStatus> {
  let status = first
  while (status.state !== 'kept') {
    if (status.state === 'failed')
      throw new CommandFailed(`The site does not keep it: ${FAILURES[status.failure ?? 'broken']}.`)
    if (status.state === 'none') throw new CommandFailed('Somebody has taken it back.')
    screen.progress(progressWords(status))
    screen.event({ event: 'progress', state: status.state, here: status.here, size: status.size })
    await after(LOOK_MS, null, { signal }).catch(() => signal.throwIfAborted())
    status = await api.ask(readKeeperStatus, `keeper/shares/${status.infoHash}`)
  }
  screen.progress(null)
  return status
}

function progressWords({ here, size }: KeeperStatus): string {
  if (size === null)
    return 'The site looks for somebody who has it. Leave it open somewhere until it has all.'
  return `The site has ${formatPercent(size === 0 ? 1 : here / size)} of ${sizeWords(size)}.`
}

function infoHashOf(text: string): InfoHash {
  const link = parsePasted(text)
  if (link.kind !== 'invitation')
    throw new CommandFailed('This is not a link, a magnet link or an info hash.')
  return link.invitation.infoHash
}
