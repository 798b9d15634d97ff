import { number, plural } from './speech.ts'

const people = (count: number) => plural(count, { one: '1 person', other: `${number(count)} people` })

/** What is happening to a share: a headline, and what follows from it or what to do. */
export const status = {
  hashing: 'Preparing your files.',
  hashingDetail: 'The link appears as soon as this is done. Your files stay where they are.',
  asleep: 'Asleep: this page needs its files again.',
  asleepUnfinished:
    'They were still being prepared when the page was closed. One click opens them, and it begins again.',
  asleepOneClick:
    'After a reload the browser asks before it reads them. One click opens them, and the same link works again.',
  asleepChoose:
    'After a reload a browser forgets which files were shared. Choose or drop the same ones, and the same link works again.',
  leftOut: (names: string, count: number) =>
    plural(count, {
      one: `${names} is left out: the browser could not read it.`,
      other: `${names} are left out: the browser could not read them.`,
    }),

  // Before it is known what the share is.
  nobodyHere: 'Nobody who has this is online right now.',
  startsByItself:
    'It starts by itself as soon as somebody opens it. Ask whoever sent you the link to open the page again.',
  nobodyStartsByItself:
    'Nobody who has it is online right now. It starts by itself as soon as somebody opens it. Ask whoever sent you the link to open the page again.',
  othersWait: (count: number) =>
    plural(count, {
      one: 'Connected to 1 person, who waits for it as well.',
      other: `Connected to ${number(count)} people, who wait for it as well.`,
    }),
  startsWithOwner: 'It starts by itself as soon as somebody who has it comes online.',
  onlyPeopleKnow: 'Only other people can tell what this is.',
  youChoseNobody: 'You chose not to connect to any. Allow it under “Speed limits”, and this goes on.',
  asking: 'Asking what this is.',
  askingDetail: 'Its name and files show up in a moment.',
  lookingForIt: 'Looking for people who have this.',
  linkSays: 'So the link says.',
  linkSaysSize: (size: string) => `${size}, so the link says.`,
  waitingForSize: (size: string) => `Waiting for ${size}.`,
  waitingForName: (name: string) => `Waiting for “${name}”.`,
  waitingForBoth: (name: string, size: string) => `Waiting for “${name}”, ${size}.`,

  // On its way.
  soFar: (percent: string) => `${percent} is here and kept.`,
  goesOn: 'It goes on by itself as soon as somebody opens it.',
  goesOnWithRest: 'It goes on by itself as soon as somebody who has the rest comes online.',
  nobodyHasRest: (count: number) => `Connected to ${people(count)}, but nobody has what is missing here.`,
  waitsForTurn: (count: number) => `Connected to ${people(count)} and waiting for a turn.`,
  waitsForTurnDetail: 'They are busy sending to others. This usually takes less than a minute.',
  downloadingFromPeople: (count: number) => `Downloading from ${people(count)}.`,
  downloadingFromSite: (site: string) => `Downloading from ${site}.`,
  downloadingFromBoth: (count: number, site: string) => `Downloading from ${people(count)} and ${site}.`,
  sharedOn: 'What is here already is shared on while this page is open.',
  aboutToStart: 'About to start.',

  // It is all here.
  allHere: 'It is all here.',
  allHereNobody: 'You chose not to connect to other people, so nothing is sent to them.',
  connectedGoOn: 'Those already connected go on.',
  sentEnough: 'It has sent as much as its limit says, and sends no more.',
  heldInMemory: 'It is held in memory: save what you want to keep before that.',
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
  mayClose: 'You may close this page. While it stays open, it helps the others.',
  downloadingIt: (count: number) =>
    plural(count, {
      one: '1 person is downloading it.',
      other: `${number(count)} people are downloading it.`,
    }),
  mayCloseOnceDone: (count: number) =>
    plural(count, {
      one: 'Nobody else has all of it yet: you may close this page once they are done.',
      other: 'Nobody else has all of it yet: you may close this page once one of them is done.',
    }),
  lookingAtIt: (count: number) =>
    plural(count, {
      one: '1 person is looking at it.',
      other: `${number(count)} people are looking at it.`,
    }),
  onlyYou: 'Keep this page open: you are the only one who has it.',
  sendTheLink:
    'Send the link to whoever should have it. It works as long as somebody who has it keeps the page open.',

  // It stands.
  paused: 'Paused.',
  pausedDetail: 'Nothing is sent from here until you resume.',
  pausedAt: (percent: string) => `Paused at ${percent}.`,
  pausedAtDetail: 'Nothing is sent or received until you resume.',
  wentWrong: 'Something went wrong.',

  // Between this page and other people.
  connecting: 'Connecting.',
  connectingDetail: 'The site introduces people to each other; the files never pass through it.',
  cannotLook: 'This page cannot look for other people right now.',
  cannotLookNow: 'The server that introduces people does not answer. Trying again now. Are you online?',
  cannotLookFor: (seconds: number) =>
    plural(seconds, {
      one: 'The server that introduces people does not answer. Trying again in 1 second. Are you online?',
      other: `The server that introduces people does not answer. Trying again in ${number(seconds)} seconds. Are you online?`,
    }),
  relayUsedUp: 'The relay of this site carries no more for you today.',
  relayUsedUpDetail:
    'The others are reached only through it, and the site sets a limit for each day. It goes on by itself tomorrow, or at once where there is a direct path: another network often has one.',
  refused: 'This share was refused.',
  refusedWhy: (reason: string) =>
    `The server that introduces people says: “${reason}”. Ask whoever runs this site.`,
  membersOnly: 'This site is for members, and this browser is not one.',
  membersOnlyDetail: 'Ask for an invitation: its link makes you a member, and this goes on by itself.',
  siteSendsNothing: 'The web server does not send it at the moment.',
  peopleOff: 'You chose not to connect to other people: you may allow it under “Speed limits”.',
  peopleOnceThere: (count: number) => `It connects to other people once ${number(count)} are there.`,
  connectingTo: (count: number) => `Connecting to ${people(count)}.`,
  noConnection: (count: number) =>
    plural(count, {
      one: '1 person is there, but this page cannot reach them.',
      other: `${number(count)} people are there, but this page cannot reach them.`,
    }),
  looking: 'Looking for others.',
  /** Why nobody can be reached, as far as the page can tell, and what helps. */
  wayOut: {
    'no-addresses':
      'This browser lets the page connect to nobody: an extension or a policy has switched WebRTC off. Allow it for this site, or use another browser.',
    'no-udp':
      'Your network blocks what connects people (UDP): a firewall or a VPN is in the way. Switch the VPN off, or use another network, such as a phone’s hotspot; this page keeps trying.',
    'no-relay':
      'There is no direct way, and the relay of this site does not answer. Another network often helps, here or at the other end; this page keeps trying. If it stays so, tell whoever runs this site.',
    relay:
      'Your own connection is fine, and a relay is there as well. The others may have just left, or their network lets nothing through; this page keeps trying.',
    open: 'Your own connection is fine, but a firewall, a VPN or a strict network is between you, and this site has no relay around it. Another network helps, here or at the other end; this page keeps trying.',
    unknown:
      'A firewall, a VPN or a strict company network may be in the way, here or at the other end. Another network often helps; this page keeps trying.',
  },

  // Ready to be downloaded.
  haveIt: (count: number) =>
    plural(count, { one: '1 person has it.', other: `${number(count)} people have it.` }),
  siteHasIt: (site: string) => `${site} has it.`,
  haveParts: (count: number) =>
    plural(count, { one: '1 person has parts of it.', other: `${number(count)} people have parts of it.` }),
  tooLittleMemory: (most: string) =>
    `This browser gives the page no disk, and it holds at most ${most} in memory: too little for this. Open the link in an ordinary window, or in another browser.`,
  inMemory: (most: string) =>
    `This browser gives the page no disk: what you download is held in memory, ${most} at most, and is gone when the page is closed. Save what you want to keep.`,
}
