import { formatPercent } from '../../core/format.ts'
import { countOf, formatSize, people, quoted } from './measures.ts'
import { displayText } from '../../core/displayText.ts'
import type { ShareSnapshot, WayOut } from '../../state/engineTypes.ts'
import { waitingFor } from './claimed.ts'
import { failureWords } from './failures.ts'
import { isLooking } from '../audience.ts'

/** What is happening to a share, in words. The headline changes seldom: it is read out when it does. */
export interface Status {
  readonly headline: string
  /** What follows from it, or what to do; may count seconds. */
  readonly detail: string | null
  readonly tone: 'calm' | 'waiting' | 'alarm'
}

export function statusOf(share: ShareSnapshot): Status {
  switch (share.state) {
    case 'hashing':
      return calm(
        'Preparing your files.',
        'The link appears as soon as this is done. Your files stay where they are.',
      )
    case 'fetching':
      return whileFetching(share)
    case 'ready':
      return calm(availability(share), inMemory(share))
    case 'waiting':
    case 'downloading':
      return whileDownloading(share)
    case 'seeding':
      return whileSeeding(share)
    case 'paused':
      return whilePaused(share)
    case 'failed':
      return whileFailed(share)
    case 'asleep':
      if (share.infoHash === null) {
        return waiting(
          'Asleep: this page needs its files again.',
          'They were still being prepared when the page was closed. One click opens them, and it begins again.',
        )
      }
      return waiting(
        'Asleep: this page needs its files again.',
        share.wakeable
          ? 'After a reload the browser asks before it reads them. One click opens them, and the same link works again.'
          : 'After a reload a browser forgets which files were shared. Choose or drop the same ones, and the same link works again.',
      )
  }
}

/** Which files are no part of a share although they were brought with the others; null for none. */
export function leftOutWords({ leftOut }: Pick<ShareSnapshot, 'leftOut'>): string | null {
  if (leftOut.length === 0) return null
  const [are, them] = leftOut.length === 1 ? ['is', 'it'] : ['are', 'them']
  return `${quoted(leftOut)} ${are} left out: the browser could not read ${them}.`
}

function whileFetching(share: ShareSnapshot): Status {
  switch (share.situation.kind) {
    case 'alone':
      return waiting(
        waitingFor(share) ?? 'Nobody who has this is online right now.',
        `${waitingFor(share) === null ? '' : 'Nobody who has it is online right now. '}It starts by itself as soon as somebody opens it. Ask whoever sent you the link to open the page again.`,
      )
    case 'peers-without-data':
      return waiting(
        `Connected to ${people(share.situation.peers)}, who ${waits(share.situation.peers)} for it as well.`,
        'It starts by itself as soon as somebody who has it comes online.',
      )
    case 'peers-off':
      return waiting(
        'Only other people can tell what this is.',
        'You chose not to connect to any. Allow it under “Speed limits”, and this goes on.',
      )
    case 'choked':
    case 'moving':
      return calm('Asking what this is.', 'Its name and files show up in a moment.')
    case 'idle':
      return calm('Looking for people who have this.', null)
    default:
      return onTheWay(share)
  }
}

function whileDownloading(share: ShareSnapshot): Status {
  switch (share.situation.kind) {
    case 'alone':
      return waiting(
        'Nobody who has this is online right now.',
        `${sofar(share)}It goes on by itself as soon as somebody opens it.`,
      )
    case 'peers-without-data':
      return waiting(
        `Connected to ${people(share.situation.peers)}, but nobody has what is missing here.`,
        `${sofar(share)}It goes on by itself as soon as somebody who has the rest comes online.`,
      )
    case 'choked':
      return waiting(
        `Connected to ${people(share.situation.peers)} and waiting for a turn.`,
        'They are busy sending to others. This usually takes less than a minute.',
      )
    case 'moving': {
      const giving = share.peers.filter((peer) => peer.getRate > 0).length
      const from = giving > 0 ? giving : share.situation.peers
      const origin = share.origins.find(({ why }) => why === null)
      const places = [...(from > 0 ? [people(from)] : []), ...(origin ? [displayText(origin.host)] : [])]
      return calm(
        `Downloading from ${places.join(' and ')}.`,
        'What is here already is shared on while this page is open.',
      )
    }
    case 'idle':
      return calm('About to start.', null)
    default:
      return onTheWay(share)
  }
}

function whileSeeding(share: ShareSnapshot): Status {
  const { situation } = share
  const connected = share.peers.length > 0
  if (situation.kind === 'peers-off')
    return calm('It is all here.', 'You chose not to connect to other people, so nothing is sent to them.')
  if (
    situation.kind === 'tracker-unreachable' ||
    situation.kind === 'tracker-refused' ||
    situation.kind === 'members-only'
  ) {
    const problem = onTheWay(share)
    return connected
      ? { ...problem, detail: `${problem.detail ?? ''} Those already connected go on.` }
      : problem
  }
  if (situation.kind === 'tracker-connecting' && !connected) return onTheWay(share)
  if (situation.kind === 'unreachable' && !connected) return onTheWay(share)
  const [headline, detail] = audienceWords(share)
  if (share.exhausted) return calm(headline, 'It has sent as much as its limit says, and sends no more.')
  const gone =
    share.memoryLimit === null ? '' : ' It is held in memory: save what you want to keep before that.'
  return calm(headline, detail + gone)
}

/** Who else has it, and whether this page may be closed. */
function audienceWords(share: ShareSnapshot): [string, string] {
  const { have, fetching, looking } = audience(share)
  if (have > 0) {
    const havers = `${others(have)} ${have === 1 ? 'has' : 'have'} it`
    const headline = fetching > 0 ? `${havers}, ${fetching} ${isAre(fetching)} downloading it.` : `${havers}.`
    return [headline, 'You may close this page. While it stays open, it helps the others.']
  }
  if (fetching > 0) {
    const until = fetching === 1 ? 'they are done' : 'one of them is done'
    return [
      `${people(fetching)} ${isAre(fetching)} downloading it.`,
      `Nobody else has all of it yet: you may close this page once ${until}.`,
    ]
  }
  if (looking > 0) {
    return [
      `${people(looking)} ${isAre(looking)} looking at it.`,
      'Keep this page open: you are the only one who has it.',
    ]
  }
  return [
    'Keep this page open: you are the only one who has it.',
    'Send the link to whoever should have it. It works as long as somebody who has it keeps the page open.',
  ]
}

function whilePaused(share: ShareSnapshot): Status {
  return share.progress >= 1
    ? waiting('Paused.', 'Nothing is sent from here until you resume.')
    : waiting(`Paused at ${formatPercent(share.progress)}.`, 'Nothing is sent or received until you resume.')
}

function whileFailed({ failure }: ShareSnapshot): Status {
  if (!failure) return alarm('Something went wrong.', null)
  const { what, why, todo } = failureWords(failure)
  return alarm(displayText(what), displayText(`${why} ${todo}`))
}

/** What stands between this page and other people, the same in each state. */
function onTheWay(share: ShareSnapshot): Status {
  const { situation } = share
  switch (situation.kind) {
    case 'tracker-connecting':
      return calm('Connecting.', 'The site introduces people to each other; the files never pass through it.')
    case 'tracker-unreachable':
      return waiting(
        'This page cannot look for other people right now.',
        `The server that introduces people does not answer. ${retryIn(situation.retryInSeconds)} Are you online?`,
      )
    case 'tracker-refused':
      return alarm(
        'This share was refused.',
        `The server that introduces people says: “${displayText(situation.reason)}”. Ask whoever runs this site.`,
      )
    case 'members-only':
      return waiting(
        'This site is for members, and this browser is not one.',
        'Ask for an invitation: its link makes you a member, and this goes on by itself.',
      )
    case 'peers-off':
      return waiting(
        'The web server does not send it at the moment.',
        'No other people are connected to, as chosen: you may allow it under “Speed limits”.',
      )
    case 'too-few':
      return waiting(
        'The web server does not send it at the moment.',
        `Other people are connected to once ${situation.wanted} are there.`,
      )
    case 'connecting':
      return calm(`Connecting to ${people(situation.others)}.`, null)
    case 'unreachable':
      return waiting(
        `${people(situation.others)} ${isAre(situation.others)} there, but no connection came about.`,
        wayOutWords(situation.wayOut),
      )
    default:
      return calm('Looking for others.', null)
  }
}

/** Why no connection came about, as far as this page can tell, and what helps. */
function wayOutWords(wayOut: WayOut): string {
  switch (wayOut) {
    case 'no-addresses':
      return 'This browser lets the page connect to nobody: an extension or a policy has switched WebRTC off. Allow it for this site, or use another browser.'
    case 'no-udp':
      return 'Your network lets out none of what connects people (UDP): a firewall or a VPN is in the way. Switch the VPN off, or use another network, such as a phone’s hotspot; this page keeps trying.'
    case 'no-relay':
      return 'No direct way leads there, and the relay of this site does not answer. Another network often helps, here or at the other end. Should it stay so, tell whoever runs this site; this page keeps trying.'
    case 'relay':
      return 'Your own connection is fine, and a relay is there as well. The others may have just left, or their network lets nothing through; this page keeps trying.'
    case 'open':
      return 'Your own connection is fine, but a firewall, a VPN or a strict network is between you, and this site has no relay around it. Another network helps, here or at the other end; this page keeps trying.'
    case 'unknown':
      return 'A firewall, a VPN or a strict company network may be in the way, here or at the other end. Trying another network often helps; this page keeps trying.'
  }
}

/** Whether something is expected to move, and does not: the question why may be asked. */
export function isStill({ state, situation, exhausted }: ShareSnapshot): boolean {
  if (['fetching', 'waiting', 'failed', 'paused'].includes(state)) return true
  if (state === 'seeding' && exhausted) return true
  const trouble = ['tracker-unreachable', 'tracker-refused', 'members-only', 'unreachable']
  return ['ready', 'seeding'].includes(state) && trouble.includes(situation.kind)
}

/** What one has to know before fetching where the browser gives the page no disk. */
function inMemory({ memoryLimit, size }: ShareSnapshot): string | null {
  if (memoryLimit === null) return null
  const most = formatSize(memoryLimit)
  return size > memoryLimit
    ? `This browser gives the page no disk, and it holds at most ${most} in memory: too little for this. Open the link in an ordinary window, or in another browser.`
    : `This browser gives the page no disk: what you download is held in memory, ${most} at most, and is gone when the page is closed. Save what you want to keep.`
}

/** How many have a share that waits for the click on Download. */
export function availability(share: ShareSnapshot): string {
  const { have, fetching } = audience(share)
  if (have > 0) return `${people(have)} ${have === 1 ? 'has' : 'have'} it.`
  const origin = share.origins.find(({ why }) => why === null)
  if (origin) return `${displayText(origin.host)} has it.`
  if (fetching > 0) return `${people(fetching)} ${fetching === 1 ? 'has parts' : 'have parts'} of it.`
  return 'Nobody who has it is online right now.'
}

/** Other people, as far as the tracker and the connections tell; this page itself is not counted. */
export function audience(share: ShareSnapshot): { have: number; fetching: number; looking: number } {
  const looking = share.peers.filter(isLooking).length
  const complete = share.peers.filter((peer) => peer.progress >= 1).length
  const self = share.state === 'seeding' ? { seeds: 1, leechers: 0 } : { seeds: 0, leechers: 1 }
  const told = share.swarm ?? self
  return {
    // The tracker's count is up to two minutes old, and knows those that are not connected to this page.
    have: Math.max(complete, told.seeds - self.seeds),
    fetching: Math.max(share.peers.length - complete, told.leechers - self.leechers) - looking,
    looking,
  }
}

/** `3 files, 1.2 GB`; null before it is known. */
export function contentsOf(share: ShareSnapshot): string | null {
  if (share.files.length === 0) return null
  return `${countOf(share.files.length, 'file')}, ${formatSize(share.size)}`
}

function sofar(share: ShareSnapshot): string {
  return share.progress > 0 ? `${formatPercent(share.progress)} is here and kept. ` : ''
}

function retryIn(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds))
  return whole === 0 ? 'Trying again now.' : `Trying again in ${countOf(whole, 'second')}.`
}

function others(count: number): string {
  return countOf(count, 'other person', 'other people')
}

function isAre(count: number): string {
  return count === 1 ? 'is' : 'are'
}

function waits(count: number): string {
  return count === 1 ? 'waits' : 'wait'
}

function calm(headline: string, detail: string | null): Status {
  return { headline, detail, tone: 'calm' }
}

function waiting(headline: string, detail: string | null): Status {
  return { headline, detail, tone: 'waiting' }
}

function alarm(headline: string, detail: string | null): Status {
  return { headline, detail, tone: 'alarm' }
}

/** Names in a sentence; of many, some. */
export function listOf(names: readonly string[]): string {
  const [most, rest] = [names.slice(0, 3), names.length - 3]
  if (rest > 0) return `${most.join(', ')} and ${rest} more`
  return [most.slice(0, -1).join(', '), ...most.slice(-1)].filter((part) => part !== '').join(' and ')
}
