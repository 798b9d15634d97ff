import { number, people, plural } from './speech.ts'

/** What is happening to a share: a headline, and what follows from it or what to do. */
export const status = {
  hashing: 'Preparing your files.',
  hashingDetail: 'Your link comes next.',
  asleep: 'Asleep: it needs its files again.',
  asleepUnfinished: 'They weren’t ready when the page was closed.',
  asleepOneClick: 'The link stays the same.',
  asleepChoose: 'Choose the same ones, and the link works again.',
  leftOut: (names: string, count: number) =>
    `${names} ${count === 1 ? 'is' : 'are'} left out: the browser couldn’t read ${count === 1 ? 'it' : 'them'}.`,

  // Before it is known what the share is.
  nobodyHere: 'Nobody who has it is online.',
  startsByItself: 'Ask the sender to open their page again.',
  othersWait: (count: number) => `Waiting with ${people(count)}.`,
  startsWithOwner: 'It starts when somebody who has it comes online.',
  onlyPeopleKnow: 'You chose not to connect to people.',
  youChoseNobody: 'Allow it under “Speed limits”.',
  asking: 'Finding out what this is.',
  lookingForIt: 'Looking for people who have this.',
  linkSays: 'According to the link.',
  linkSaysSize: (size: string) => `${size}, according to the link.`,

  // On its way.
  soFar: (percent: string) => `${percent} is here.`,
  goesOn: 'It goes on when somebody who has it is back.',
  nobodyHasRest: (count: number) => `Connected to ${people(count)}, but nobody has the rest.`,
  waitsForTurn: (count: number) => `Waiting for a turn with ${people(count)}.`,
  waitsForTurnDetail: 'Usually less than a minute.',
  downloadingFromPeople: (count: number) => `Downloading from ${people(count)}.`,
  downloadingFromSite: (site: string) => `Downloading from ${site}.`,
  downloadingFromBoth: (count: number, site: string) => `Downloading from ${people(count)} and ${site}.`,
  aboutToStart: 'Starting.',

  // It is all here.
  allHere: 'It’s all here.',
  channel: 'This is a live channel.',
  channelDetail: 'It plays as it is made. None of it is kept.',
  connectedGoOn: 'People already connected carry on.',
  sentEnough: 'Its sending limit is reached.',
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
  sendTheLink: 'Send the link.',

  // It stands.
  paused: 'Paused.',
  pausedAt: (percent: string) => `Paused at ${percent}.`,
  wentWrong: 'Something went wrong.',

  // Between this page and other people.
  connecting: 'Connecting.',
  cannotLook: 'This site isn’t answering.',
  cannotLookNow: 'Trying again now. Are you online?',
  cannotLookFor: (seconds: number) => `Trying again in ${number(seconds)} s. Are you online?`,
  relayUsedUp: 'You’ve used up this site’s relay for today.',
  relayUsedUpDetail: 'It goes on tomorrow, or on another network.',
  refused: 'This share was refused.',
  refusedWhy: (reason: string) => `The site says: “${reason}”. Ask whoever runs it.`,
  membersOnly: 'This site is for members only.',
  membersOnlyDetail: 'Ask for an invitation link.',
  siteSendsNothing: 'The web server isn’t sending it right now.',
  peopleOnceThere: (count: number) => `It connects to other people once ${number(count)} are there.`,
  connectingTo: (count: number) => `Connecting to ${people(count)}.`,
  noConnection: (count: number) => `${people(count)} can’t be reached.`,
  looking: 'Looking for others.',
  /** Why nobody can be reached, as far as the page can tell, and what helps. */
  wayOut: {
    'no-addresses': 'WebRTC is switched off. Allow it for this site, or use another browser.',
    'no-udp': 'A firewall or VPN blocks it. Switch the VPN off, or try another network.',
    'no-relay': 'This site’s relay isn’t answering. Another network may help.',
    relay: 'Your connection is fine; they may have just left. Still trying.',
    open: 'A firewall or VPN is in between, and this site has no relay. Another network helps, at either end.',
    unknown: 'A firewall or VPN may be in the way. Another network often helps.',
  },

  // Ready to be downloaded.
  haveIt: (count: number) =>
    plural(count, { one: '1 person has it.', other: `${number(count)} people have it.` }),
  siteHasIt: (site: string) => `${site} has it.`,
  haveParts: (count: number) =>
    plural(count, { one: '1 person has parts of it.', other: `${number(count)} people have parts of it.` }),
  tooLittleMemory: (most: string) => `Too large for a private window (${most} at most). Use an ordinary one.`,
  inMemory: (most: string) => `This browser keeps up to ${most}, until you close the page: save it first.`,
}
