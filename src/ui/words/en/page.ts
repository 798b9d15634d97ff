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
  mayNotCopy: 'The browser does not let this page copy. Select the text and press Ctrl+C or ⌘C.',
  mayNotCopySelected: 'The browser does not let this page copy. The text is selected: press Ctrl+C or ⌘C.',
  language: 'Language',
  languageFailed: 'This language could not be loaded. Check that you are online, then choose it again.',
  licences: 'Licences of the libraries in this page',
  qrNotDrawn: 'The QR code could not be drawn: the link is too long, or the connection to this site is gone.',
  shareAsText: 'Share it as text',
  shareTheFile: 'Share the file itself',

  // Home.
  send: 'Send',
  dropFiles: 'Drop files to share them',
  letGo: 'Let go to share',
  oneMoment: 'One moment…',
  nothingUploaded: 'They go straight from your browser to the others. Nothing is uploaded to a server.',
  chooseFiles: 'Choose files',
  chooseFolder: 'Choose a folder',
  addFiles: 'Add files',
  addFolder: 'Add a folder',
  sealIt: 'Sealed: only who has the link can read',
  sealedOnly: 'This site seals all that is shared.',
  sealTerms: 'Password and end',
  sealPassword: 'Password, beside the link',
  sealPasswordHint: 'Tell it another way than you send the link. Nobody can find it out for you.',
  sealEnds: 'Ends',
  sealEndsHint:
    'Pages then stop serving it, and delete what they have of it. That is a promise between honest pages, not a lock.',
  endsNever: 'never',
  endsInHour: 'in an hour',
  endsInDay: 'in a day',
  endsInWeek: 'in a week',
  endsInMonth: 'in 30 days',
  sealWith: 'Seal it so',
  receive: 'Receive',
  openOrPaste: 'Somebody sent you a link? Open it, or paste it here.',
  /** For a screen reader: the field takes all of these. */
  linkField: 'Magnet link, info hash or share link',
  pasteLink: 'Paste a link',
  /** The button beside that field. */
  get: 'Get',
  getTitle: 'Receive',
  linkCut: 'A part of this link got lost on the way. Ask for it again.',
  stepDrop: 'Drop files here',
  stepSend: 'Send the link',
  stepWait: 'Keep this page open until they have it',
  yourShares: 'Your shares',
  dropNotRead: 'The browser could not read what you dropped. Try again, or use “Choose files”.',

  // The header.
  speedLimits: 'Speed limits',
  speedLimitsOn: 'Speed limits: on',
  colours: {
    system: 'Colours: as the system',
    light: 'Colours: light',
    dark: 'Colours: dark',
  },
  changeColours: {
    system: 'Colours: as the system. Change',
    light: 'Colours: light. Change',
    dark: 'Colours: dark. Change',
  },

  // Before a share is here.
  openingShare: 'Opening the share…',
  openingNamed: (name: string) => `Opening ${name}…`,
  loadingToShow: 'This takes a moment.',
  loadingToFetch: 'Getting ready to receive it.',
  goneShare: 'This share is no longer here.',
  goneShareWhy:
    'Its files were still being prepared when the page was reloaded or the share was cancelled. Drop them again, or choose them above.',
  somebodyShares: 'Somebody shares something with you.',
  ofItFiles: (count: number) => plural(count, { one: '1 file of it', other: `${number(count)} files of it` }),
  nobodyContacted:
    'Nobody has been contacted yet, as you chose. Once you connect, this site and everybody who has the link open can see your network address (IP), even before you download anything.',
  connect: 'Connect',
  infoHash: 'Info hash',

  // Another tab.
  elsewhere: 'Shoal is open in another tab.',
  elsewhereWhy: 'Only one tab at a time moves files. Everything goes on over there; you can also go on here.',
  useHere: 'Use it here',
  olderOpen: 'An older version of Shoal is open in another tab.',
  olderOpenWhy: 'This one begins as soon as that tab is closed.',
  newerThere: 'There is a newer version of Shoal.',
  newerThereWhy: 'Load this page anew to go on; nothing is lost.',
  loadAnew: 'Load anew',

  // Code that did not come.
  notLoadedWhy:
    'Most often the connection is gone, or the site is being updated. Check that you are online, then try again.',
  notLoaded: {
    admin: 'The admin page could not be loaded.',
    doctor: 'What looks for the cause could not be loaded.',
    engine: 'The part of Shoal that moves files could not be loaded.',
    keys: 'The list of keys could not be loaded.',
    notes: 'The notes could not be loaded.',
    player: 'The player could not be loaded.',
    settings: 'The settings could not be loaded.',
    sharePage: 'The page of this share could not be loaded.',
    shares: 'The list of your shares could not be loaded.',
    viewer: 'The preview could not be loaded.',
  },
  /** Why something failed could not be loaded either. */
  somethingFailed: 'Something went wrong. Check that you are online, and try again.',
  cannotWork: 'Shoal cannot work here.',
  whyNothingMoves: 'Why does nothing move?',
  checkConnection: 'Check my connection',

  // What this browser keeps.
  kept: (used: string, free: string) => `${used} kept in this browser, ${free} free.`,
  mayBeCleared: 'The browser may clear it when the disk gets full.',
  leftovers: (size: string) => `${size} of it belong to shares that are no longer in the list.`,
  deleteLeftovers: 'Delete them',

  // What other programs are given.
  announceAddress: 'Announce address',
  copy: 'Copy',

  // What the site publishes.
  toWatch: 'To watch',
  lookingWhatThereIs: 'Looking what there is…',
  nothingPublished: 'Nothing is published here yet.',
  watch: (name: string) => `Watch ${name}`,
  moreToCome: (count: number) =>
    plural(count, {
      one: '1 more file will be here when the server has read it.',
      other: `${number(count)} more files will be here when the server has read them.`,
    }),
}
