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
  sealed: 'Sealed: only who has the whole link can read it.',
  sealedWithoutKey:
    'This share is sealed, and its key is missing: the end of its link, from “&key=” on. Ask whoever sent it for the whole link. Without it you can only pass on what nobody here can read.',
  sealAnew: 'Nobody has fetched it yet. It becomes another share, with another link.',
  asksPassword: 'This share has a password. Ask whoever sent the link.',
  password: 'Password',
  openIt: 'Open',
  endsOn: (moment: string) =>
    `It ends on ${moment}: pages then stop serving it, and delete what they have of it. That is a promise between honest pages, not a lock.`,
  name: 'Name',
  nameHint: 'You can change it until the link appears.',
  savedAmongDownloads:
    'It is saved among your downloads. While this page is open, others get it from you too.',
  chooseWhereLater:
    'Once they are here, you choose where to save them. While this page is open, others get them from you too.',
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
  openFiles: 'Open its files',
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
  whyACopy: 'Then a reload asks for nothing, and the link works again at once.',
  tellMe: { here: 'Tell me when somebody is here', done: 'Tell me when it is done' },
  mayNotTell:
    'The browser does not let this page tell you. Allow notifications for this site in its settings, then ask again.',
  /** Notifications. */
  told: {
    ownerHere: 'Somebody who has it is here.',
    allHere: 'It is all here.',
    linkReady: 'Its link is ready.',
    opened: 'Somebody has opened it.',
    sent: 'Somebody has all of it now.',
  },

  // To take it out of the list.
  removeNamed: (name: string) => `Remove “${name}”?`,
  removeMany: (count: number) =>
    plural(count, { one: 'Remove 1 share?', other: `Remove ${number(count)} shares?` }),
  removeMine: 'Its link stops working from here. Your files themselves stay where they are.',
  removeManyMine: 'Their links stop working from here. Your own files stay where they are.',
  removeTheirs:
    'This page stops receiving and sending what came from others, and deletes its copy of it. What you saved to your disk stays.',
  removeAndDelete: 'Remove and delete its data',
  keepIt: 'Keep it',
  keepThem: 'Keep them',
  notRemoved: (name: string, why: string) => `“${name}” could not be removed. ${why}`,

  // Its link.
  shareLink: 'Share link',
  copyLink: 'Copy link',
  copyTheLink: 'Copy the link',
  copyLinkTo: (name: string) => `Copy the link to ${name}`,
  mayNotCopyLink: 'The browser does not let this page copy. The link is below, under “Link and files”.',
  qrCode: 'QR code',
  qrCodeOfLink: 'QR code of the share link',
  qrHint: 'Point a phone’s camera at it to open the share there.',
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
  aNameIfYouLike: 'A name, if you like',
  youAnd: (count: number) =>
    plural(count, { one: 'You and 1 person.', other: `You and ${number(count)} people.` }),
  youAndBusiest: (count: number, most: number) =>
    `You and ${number(count)} people, the ${number(most)} busiest shown.`,
  receivedAndSent: (received: string, sent: string) =>
    `Received ${received}, sent ${sent} since this page was opened.`,
  youReceive: (rate: string) => `Receiving ${rate}`,
  youSend: (rate: string) => `Sending ${rate}`,
  rateAtMost: (rate: string) => `at most ${rate}`,
  aMinuteAgo: 'a minute ago',
  now: 'now',
  sends: (rate: string) => `sends ${rate}`,
  fromPeopleAndSite: (people: string, site: string, host: string, sent: string) =>
    `${people} came from other people, ${site} from ${host}; ${sent} went to others.`,
  siteNotAsked: (host: string, why: string) => `${host} is not asked at the moment. ${why}`,

  // The picture of its parts.
  eachMark: 'Each mark is a part of your files.',
  partsHere: (count: number) =>
    plural(count, { one: 'The only part is here.', other: `All ${number(count)} parts are here.` }),
  partsOf: (here: number, count: number) => `${number(here)} of ${number(count)} parts here.`,
  partsOfAndComing: (here: number, count: number, coming: number) =>
    `${number(here)} of ${number(count)} parts here, ${number(coming)} on the way.`,
  rarest: (count: number) =>
    plural(count, {
      one: '1 person has the rarest one.',
      other: `${number(count)} people have the rarest one.`,
    }),
  nobodyHasRarest: 'Nobody connected has the rarest one.',

  // Whom else it contacts.
  addressSeen: 'Others who have this link open can see your network address (IP), as you can see theirs.',
  downloadAsks: (count: number, trackers: string) =>
    plural(count, {
      one: `“Download” also asks ${trackers} for people who have it; it learns your address.`,
      other: `“Download” also asks ${trackers} for people who have it; they learn your address.`,
    }),
  linkNames: (count: number, trackers: string) =>
    plural(count, {
      one: `The link also names ${trackers}. It may know more people who have it, and would learn your address and what you are looking for.`,
      other: `The link also names ${trackers}. They may know more people who have it, and would learn your address and what you are looking for.`,
    }),
  alwaysConnect: 'Always connect',
  copyNear: (hosts: string) =>
    `The link says that ${hosts} has a copy. That is in your own network or on this machine; use it only if you know it.`,
  useThisCopy: 'Use this copy',

  // Rows of shares.
  otherShares: 'Other shares',
  select: 'Select',
  selectNamed: (name: string) => `Select ${name}`,
  selected: (count: number) =>
    plural(count, { one: '1 share selected', other: `${number(count)} shares selected` }),
  withSelected: 'What to do with those selected',
  all: 'All',
  none: 'None',
  findShare: 'Find a share',
  sortShares: 'Sort shares',
  newestFirst: 'Newest first',
  byName: 'By name',
  largestFirst: 'Largest first',
  noneNamed: (words: string) => `None of them has “${words}” in its name.`,
  notShown: (why: string) => `This share cannot be shown. ${why}`,
  removeIt: 'Remove it',
  linkAndFiles: 'Link and files',
  link: 'Link',
}
