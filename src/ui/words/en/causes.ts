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
  moving: { sentence: 'It’s working right now.', help: 'There’s nothing to fix.' },
  paused: { sentence: 'You paused this share.', help: 'Resume it to go on.' },
  asleep: {
    sentence: 'This share needs its files again.',
    help: 'Browsers forget them on reload. Open or choose the same ones, and the link works again.',
  },
  noRoom: {
    sentence: (missing: string, room: string) =>
      `There’s too little space: ${missing} more are needed, and your browser has ${room} left.`,
    help: 'Remove other shares or free some disk space.',
  },
  offline: {
    sentence: 'This device is offline.',
    help: 'Connect it to a network, and everything goes on.',
  },
  siteAway: {
    sentence: 'This site isn’t answering.',
    help: 'It may be down, or your network is blocking it. Still trying; existing connections carry on.',
  },
  siteError: {
    sentence: (status: number) => `The site answers with an error (${status}).`,
    help: 'Only whoever runs it can fix that. Still trying.',
  },
  socketBlocked: {
    sentence: 'Your network blocks the connection through which people find each other.',
    help: 'A proxy or virus scanner may be stopping WebSockets. Try another network, or ask for them to be allowed.',
  },
  trackerSilent: {
    sentence: 'This site’s tracker isn’t answering.',
    help: 'It may be busy or restarting. Still trying; if it stays like this, tell whoever runs the site.',
  },
  membersOnly: {
    sentence: 'This site is for members only.',
    help: 'Ask for an invitation link, and open it here.',
  },
  refused: {
    sentence: (reason: string) => `The tracker refused this share: “${reason}”.`,
    help: 'Ask whoever runs this site.',
  },
  noWebRtc: {
    sentence: 'Your browser can’t connect to others: WebRTC is switched off.',
    help: 'An extension, a setting or a policy does that. Allow it for this site, or use another browser.',
  },
  noAddresses: {
    sentence: 'Your browser hides its addresses, so nobody can connect to it.',
    help: 'An extension or a WebRTC policy does that. Allow it for this site, or use another browser.',
  },
  noUdp: {
    sentence: 'Your network blocks connections to other people (UDP).',
    help: 'A firewall or a VPN does that. Switch the VPN off, or try another network, such as a phone’s hotspot.',
  },
  peopleOff: {
    sentence: 'You chose not to connect to other people.',
    help: 'The rest can only come from them.',
  },
  tooFew: {
    sentence: (wanted: number) => `You connect to other people only once ${number(wanted)} are there.`,
    help: 'That’s set under “Speed limits”, or by the publisher.',
  },
  alone: {
    sentence: 'Nobody else has this open right now.',
    help: 'Ask the other person to open the link. It then starts right away.',
  },
  connecting: {
    sentence: 'It’s connecting.',
    help: 'That takes a few seconds. If it takes longer, check again.',
  },
  unanswered: {
    sentence: (others: number) => `${people(others)} should be there, but nobody answers.`,
    help: 'They may have just left, or their device is asleep. Still trying.',
  },
  noHandshake: {
    sentence: 'Others can be reached, but something on the way changes what is sent.',
    help: 'A firewall that inspects traffic does that, at your end or theirs. Try another network.',
  },
  noRelay: {
    sentence: 'There’s no direct path to the others, and this site’s relay isn’t answering.',
    help: 'Another network often helps, for you or for them. If it stays like this, tell whoever runs this site.',
  },
  symmetric: {
    sentence:
      'Your router changes your address with each connection, and this site has no relay to get around that.',
    help: 'Try another network, such as a phone’s hotspot, at either end.',
  },
  unreachable: {
    sentence: (others: number) =>
      plural(others, {
        one: '1 person is there, but can’t be reached.',
        other: `${number(others)} people are there, but can’t be reached.`,
      }),
    help: 'Your connection is fine, so theirs may be blocked by a firewall or a VPN. Another network helps, at either end.',
  },
  noData: {
    sentence: (peers: number) => `Connected to ${people(peers)}, but nobody has the rest.`,
    help: 'It goes on when somebody who has it comes online.',
  },
  choked: {
    sentence: (peers: number) =>
      plural(peers, {
        one: '1 person has it, and is busy sending to others.',
        other: `${number(peers)} people have it, and are busy sending to others.`,
      }),
    help: 'You’re next soon, usually within a minute. Some people choose to send nothing.',
  },
  relayUsedUp: {
    sentence: 'You’ve used up this site’s relay for today.',
    help: 'It goes on tomorrow, or as soon as there’s a direct way: another network often has one.',
  },
  dayOver: {
    sentence: 'You’ve sent as much today as you allowed.',
    help: 'It goes on tomorrow.',
  },
  ratioReached: {
    sentence: 'This share has reached its sending limit.',
    help: 'You can change it under “More”.',
  },
  clock: {
    ahead: (time: string) => `The clock of this device is ${time} ahead.`,
    behind: (time: string) => `The clock of this device is ${time} behind.`,
    help: 'Set it automatically: some sites and relays refuse a clock that is far off.',
  },
  fineShare: {
    sentence: 'Everything looks fine here.',
    help: 'It may be waiting for the others. Check again in a minute.',
  },
  finePage: {
    sentence: 'Everything works.',
    help: 'If one share is stuck, ask on its page.',
  },
}
