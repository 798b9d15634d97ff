import { cleanText } from '../../core/displayText.ts'
import { isChannel } from '../../core/mediaType.ts'
import type { ShareSnapshot } from '../../state/engineTypes.ts'
import { isLooking } from '../audience.ts'
import { failureWords } from './failures.ts'
import { formatPercent, formatSize, quoted } from './measures.ts'
import { inText } from './inText.ts'
import { words } from './words.ts'

/** What is happening to a share, in words. The headline changes seldom: it is read out when it does. */
export interface Status {
  readonly headline: string
  /** What follows from it, or what to do; may count seconds. */
  readonly detail: string | null
  readonly tone: 'calm' | 'waiting' | 'alarm'
}

export function statusOf(share: ShareSnapshot): Status {
  const { status } = words.share
  switch (share.state) {
    case 'hashing':
      return calm(status.hashing, status.hashingDetail)
    case 'fetching':
      return whileFetching(share)
    case 'ready':
      if (isLive(share)) return calm(status.channel, status.channelDetail)
      return calm(availability(share), inMemory(share) ?? words.share.youSendToo)
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
      if (share.infoHash === null) return waiting(status.asleep, status.asleepUnfinished)
      return waiting(status.asleep, share.wakeable ? status.asleepOneClick : status.asleepChoose)
  }
}

/** Whether it is a live channel and nothing else. */
export function isLive({ files }: Pick<ShareSnapshot, 'files'>): boolean {
  const [file] = files
  return files.length === 1 && file !== undefined && isChannel(file.path.at(-1) ?? '')
}

/** Which files are no part of a share although they were brought with the others; null for none. */
export function leftOutWords({ leftOut }: Pick<ShareSnapshot, 'leftOut'>): string | null {
  return leftOut.length === 0 ? null : words.share.status.leftOut(quoted(leftOut), leftOut.length)
}

function whileFetching(share: ShareSnapshot): Status {
  const { status } = words.share
  if (share.seal === 'asks') return waiting(words.share.asksPassword, null)
  const { situation } = share
  switch (situation.kind) {
    case 'alone':
      return waiting(status.nobodyHere, status.startsByItself)
    case 'peers-without-data':
      return waiting(status.othersWait(situation.peers), status.startsWithOwner)
    case 'peers-off':
      return waiting(status.onlyPeopleKnow, status.youChoseNobody)
    case 'choked':
    case 'moving':
      return calm(status.asking, null)
    case 'idle':
      return calm(status.lookingForIt, null)
    default:
      return onTheWay(share)
  }
}

function whileDownloading(share: ShareSnapshot): Status {
  const { status } = words.share
  const { situation } = share
  switch (situation.kind) {
    case 'alone':
      return waiting(status.nobodyHere, afterSoFar(share, status.goesOn))
    case 'peers-without-data':
      return waiting(status.nobodyHasRest(situation.peers), afterSoFar(share, status.goesOn))
    case 'choked':
      return waiting(status.waitsForTurn(situation.peers), status.waitsForTurnDetail)
    case 'moving':
      return calm(sourcesOf(share, situation.peers), null)
    case 'idle':
      return calm(status.aboutToStart, null)
    default:
      return onTheWay(share)
  }
}

function sourcesOf(share: ShareSnapshot, connected: number): string {
  const { status } = words.share
  const sending = share.peers.filter((peer) => peer.getRate > 0).length
  const from = sending > 0 ? sending : connected
  const origin = share.origins.find(({ why }) => why === null)
  if (!origin) return status.downloadingFromPeople(from)
  const host = inText(origin.host)
  return from > 0 ? status.downloadingFromBoth(from, host) : status.downloadingFromSite(host)
}

function whileSeeding(share: ShareSnapshot): Status {
  const { status } = words.share
  const { situation } = share
  const connected = share.peers.length > 0
  if (situation.kind === 'peers-off')
    return calm(isLive(share) ? status.channel : status.allHere, status.onlyPeopleKnow)
  if (
    situation.kind === 'tracker-unreachable' ||
    situation.kind === 'tracker-refused' ||
    situation.kind === 'members-only'
  ) {
    const problem = onTheWay(share)
    return connected
      ? { ...problem, detail: `${problem.detail ?? ''} ${status.connectedGoOn}`.trim() }
      : problem
  }
  if (situation.kind === 'relay-used-up') return onTheWay(share)
  if (situation.kind === 'tracker-connecting' && !connected) return onTheWay(share)
  if (situation.kind === 'unreachable' && !connected) return onTheWay(share)
  // What is here of it is the file that names it, which nobody waits for.
  if (isLive(share)) return calm(status.channel, share.exhausted ? status.sentEnough : status.channelDetail)
  const [headline, detail] = audienceWords(share)
  if (share.exhausted) return calm(headline, status.sentEnough)
  return calm(headline, share.memoryLimit === null ? detail : `${detail ?? ''} ${status.heldInMemory}`.trim())
}

/** Who else has it, and whether this page may be closed. */
function audienceWords(share: ShareSnapshot): [string, string | null] {
  const { status } = words.share
  const { have, fetching, looking } = audience(share)
  if (have > 0) {
    const headline = fetching > 0 ? status.othersHaveAndFetch(have, fetching) : status.othersHave(have)
    return [headline, status.mayClose]
  }
  if (fetching > 0) return [status.downloadingIt(fetching), status.mayCloseOnceDone(fetching)]
  if (looking > 0) return [status.lookingAtIt(looking), share.mine ? status.onlyYou : null]
  return share.mine ? [status.onlyYou, status.sendTheLink] : [words.share.youSendToo, null]
}

function whilePaused({ progress }: ShareSnapshot): Status {
  const { status } = words.share
  return progress >= 1
    ? waiting(status.paused, null)
    : waiting(status.pausedAt(formatPercent(progress)), null)
}

function whileFailed({ failure }: ShareSnapshot): Status {
  if (!failure) return alarm(words.share.status.wentWrong, null)
  const { what, why, todo } = failureWords(failure)
  return alarm(cleanText(what), cleanText(`${why} ${todo}`))
}

/** What stands between this page and other people, the same in each state. */
function onTheWay(share: ShareSnapshot): Status {
  const { status } = words.share
  const { situation } = share
  switch (situation.kind) {
    case 'tracker-connecting':
      return calm(status.connecting, null)
    case 'tracker-unreachable': {
      const seconds = Math.max(0, Math.round(situation.retryInSeconds))
      return waiting(status.cannotLook, seconds === 0 ? status.cannotLookNow : status.cannotLookFor(seconds))
    }
    case 'tracker-refused':
      return alarm(status.refused, status.refusedWhy(inText(situation.reason)))
    case 'members-only':
      return waiting(status.membersOnly, status.membersOnlyDetail)
    case 'peers-off':
      return waiting(status.siteSendsNothing, `${status.onlyPeopleKnow} ${status.youChoseNobody}`)
    case 'too-few':
      return waiting(status.siteSendsNothing, status.peopleOnceThere(situation.wanted))
    case 'relay-used-up':
      return waiting(status.relayUsedUp, status.relayUsedUpDetail)
    case 'connecting':
      return calm(status.connectingTo(situation.others), null)
    case 'unreachable':
      return waiting(status.noConnection(situation.others), status.wayOut[situation.wayOut])
    default:
      return calm(status.looking, null)
  }
}

/** Whether something is expected to move, and does not: the question why may be asked. */
export function isStill({ state, situation, exhausted }: ShareSnapshot): boolean {
  if (['fetching', 'waiting', 'failed', 'paused', 'asleep'].includes(state)) return true
  if (state === 'seeding' && exhausted) return true
  const trouble = ['tracker-unreachable', 'tracker-refused', 'members-only', 'unreachable', 'relay-used-up']
  return ['ready', 'seeding'].includes(state) && trouble.includes(situation.kind)
}

/** What one has to know before fetching where the browser gives the page no disk. */
function inMemory({ memoryLimit, size }: ShareSnapshot): string | null {
  if (memoryLimit === null) return null
  const { status } = words.share
  const most = formatSize(memoryLimit)
  return size > memoryLimit ? status.tooLittleMemory(most) : status.inMemory(most)
}

/** The same in a frame of another site, which shows the player alone. */
export function inMemoryOfFrame({ memoryLimit, size }: ShareSnapshot): string | null {
  if (memoryLimit === null) return null
  const { files } = words.share
  const most = formatSize(memoryLimit)
  return size > memoryLimit ? files.frameTooSmall(most) : files.frameMemory(most)
}

/** How many have a share that waits for the click on Download. */
export function availability(share: ShareSnapshot): string {
  const { status } = words.share
  const { have, fetching } = audience(share)
  if (have > 0) return status.haveIt(have)
  const origin = share.origins.find(({ why }) => why === null)
  if (origin) return status.siteHasIt(inText(origin.host))
  return fetching > 0 ? status.haveParts(fetching) : status.nobodyHere
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

/** `3 files, 1.2 GB`; null before it is known, and for what a password keeps. */
export function contentsOf(share: ShareSnapshot): string | null {
  if (share.files.length === 0 || share.seal === 'asks') return null
  if (isLive(share)) return words.share.live
  // What is sealed is one file outside, whatever it holds.
  if (share.seal === 'locked') return formatSize(share.size)
  return words.share.filesAndSize(share.files.length, formatSize(share.size))
}

function afterSoFar({ progress }: ShareSnapshot, sentence: string): string {
  return progress > 0 ? `${words.share.status.soFar(formatPercent(progress))} ${sentence}` : sentence
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
