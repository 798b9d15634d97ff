import { keeper } from './keeper.ts'
import { member } from './member.ts'
import { files } from './files.ts'
import { more } from './more.ts'
import { number, people, plural } from './speech.ts'
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
  sealAnew: 'This makes a new link.',
  asksPassword: 'This share has a password. Ask the sender.',
  password: 'Password',
  openIt: 'Open',
  endsOn: (moment: string) => `Expires on ${moment}.`,
  endedMine: 'The time you set is over. Your own files stay.',
  toStart: 'To the start page',
  name: 'Name',
  youSendToo: 'While this page is open, you send it too.',
  doneSaved: 'Done. Saved.',
  doneHere: 'Done. It’s all here.',
  received: (percent: string, size: string) => `${percent} of ${size}`,
  timeLeft: (time: string) => `${time} left`,
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
  copyKept: 'Copy kept in this browser',
  whyACopy: 'Then the link works again right after a reload.',
  tellMe: {
    here: 'Tell me when somebody is here',
    done: 'Tell me when it’s done',
    theirs: 'Tell me when they have it',
  },
  mayNotTell: 'Notifications are blocked. Allow them for this site.',
  /** Notifications. */
  told: {
    ownerHere: 'Somebody with it is online.',
    linkReady: 'Its link is ready.',
    opened: 'Somebody opened it.',
    sent: 'Somebody has it now.',
  },

  // To take it out of the list.
  removeNamed: (name: string) => `Remove “${name}”?`,
  removeMany: (count: number) =>
    plural(count, { one: 'Remove 1 share?', other: `Remove ${number(count)} shares?` }),
  removeMine: 'Its link stops working. Your files stay.',
  removeManyMine: 'Their links stop working. Your files stay.',
  removeTheirs: 'Deletes the copy in this browser. Files you saved stay.',
  notRemoved: (name: string, why: string) => `“${name}” couldn’t be removed. ${why}`,
  removed: (name: string) => `“${name}” removed.`,
  removedMany: (count: number) =>
    plural(count, { one: '1 share removed.', other: `${number(count)} shares removed.` }),
  undo: 'Undo',

  // Its link.
  shareLink: 'Share link',
  copyLink: 'Copy link',
  copyTheLink: 'Copy the link',
  copyLinkTo: (name: string) => `Copy the link to ${name}`,
  mayNotCopyLink: 'Copying is blocked. The link is under “Link and files”.',
  qrCode: 'QR code',
  qrCodeOfLink: 'QR code of the share link',
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
  youAnd: (count: number) => `You and ${people(count)}.`,
  youAndBusiest: (count: number, most: number) =>
    `You and ${number(count)} people, the ${number(most)} busiest shown.`,
  receivedAndSent: (received: string, sent: string) => `Received ${received}, sent ${sent}.`,
  youReceive: (rate: string) => `Receiving ${rate}`,
  youSend: (rate: string) => `Sending ${rate}`,
  rateAtMost: (rate: string) => `at most ${rate}`,
  aMinuteAgo: 'a minute ago',
  now: 'now',
  sends: (rate: string) => `sends ${rate}`,
  fromPeopleAndSite: (people: string, site: string, host: string, sent: string) =>
    `Received ${people} from people and ${site} from ${host}; sent ${sent}.`,
  siteNotAsked: (host: string, why: string) => `${host} isn’t used right now. ${why}`,

  // The picture of its parts.
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
    `The link also names ${trackers}: more people may be there, but your IP address will be seen.`,
  alwaysConnect: 'Always connect',
  copyNear: (hosts: string) =>
    `The link names a copy in your own network, at ${hosts}. Use it only if you know it.`,
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
  nobodyContacted: 'Once you connect, this site and everybody with the link open can see your IP address.',
  connect: 'Connect',
  // What the site publishes.
  toWatch: 'Watch',
  lookingWhatThereIs: 'Loading…',
  nothingPublished: 'Nothing here yet.',
  /** Beside a film that is being made while it is watched. */
  live: 'Live',
  watch: (name: string) => `Watch ${name}`,
  moreToCome: (count: number) => `${number(count)} more on the way.`,

  sealTerms: 'Password and expiry',
  sealPassword: 'Password',
  sealPasswordHint: 'Don’t send it with the link. It can’t be recovered.',
  sealEnds: 'Expires',
  sealEndsHint: 'Then it’s no longer shared, and honest pages delete their copy.',
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
