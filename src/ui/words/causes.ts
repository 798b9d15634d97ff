import { formatDuration, formatSize, people } from './measures.ts'
import { displayText } from '../../core/displayText.ts'
import type { Cause } from '../../state/doctor/conclude.ts'
import { failureWords } from './failures.ts'

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
  switch (cause.kind) {
    case 'moving':
      return { sentence: 'It is moving right now.', help: 'Nothing is in the way.' }
    case 'paused':
      return {
        sentence: 'You paused this share.',
        help: 'Nothing is sent or received until you resume it.',
        remedy: { kind: 'resume', label: 'Resume' },
      }
    case 'asleep':
      return {
        sentence: 'This page needs the files of this share again.',
        help: 'After a reload a browser forgets which files were shared. Open or choose the same ones, and the same link works again.',
      }
    case 'failed': {
      const { what, why, todo } = failureWords(cause.failure)
      return {
        sentence: displayText(what),
        help: displayText(`${why} ${todo}`),
        remedy: { kind: 'retry', label: 'Try again' },
      }
    }
    case 'no-room':
      return {
        sentence: `There is too little room: ${formatSize(cause.missing)} are missing, and the browser has ${formatSize(cause.room)} left.`,
        help: 'Remove other shares or free some disk space; then this goes on.',
      }
    case 'offline':
      return {
        sentence: 'This device is offline.',
        help: 'Connect it to a network, and everything goes on by itself.',
      }
    case 'site-away':
      return {
        sentence: 'The site does not answer.',
        help: 'It may be down, or your network keeps you from it. This page keeps trying, and who is connected stays so.',
      }
    case 'site-error':
      return {
        sentence: `The site answers with an error (${cause.status}).`,
        help: 'Only whoever runs it can mend that. This page keeps trying.',
      }
    case 'socket-blocked':
      return {
        sentence:
          'Your network lets the page load, but blocks the connection by which people find each other.',
        help: 'A proxy or a virus scanner that does not know WebSockets does this. Use another network, or ask whoever runs yours to allow them to this site.',
      }
    case 'tracker-silent':
      return {
        sentence: 'The tracker of this site takes connections, but does not answer.',
        help: 'It may be overloaded, or about to restart. This page keeps trying; should it stay so, tell whoever runs the site.',
      }
    case 'members-only':
      return {
        sentence: 'This site is for members, and this browser is not one.',
        help: 'Ask for an invitation: its link makes you a member.',
      }
    case 'refused':
      return {
        sentence: `The tracker refused this share: “${displayText(cause.reason)}”.`,
        help: 'Ask whoever runs this site.',
      }
    case 'no-webrtc':
      return {
        sentence: 'WebRTC, by which browsers connect to each other, is switched off in this one.',
        help: 'An extension, a setting or a policy does this. Allow it for this site, or use another browser.',
      }
    case 'no-addresses':
      return {
        sentence:
          'This browser does not tell the page any of its addresses, so that nobody can connect to it.',
        help: 'An extension or a policy for WebRTC does this. Allow it for this site, or use another browser.',
      }
    case 'no-udp':
      return {
        sentence: 'Your network lets out none of what connects people (UDP).',
        help: 'A firewall or a VPN is in the way. Switch the VPN off, or use another network, such as a phone’s hotspot.',
      }
    case 'peers-off':
      return {
        sentence: 'You chose not to connect to other people.',
        help: 'What is missing can only come from them.',
        remedy: { kind: 'connect-to-people', label: 'Connect to people' },
      }
    case 'too-few':
      return {
        sentence: `You connect to other people only once ${cause.wanted} are there.`,
        help: 'So it was set under “Speed limits”, or by the publisher.',
        remedy: { kind: 'connect-to-people', label: 'Connect to anybody' },
      }
    case 'alone':
      return {
        sentence: 'Nobody else has this open right now.',
        help: 'Ask whoever sent you the link, or whoever you sent it to, to open it. It goes on by itself then.',
      }
    case 'connecting':
      return {
        sentence: 'The connection is just being made.',
        help: 'That takes some seconds. Look again if it is not done by then.',
      }
    case 'unanswered':
      return {
        sentence: `The tracker knows ${people(cause.others)} who should be there, but nobody answers.`,
        help: 'They may have just left, or their device is asleep. This page keeps asking.',
      }
    case 'no-handshake':
      return {
        sentence: 'A path to others is found, but what is sent along it does not arrive unchanged.',
        help: 'A firewall that looks into packets does this, here or at the other end. Another network helps.',
      }
    case 'no-relay':
      return {
        sentence: 'No direct path leads to the others, and the relay of this site does not answer.',
        help: 'Another network often helps, here or at the other end. Should it stay so, tell whoever runs this site.',
      }
    case 'symmetric':
      return {
        sentence:
          'Your router gives each connection another address, and this site has no relay around that.',
        help: 'Use another network, such as a phone’s hotspot, or let the other person use one.',
      }
    case 'unreachable':
      return {
        sentence: `${people(cause.others)} ${cause.others === 1 ? 'is' : 'are'} there, but no path leads to them.`,
        help: 'Your own connection is fine, so it is likely theirs: a firewall, a VPN or a strict network. Another network helps, at either end.',
      }
    case 'no-data':
      return {
        sentence: `Nobody of those connected (${people(cause.peers)}) has what is missing here.`,
        help: 'It goes on by itself as soon as somebody who has the rest comes online.',
      }
    case 'choked':
      return {
        sentence: `${people(cause.peers)} ${cause.peers === 1 ? 'has' : 'have'} it, and ${cause.peers === 1 ? 'is' : 'are'} busy sending to others.`,
        help: 'It is your turn soon, usually within a minute. Some people have chosen to send nothing.',
      }
    case 'day-over':
      return {
        sentence: 'As much was sent today as you allowed.',
        help: 'It goes on tomorrow by itself.',
        remedy: { kind: 'lift-day', label: 'Send without a daily limit' },
      }
    case 'ratio-reached':
      return {
        sentence: 'This share has sent as much as its limit says.',
        help: 'The limit is under “More”, with the share.',
      }
    case 'clock':
      return {
        sentence: `The clock of this device is ${formatDuration(Math.abs(cause.skew) / 1000)} ${cause.skew > 0 ? 'ahead' : 'behind'}.`,
        help: 'All else is fine. Have it set itself: some sites and relays refuse those who are so far off.',
      }
    case 'fine':
      return isShare
        ? {
            sentence: 'Nothing is in the way here.',
            help: 'It may be waiting for the others; look again in a minute.',
          }
        : {
            sentence: 'Everything that this page needs works.',
            help: 'Should one share stand still, ask there.',
          }
  }
}
