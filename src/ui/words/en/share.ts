import { keeper } from './keeper.ts'
import { member } from './member.ts'
import { files } from './files.ts'
import { more } from './more.ts'
import { number, plural } from './speech.ts'
import { status } from './status.ts'

/** The page of a share, and the rows of shares. */
export const share = {
  status,
  files,
  more,
  keeper,
  member,

  filesAndSize: (count: number, size: string) =>
    plural(count, { one: `1 file, ${size}`, other: `${number(count)} files, ${size}` }),

  // Its head.
  sealed: 'Sealed: only people with the link can open it.',
  sealedWithoutKey: 'Part of the link is missing. Ask the sender for all of it.',
  sealAnew: 'This makes a new link.',
  asksPassword: 'This share has a password. Ask whoever sent the link.',
  password: 'Password',
  openIt: 'Open',
  endsOn: (moment: string) => `Expires on ${moment}.`,
  endedMine: 'The time you set is over. Your own files stay: share them again for a new link.',
  toStart: 'To the start page',
  name: 'Name',
  youSendToo: 'While this page is open, you also send it to others.',
  doneSaved: 'Done. Saved.',
  doneHere: 'Done. It is all here.',
  received: (percent: string, size: string) => `${percent} of ${size}`,
  timeLeft: (time: string) => `${time} left`,
  screenStaysOn: 'the screen stays on',
  percentDone: (tens: number) => `${number(tens)} percent done`,

  // What can be done.
  download: 'Download',
  resume: 'Resume',
  pause: 'Pause',
  openFiles: 'Open the files',
  remove: 'Remove',
  save: 'Save',
  chooseAgain: {
    file: 'Choose the file again',
    files: 'Choose the files again',
    folder: 'Choose the folder again',
  },
  keepCopy: 'Keep a copy in this browser',
  keepingCopy: (percent: string) => `Keeping a copy: ${percent}`,
  copyKept: 'A copy is kept in this browser',
  whyACopy: 'Then the link works again right after a reload.',
  tellMe: {
    here: 'Tell me when somebody is here',
    done: 'Tell me when it’s done',
    theirs: 'Tell me when they have it',
  },
  mayNotTell: 'Notifications are blocked. Allow them for this site, then try again.',
  /** Notifications. */
  told: {
    ownerHere: 'Somebody who has it is online.',
    allHere: 'It is all here.',
    linkReady: 'Its link is ready.',
    opened: 'Somebody has opened it.',
    sent: 'Somebody has received it.',
  },

  // To take it out of the list.
  removeNamed: (name: string) => `Remove “${name}”?`,
  removeMany: (count: number) =>
    plural(count, { one: 'Remove 1 share?', other: `Remove ${number(count)} shares?` }),
  removeMine: 'Its link stops working. Your files stay where they are.',
  removeManyMine: 'Their links stop working. Your files stay where they are.',
  removeTheirs: 'Deletes the copy in this browser. Files you saved stay.',
  removeAndDelete: 'Remove and delete its data',
  keepIt: 'Keep it',
  keepThem: 'Keep them',
  notRemoved: (name: string, why: string) => `“${name}” could not be removed. ${why}`,
  removed: (name: string) => `“${name}” removed.`,
  removedMany: (count: number) =>
    plural(count, { one: '1 share removed.', other: `${number(count)} shares removed.` }),
  undo: 'Undo',

  // Its link.
  shareLink: 'Share link',
  copyLink: 'Copy link',
  copyTheLink: 'Copy the link',
  copyLinkTo: (name: string) => `Copy the link to ${name}`,
  mayNotCopyLink: 'Copying is blocked here. The link is below, under “Link and files”.',
  qrCode: 'QR code',
  qrCodeOfLink: 'QR code of the share link',
  qrHint: 'Scan it with a phone’s camera.',
  sendOn: 'Send…',

  // People.
  people: 'People',
  somebody: 'Somebody',
  unknownProgram: 'unknown program',
  hasIt: 'has it',
  looks: 'looking',
  percentAndLeft: (percent: string, time: string) => `${percent}, ${time} left`,
  andMore: (count: number) => `and ${number(count)} more`,
  whatOthersCallYou: 'What others call you',
  aNameIfYouLike: 'Optional',
  youAnd: (count: number) =>
    plural(count, { one: 'You and 1 person.', other: `You and ${number(count)} people.` }),
  youAndBusiest: (count: number, most: number) =>
    `You and ${number(count)} people, the ${number(most)} busiest shown.`,
  receivedAndSent: (received: string, sent: string) => `Received ${received}, sent ${sent} so far.`,
  youReceive: (rate: string) => `Receiving ${rate}`,
  youSend: (rate: string) => `Sending ${rate}`,
  rateAtMost: (rate: string) => `at most ${rate}`,
  aMinuteAgo: 'a minute ago',
  now: 'now',
  sends: (rate: string) => `sends ${rate}`,
  fromPeopleAndSite: (people: string, site: string, host: string, sent: string) =>
    `${people} came from other people, ${site} from ${host}; ${sent} went to others.`,
  siteNotAsked: (host: string, why: string) => `${host} isn’t used right now. ${why}`,

  // The picture of its parts.
  eachMark: 'Each mark is a part of your files.',
  partsHere: (count: number) =>
    plural(count, { one: 'The only part is here.', other: `All ${number(count)} parts are here.` }),
  partsOf: (here: number, count: number) => `${number(here)} of ${number(count)} parts here.`,
  partsOfAndComing: (here: number, count: number, coming: number) =>
    `${number(here)} of ${number(count)} parts here, ${number(coming)} on the way.`,

  // Whom else it contacts.
  addressSeen: 'People with this link open can see your IP address.',
  downloadAsks: (_count: number, trackers: string) =>
    `“Download” also contacts ${trackers}, which will see your IP address.`,
  linkNames: (_count: number, trackers: string) =>
    `The link also names ${trackers}: more people may be found there, but your IP address will be seen.`,
  alwaysConnect: 'Always connect',
  copyNear: (hosts: string) =>
    `The link points to a copy at ${hosts}, in your own network. Use it only if you know it.`,
  useThisCopy: 'Use this copy',

  // Rows of shares.
  otherShares: 'Other shares',
  select: 'Select',
  selectNamed: (name: string) => `Select ${name}`,
  selected: (count: number) =>
    plural(count, { one: '1 share selected', other: `${number(count)} shares selected` }),
  withSelected: 'Actions for the selected shares',
  all: 'All',
  none: 'None',
  findShare: 'Find a share',
  sortShares: 'Sort shares',
  newestFirst: 'Newest first',
  byName: 'By name',
  largestFirst: 'Largest first',
  noneNamed: (words: string) => `Nothing is called “${words}”.`,
  notShown: (why: string) => `This share can’t be shown. ${why}`,
  removeIt: 'Remove it',
  linkAndFiles: 'Link and files',
  link: 'Link',

  somebodyShares: 'Somebody sent you something.',
  ofItFiles: (count: number) => plural(count, { one: '1 file of it', other: `${number(count)} files of it` }),
  nobodyContacted:
    'You’re not connected yet. Once you are, this site and everybody with the link open can see your IP address.',
  connect: 'Connect',
  // What the site publishes.
  toWatch: 'Watch',
  lookingWhatThereIs: 'Loading…',
  nothingPublished: 'Nothing here yet.',
  watch: (name: string) => `Watch ${name}`,
  moreToCome: (count: number) =>
    plural(count, {
      one: '1 more file is being prepared.',
      other: `${number(count)} more files are being prepared.`,
    }),

  sealTerms: 'Password and expiry',
  sealPassword: 'Password',
  sealPasswordHint: 'Don’t send it along with the link. It can’t be recovered.',
  sealEnds: 'Expires',
  sealEndsHint:
    'After that it’s no longer shared. Honest pages delete their copy; nobody can force the others.',
  endsNever: 'never',
  endsInHour: 'in an hour',
  endsInDay: 'in a day',
  endsInWeek: 'in a week',
  endsInMonth: 'in 30 days',
  sealWith: 'Seal it',
  // What this browser keeps.
  kept: (used: string, free: string) => `${used} kept in this browser, ${free} free.`,
  mayBeCleared: 'Your browser may clear it when space runs low.',
  leftovers: (size: string) => `${size} is left from shares you removed.`,
  deleteLeftovers: 'Delete it',
}
