import { number, plural } from './speech.ts'

const people = (count: number) => plural(count, { one: '1 person', other: `${number(count)} people` })

/** Why nothing moves: one sentence that names the cause, and what helps. */
export const causes = {
  remedies: {
    resume: 'Resume',
    retry: 'Try again',
    connectToPeople: 'Connect to people',
    connectToAnybody: 'Connect to anybody',
    liftDay: 'Send without a daily limit',
  },
  moving: { sentence: 'It is moving right now.', help: 'Nothing is in the way.' },
  paused: { sentence: 'You paused this share.', help: 'Nothing is sent or received until you resume it.' },
  asleep: {
    sentence: 'This page needs the files of this share again.',
    help: 'After a reload a browser forgets which files were shared. Open or choose the same ones, and the same link works again.',
  },
  noRoom: {
    sentence: (missing: string, room: string) =>
      `There is too little room: ${missing} are missing, and the browser has ${room} left.`,
    help: 'Remove other shares or free some disk space; then this goes on.',
  },
  offline: {
    sentence: 'This device is offline.',
    help: 'Connect it to a network, and everything goes on by itself.',
  },
  siteAway: {
    sentence: 'The site does not answer.',
    help: 'It may be down, or your network keeps you from it. This page keeps trying, and who is connected stays so.',
  },
  siteError: {
    sentence: (status: number) => `The site answers with an error (${status}).`,
    help: 'Only whoever runs it can mend that. This page keeps trying.',
  },
  socketBlocked: {
    sentence: 'Your network lets the page load, but blocks the connection by which people find each other.',
    help: 'A proxy or a virus scanner that does not know WebSockets does this. Use another network, or ask whoever runs yours to allow them to this site.',
  },
  trackerSilent: {
    sentence: 'The tracker of this site takes connections, but does not answer.',
    help: 'It may be overloaded, or about to restart. This page keeps trying; if it stays so, tell whoever runs the site.',
  },
  membersOnly: {
    sentence: 'This site is for members, and this browser is not one.',
    help: 'Ask for an invitation: its link makes you a member.',
  },
  refused: {
    sentence: (reason: string) => `The tracker refused this share: “${reason}”.`,
    help: 'Ask whoever runs this site.',
  },
  noWebRtc: {
    sentence: 'WebRTC, by which browsers connect to each other, is switched off in this one.',
    help: 'An extension, a setting or a policy does this. Allow it for this site, or use another browser.',
  },
  noAddresses: {
    sentence: 'This browser does not tell the page any of its addresses, so nobody can connect to it.',
    help: 'An extension or a policy for WebRTC does this. Allow it for this site, or use another browser.',
  },
  noUdp: {
    sentence: 'Your network blocks what connects people (UDP).',
    help: 'A firewall or a VPN is in the way. Switch the VPN off, or use another network, such as a phone’s hotspot.',
  },
  peopleOff: {
    sentence: 'You chose not to connect to other people.',
    help: 'What is missing can only come from them.',
  },
  tooFew: {
    sentence: (wanted: number) => `You connect to other people only once ${number(wanted)} are there.`,
    help: 'It is set so under “Speed limits”, or by the publisher.',
  },
  alone: {
    sentence: 'Nobody else has this open right now.',
    help: 'Ask whoever sent you the link, or whoever you sent it to, to open it. It goes on by itself then.',
  },
  connecting: {
    sentence: 'The connection is just being made.',
    help: 'That takes some seconds. Look again if it is not done by then.',
  },
  unanswered: {
    sentence: (others: number) => `${people(others)} should be there, but nobody answers.`,
    help: 'They may have just left, or their device is asleep. This page keeps asking.',
  },
  noHandshake: {
    sentence: 'A path to others is found, but what is sent along it does not arrive unchanged.',
    help: 'A firewall that looks into packets does this, here or at the other end. Another network helps.',
  },
  noRelay: {
    sentence: 'There is no direct path to the others, and the relay of this site does not answer.',
    help: 'Another network often helps, here or at the other end. If it stays so, tell whoever runs this site.',
  },
  symmetric: {
    sentence: 'Your router gives each connection another address, and this site has no relay around that.',
    help: 'Use another network, such as a phone’s hotspot, or let the other person use one.',
  },
  unreachable: {
    sentence: (others: number) =>
      plural(others, {
        one: '1 person is there, but there is no path to them.',
        other: `${number(others)} people are there, but there is no path to them.`,
      }),
    help: 'Your own connection is fine, so it is likely theirs: a firewall, a VPN or a strict network. Another network helps, at either end.',
  },
  noData: {
    sentence: (peers: number) => `Nobody of those connected (${people(peers)}) has what is missing here.`,
    help: 'It goes on by itself as soon as somebody who has the rest comes online.',
  },
  choked: {
    sentence: (peers: number) =>
      plural(peers, {
        one: '1 person has it, and is busy sending to others.',
        other: `${number(peers)} people have it, and are busy sending to others.`,
      }),
    help: 'It is your turn soon, usually within a minute. Some people have chosen to send nothing.',
  },
  relayUsedUp: {
    sentence: 'The relay of this site carries no more for you today.',
    help: 'The others are reached only through it, and the site sets a limit for each day. It goes on by itself tomorrow, or at once where there is a direct path: another network often has one.',
  },
  dayOver: {
    sentence: 'As much was sent today as you allowed.',
    help: 'It goes on tomorrow by itself.',
  },
  ratioReached: {
    sentence: 'This share has sent as much as its limit says.',
    help: 'The limit is under “More”, with the share.',
  },
  clock: {
    ahead: (time: string) => `The clock of this device is ${time} ahead.`,
    behind: (time: string) => `The clock of this device is ${time} behind.`,
    help: 'All else is fine. Have it set itself: some sites and relays refuse those who are so far off.',
  },
  fineShare: {
    sentence: 'Nothing is in the way here.',
    help: 'It may be waiting for the others; look again in a minute.',
  },
  finePage: {
    sentence: 'Everything that this page needs works.',
    help: 'If one share stands still, ask there.',
  },
}
