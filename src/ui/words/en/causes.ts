import { number, people } from './speech.ts'

/** Why nothing moves: one sentence that names the cause, and what helps. */
export const causes = {
  remedies: {
    resume: 'Resume',
    retry: 'Try again',
    connectToPeople: 'Connect to people',
    connectToAnybody: 'Connect to anybody',
    liftDay: 'Send without a daily limit',
  },
  moving: { sentence: 'It’s working.', help: 'There’s nothing to fix.' },
  paused: { sentence: 'You paused this share.', help: 'Resume it to go on.' },
  asleep: {
    sentence: 'This share needs its files again.',
    help: 'Choose the same ones, and the link works again.',
  },
  noRoom: {
    sentence: (missing: string, room: string) => `Too little space: ${missing} more needed, ${room} left.`,
    help: 'Remove other shares or free some space.',
  },
  offline: {
    sentence: 'This device is offline.',
    help: 'It goes on once that’s back.',
  },
  siteAway: {
    sentence: 'This site isn’t answering.',
    help: 'It may be down, or blocked by your network. Still trying.',
  },
  siteError: {
    sentence: (status: number) => `The site answers with an error (${status}).`,
    help: 'Only whoever runs it can fix that.',
  },
  socketBlocked: {
    sentence: 'Your network blocks how people meet here.',
    help: 'A proxy or virus scanner may stop WebSockets. Try another network.',
  },
  trackerSilent: {
    sentence: 'This site is there, but introduces nobody.',
    help: 'It may be restarting. Still trying.',
  },
  membersOnly: {
    sentence: 'This site is for members only.',
    help: 'Ask for an invitation link.',
  },
  refused: {
    sentence: (reason: string) => `This site refused this share: “${reason}”.`,
    help: 'Ask whoever runs this site.',
  },
  noWebRtc: {
    sentence: 'Your browser can’t connect to others: WebRTC is switched off.',
    help: 'Allow it for this site, or use another browser.',
  },
  noAddresses: {
    sentence: 'Your browser hides its addresses, so nobody can connect.',
    help: 'Allow WebRTC for this site, or use another browser.',
  },
  noUdp: {
    sentence: 'Your network blocks connections to other people (UDP).',
    help: 'Switch the VPN off, or try another network, such as a phone’s hotspot.',
  },
  stunSilent: {
    sentence: 'Nothing answers by UDP: either your network blocks it, or this site’s STUN server is down.',
    help: 'Try another network, such as a phone’s hotspot. If it’s the same there, tell whoever runs this site.',
  },
  peopleOff: {
    sentence: 'You chose not to connect to people.',
    help: 'The rest can only come from them.',
  },
  tooFew: {
    sentence: (wanted: number) => `You connect to people only once ${number(wanted)} are there.`,
    help: 'That’s set under “Speed limits”, or by the publisher.',
  },
  alone: {
    sentence: 'Nobody else has this open.',
    help: 'Ask the other person to open the link.',
  },
  connecting: {
    sentence: 'It’s connecting.',
    help: 'That takes a few seconds.',
  },
  unanswered: {
    sentence: (others: number) => `${people(others)} should be there, but nobody answers.`,
    help: 'They may have just left. Still trying.',
  },
  noHandshake: {
    sentence: 'Something on the way changes what is sent.',
    help: 'A firewall does that, at either end. Try another network.',
  },
  noRelay: {
    sentence: 'There’s no direct way, and this site’s relay isn’t answering.',
    help: 'Another network often helps, at either end.',
  },
  relayRefuses: {
    sentence: 'There’s no direct way, and this site’s relay turns you away.',
    help: 'Reload the page. If that doesn’t help, tell whoever runs this site.',
  },
  symmetric: {
    sentence: 'Your router hides where you can be reached, and this site has no relay.',
    help: 'Try another network, such as a phone’s hotspot, at either end.',
  },
  unreachable: {
    sentence: (others: number) => `${people(others)} can’t be reached.`,
    help: 'Your connection is fine; a firewall or VPN may block theirs. Another network helps, at either end.',
  },
  noData: {
    sentence: (peers: number) => `Connected to ${people(peers)}, but nobody has the rest.`,
    help: 'It goes on when somebody who has it comes online.',
  },
  choked: {
    sentence: (peers: number) => `Waiting for a turn with ${people(peers)}.`,
    help: 'Usually less than a minute.',
  },
  relayUsedUp: {
    sentence: 'You’ve used up this site’s relay for today.',
    help: 'It goes on tomorrow, or on another network.',
  },
  dayOver: {
    sentence: 'You’ve sent as much today as you allowed.',
    help: 'It goes on tomorrow.',
  },
  ratioReached: {
    sentence: 'Its sending limit is reached.',
    help: 'You can change it under “More”.',
  },
  clock: {
    ahead: (time: string) => `This device’s clock is ${time} ahead.`,
    behind: (time: string) => `This device’s clock is ${time} behind.`,
    help: 'Set it automatically.',
  },
  fineShare: {
    sentence: 'Everything looks fine.',
    help: 'It may be waiting for the others.',
  },
  finePage: {
    sentence: 'Everything works.',
    help: 'If a share is stuck, ask on its page.',
  },
}
