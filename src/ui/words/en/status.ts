import { number, plural } from './speech.ts'

const people = (count: number) => plural(count, { one: '1 person', other: `${number(count)} people` })

/** What is happening to a share: a headline, and what follows from it or what to do. */
export const status = {
  hashing: 'Preparing your files.',
  hashingDetail: 'The link appears when this is done.',
  asleep: 'Asleep: it needs its files again.',
  asleepUnfinished: 'They weren’t ready when the page was closed.',
  asleepOneClick: 'Your browser asks after a reload. The link stays the same.',
  asleepChoose: 'Choose the same ones, and the link works again.',
  leftOut: (names: string, count: number) =>
    plural(count, {
      one: `${names} is left out: the browser could not read it.`,
      other: `${names} are left out: the browser could not read them.`,
    }),

  // Before it is known what the share is.
  nobodyHere: 'Nobody who has it is online.',
  startsByItself: 'It starts when the sender opens the page again. Ask them to.',
  nobodyStartsByItself:
    'Nobody who has it is online. It starts when the sender opens the page again. Ask them to.',
  othersWait: (count: number) =>
    plural(count, {
      one: '1 person is here, waiting too.',
      other: `${number(count)} people are here, waiting too.`,
    }),
  startsWithOwner: 'It starts when somebody who has it comes online.',
  onlyPeopleKnow: 'You chose not to connect to other people.',
  youChoseNobody: 'Only they can say what this is. Allow it under “Speed limits” to go on.',
  asking: 'Finding out what this is.',
  lookingForIt: 'Looking for people who have this.',
  linkSays: 'According to the link.',
  linkSaysSize: (size: string) => `${size}, according to the link.`,
  waitingForSize: (size: string) => `Waiting for ${size}.`,
  waitingForName: (name: string) => `Waiting for “${name}”.`,
  waitingForBoth: (name: string, size: string) => `Waiting for “${name}”, ${size}.`,

  // On its way.
  soFar: (percent: string) => `${percent} is here.`,
  goesOn: 'It goes on when somebody who has it is back.',
  nobodyHasRest: (count: number) => `Connected to ${people(count)}, but nobody has the rest.`,
  waitsForTurn: (count: number) => `Waiting for a turn with ${people(count)}.`,
  waitsForTurnDetail: 'They’re busy sending to others. It usually takes less than a minute.',
  downloadingFromPeople: (count: number) => `Downloading from ${people(count)}.`,
  downloadingFromSite: (site: string) => `Downloading from ${site}.`,
  downloadingFromBoth: (count: number, site: string) => `Downloading from ${people(count)} and ${site}.`,
  aboutToStart: 'Starting.',

  // It is all here.
  allHere: 'It is all here.',
  allHereNobody: 'You chose not to connect to other people.',
  connectedGoOn: 'People already connected carry on.',
  sentEnough: 'It has reached its sending limit.',
  heldInMemory: 'It’s only in memory, so save it first.',
  othersHave: (count: number) =>
    plural(count, { one: '1 other person has it.', other: `${number(count)} other people have it.` }),
  othersHaveAndFetch: (have: number, fetching: number) => {
    const havers = plural(have, {
      one: '1 other person has it',
      other: `${number(have)} other people have it`,
    })
    return plural(fetching, {
      one: `${havers}, 1 is downloading it.`,
      other: `${havers}, ${number(fetching)} are downloading it.`,
    })
  },
  mayClose: 'You can close this page. Leaving it open helps others.',
  downloadingIt: (count: number) =>
    plural(count, {
      one: '1 person is downloading it.',
      other: `${number(count)} people are downloading it.`,
    }),
  mayCloseOnceDone: (count: number) =>
    plural(count, {
      one: 'Keep this page open until they’re done.',
      other: 'Keep this page open until one of them is done.',
    }),
  lookingAtIt: (count: number) =>
    plural(count, {
      one: '1 person is looking at it.',
      other: `${number(count)} people are looking at it.`,
    }),
  onlyYou: 'Keep this page open: only you have it.',
  sendTheLink: 'Send the link. It works while somebody who has it is here.',

  // It stands.
  paused: 'Paused.',
  pausedAt: (percent: string) => `Paused at ${percent}.`,
  wentWrong: 'Something went wrong.',

  // Between this page and other people.
  connecting: 'Connecting.',
  cannotLook: 'This site isn’t answering.',
  cannotLookNow: 'Trying again now. Are you online?',
  cannotLookFor: (seconds: number) =>
    plural(seconds, {
      one: 'Trying again in 1 second. Are you online?',
      other: `Trying again in ${number(seconds)} seconds. Are you online?`,
    }),
  relayUsedUp: 'You’ve used up this site’s relay for today.',
  relayUsedUpDetail:
    'It goes on tomorrow, or as soon as there’s a direct way: another network often has one.',
  refused: 'This share was refused.',
  refusedWhy: (reason: string) => `The site says: “${reason}”. Ask whoever runs it.`,
  membersOnly: 'This site is for members only.',
  membersOnlyDetail: 'Ask for an invitation link, and open it here.',
  siteSendsNothing: 'The web server isn’t sending it right now.',
  peopleOff: 'You chose not to connect to other people. You can change that under “Speed limits”.',
  peopleOnceThere: (count: number) => `It connects to other people once ${number(count)} are there.`,
  connectingTo: (count: number) => `Connecting to ${people(count)}.`,
  noConnection: (count: number) =>
    plural(count, {
      one: '1 person is there, but can’t be reached.',
      other: `${number(count)} people are there, but can’t be reached.`,
    }),
  looking: 'Looking for others.',
  /** Why nobody can be reached, as far as the page can tell, and what helps. */
  wayOut: {
    'no-addresses':
      'An extension or a policy switched WebRTC off. Allow it for this site, or use another browser.',
    'no-udp':
      'A firewall or VPN blocks the connection (UDP). Switch the VPN off, or try another network, such as a phone’s hotspot.',
    'no-relay':
      'There’s no direct way, and this site’s relay isn’t answering. Another network often helps, at either end.',
    relay:
      'Your connection is fine. They may have just left, or their network lets nothing through. Still trying.',
    open: 'Your connection is fine, but a firewall, a VPN or a strict network is in between, and this site has no relay. Another network helps, at either end. Still trying.',
    unknown:
      'A firewall or a VPN may be in the way. Another network often helps, at either end. Still trying.',
  },

  // Ready to be downloaded.
  haveIt: (count: number) =>
    plural(count, { one: '1 person has it.', other: `${number(count)} people have it.` }),
  siteHasIt: (site: string) => `${site} has it.`,
  haveParts: (count: number) =>
    plural(count, { one: '1 person has parts of it.', other: `${number(count)} people have parts of it.` }),
  tooLittleMemory: (most: string) =>
    `Too large for a private window, which holds ${most} at most. Open the link in an ordinary one.`,
  inMemory: (most: string) =>
    `This browser keeps downloads in memory until the page is closed, ${most} at most. Save what you want to keep.`,
}
