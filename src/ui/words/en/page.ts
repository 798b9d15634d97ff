import { number, plural } from './speech.ts'

/** What is shown first, and what every part of the page has. */
export const page = {
  // The browser's tab.
  title: 'Shoal: share files, browser to browser',

  // Measures.
  fewSeconds: 'a few seconds',
  longTime: 'a long time',
  /** `2 h 10 min`; whole hours have no minutes. */
  hours: (hours: string, minutes: string) => (minutes === '0' ? `${hours} h` : `${hours} h ${minutes} min`),
  /** A name in a sentence. */
  quoted: (name: string) => `“${name}”`,
  /** The end of a list whose beginning is names. */
  andMore: (count: number) => `${number(count)} more`,
  files: (count: number) => plural(count, { one: '1 file', other: `${number(count)} files` }),
  people: (count: number) => plural(count, { one: '1 person', other: `${number(count)} people` }),
  /** A share whose name is not known yet. */
  untitled: (code: string) => `Share ${code}…`,
  /** One that cannot be opened yet. */
  sealedShare: 'Sealed share',
  progress: 'Progress',
  progressOf: (name: string) => `Progress of ${name}`,

  // Everywhere.
  close: 'Close',
  done: 'Done',
  cancel: 'Cancel',
  tryAgain: 'Try again',
  trying: 'Trying…',
  dismiss: 'Dismiss',
  copied: 'Copied',
  toldCopied: 'Copied.',
  mayNotCopy: 'Your browser doesn’t allow copying here. Select the text and press Ctrl+C or ⌘C.',
  mayNotCopySelected: 'Your browser doesn’t allow copying here. The text is selected: press Ctrl+C or ⌘C.',
  language: 'Language',
  languageFailed: 'This language could not be loaded. Check that you’re online, then choose it again.',
  licences: 'Licences',
  qrNotDrawn: 'No QR code: the link is too long, or you’re offline.',
  shareAsText: 'Share it as text',
  shareTheFile: 'Share the file itself',

  // Home.
  send: 'Send',
  dropFiles: 'Drop files to send them',
  letGo: 'Let go to send',
  oneMoment: 'One moment…',
  nothingUploaded: 'Straight from your browser to theirs. Nothing is uploaded.',
  chooseFiles: 'Choose files',
  chooseFolder: 'Choose a folder',
  addFiles: 'Add files',
  addFolder: 'Add a folder',
  sealIt: 'Sealed: only people with the link can open it',
  sealedOnly: 'This site seals everything.',
  sealTerms: 'Password and expiry',
  sealPassword: 'Password',
  sealPasswordHint: 'Don’t send it along with the link. It can’t be recovered.',
  sealEnds: 'Expires',
  sealEndsHint:
    'It’s no longer shared after that. Honest pages delete their copy; nobody can force the others to.',
  endsNever: 'never',
  endsInHour: 'in an hour',
  endsInDay: 'in a day',
  endsInWeek: 'in a week',
  endsInMonth: 'in 30 days',
  sealWith: 'Seal it',
  receive: 'Receive',
  /** For a screen reader: the field takes all of these. */
  linkField: 'Magnet link, info hash or share link',
  pasteLink: 'Paste a link',
  /** The button beside that field. */
  get: 'Get',
  linkCut: 'Part of this link is missing. Ask for it again.',
  stepDrop: 'Drop files',
  stepSend: 'Send the link',
  stepWait: 'Keep this page open until they have it',
  yourShares: 'Your shares',
  dropNotRead: 'Your browser couldn’t read that. Try again, or use “Choose files”.',

  // The header.
  speedLimits: 'Speed limits',
  speedLimitsOn: 'Speed limits: on',
  colours: { system: 'Theme: system', light: 'Theme: light', dark: 'Theme: dark' },
  changeColours: {
    system: 'Theme: system. Change',
    light: 'Theme: light. Change',
    dark: 'Theme: dark. Change',
  },

  // Before a share is here.
  openingShare: 'Opening the share…',
  openingNamed: (name: string) => `Opening ${name}…`,
  goneShare: 'This share is gone.',
  goneShareWhy: 'It was still being prepared when the page was reloaded. Add the files again.',
  somebodyShares: 'Somebody sent you something.',
  ofItFiles: (count: number) => plural(count, { one: '1 file of it', other: `${number(count)} files of it` }),
  nobodyContacted:
    'You’re not connected yet. Once you are, this site and everybody with the link open can see your IP address.',
  connect: 'Connect',
  infoHash: 'Info hash',

  // Another tab.
  elsewhere: 'Shoal is open in another tab.',
  elsewhereWhy: 'Your transfers carry on there. You can also move them here.',
  useHere: 'Use it here',
  olderOpen: 'An older version of Shoal is open in another tab.',
  olderOpenWhy: 'Close that tab to use this one.',
  newerThere: 'There is a newer version of Shoal.',
  newerThereWhy: 'Reload the page to carry on. Nothing is lost.',
  loadAnew: 'Reload',

  // Code that did not come.
  notLoadedWhy: 'Check that you’re online, then try again.',
  notLoaded: {
    admin: 'The admin page could not be loaded.',
    doctor: 'The connection check could not be loaded.',
    engine: 'A part of Shoal could not be loaded.',
    keys: 'The list of keys could not be loaded.',
    notes: 'The notes could not be loaded.',
    player: 'The player could not be loaded.',
    settings: 'The settings could not be loaded.',
    sharePage: 'This page could not be loaded.',
    shares: 'Your shares could not be loaded.',
    viewer: 'The preview could not be loaded.',
  },
  /** Why something failed could not be loaded either. */
  somethingFailed: 'Something went wrong. Check that you’re online, and try again.',
  cannotWork: 'Shoal can’t run here.',
  whyNothingMoves: 'Why is it stuck?',
  checkConnection: 'Check my connection',

  // What this browser keeps.
  kept: (used: string, free: string) => `${used} kept in this browser, ${free} free.`,
  mayBeCleared: 'Your browser may clear it when space runs low.',
  leftovers: (size: string) => `${size} is left from shares you removed.`,
  deleteLeftovers: 'Delete it',

  // What other programs are given.
  announceAddress: 'Announce address',
  copy: 'Copy',

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
}
