import { cleanText } from '../../core/displayText.ts'
import type { Cause } from '../../state/doctor/conclude.ts'
import { failureWords } from './failures.ts'
import { formatDuration, formatSize } from './measures.ts'
import { inText } from './inText.ts'
import { words } from './words.ts'

/** What a button can do about it. */
export type Remedy = 'resume' | 'retry' | 'connect-to-people' | 'lift-day'

export interface CauseWords {
  /** One sentence that names the cause. */
  readonly sentence: string
  readonly help: string
  readonly remedy?: { readonly kind: Remedy; readonly label: string }
}

/** @param isShare somebody asks about one share, not about the page as a whole */
export function causeWords(cause: Cause, isShare: boolean): CauseWords {
  const { causes } = words.doctor
  const { remedies } = causes
  switch (cause.kind) {
    case 'moving':
      return causes.moving
    case 'paused':
      return { ...causes.paused, remedy: { kind: 'resume', label: remedies.resume } }
    case 'asleep':
      return causes.asleep
    case 'failed': {
      const { what, why, todo } = failureWords(cause.failure)
      return {
        sentence: cleanText(what),
        help: cleanText(`${why} ${todo}`),
        remedy: { kind: 'retry', label: remedies.retry },
      }
    }
    case 'no-room':
      return {
        ...causes.noRoom,
        sentence: causes.noRoom.sentence(formatSize(cause.missing), formatSize(cause.room)),
      }
    case 'offline':
      return causes.offline
    case 'site-away':
      return causes.siteAway
    case 'site-error':
      return { ...causes.siteError, sentence: causes.siteError.sentence(cause.status) }
    case 'socket-blocked':
      return causes.socketBlocked
    case 'tracker-silent':
      return causes.trackerSilent
    case 'members-only':
      return causes.membersOnly
    case 'refused':
      return { ...causes.refused, sentence: causes.refused.sentence(inText(cause.reason)) }
    case 'no-webrtc':
      return causes.noWebRtc
    case 'no-addresses':
      return causes.noAddresses
    case 'no-udp':
      return causes.noUdp
    case 'stun-silent':
      return causes.stunSilent
    case 'peers-off':
      return { ...causes.peopleOff, remedy: { kind: 'connect-to-people', label: remedies.connectToPeople } }
    case 'too-few':
      return {
        ...causes.tooFew,
        sentence: causes.tooFew.sentence(cause.wanted),
        remedy: { kind: 'connect-to-people', label: remedies.connectToAnybody },
      }
    case 'alone':
      return causes.alone
    case 'connecting':
      return causes.connecting
    case 'unanswered':
      return { ...causes.unanswered, sentence: causes.unanswered.sentence(cause.others) }
    case 'no-handshake':
      return causes.noHandshake
    case 'no-relay':
      return causes.noRelay
    case 'relay-refuses':
      return causes.relayRefuses
    case 'symmetric':
      return causes.symmetric
    case 'unreachable':
      return { ...causes.unreachable, sentence: causes.unreachable.sentence(cause.others) }
    case 'no-data':
      return { ...causes.noData, sentence: causes.noData.sentence(cause.peers) }
    case 'choked':
      return { ...causes.choked, sentence: causes.choked.sentence(cause.peers) }
    case 'relay-used-up':
      return causes.relayUsedUp
    case 'day-over':
      return { ...causes.dayOver, remedy: { kind: 'lift-day', label: remedies.liftDay } }
    case 'ratio-reached':
      return causes.ratioReached
    case 'clock': {
      const off = formatDuration(Math.abs(cause.skew) / 1000)
      const { ahead, behind, help } = causes.clock
      return { sentence: cause.skew > 0 ? ahead(off) : behind(off), help }
    }
    case 'fine':
      return isShare ? causes.fineShare : causes.finePage
  }
}
