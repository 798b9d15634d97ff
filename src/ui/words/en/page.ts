import { number, people, plural } from './speech.ts'

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
  people,
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
  mayNotCopy: 'Copying is blocked. Select the text and press Ctrl+C or ⌘C.',
  mayNotCopySelected: 'Copying is blocked. Press Ctrl+C or ⌘C.',
  language: 'Language',
  languageFailed: 'This language didn’t load. Are you online?',
  licences: 'Licences',
  qrNotDrawn: 'No QR code: the link is too long, or you’re offline.',
  shareAsText: 'Share it as text',
  shareTheFile: 'Share the file itself',

  // Home.
  send: 'Send',
  dropFiles: 'Drop files to send them',
  /** Where nothing can be dropped. */
  sendFiles: 'Send files',
  letGo: 'Let go to send',
  oneMoment: 'One moment…',
  nothingUploaded: 'Straight from your browser to theirs.',
  chooseFiles: 'Choose files',
  chooseFolder: 'Choose a folder',
  addFiles: 'Add files',
  addFolder: 'Add a folder',
  sealIt: 'Sealed: only people with the link can open it',
  sealedOnly: 'This site seals everything.',
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
  dropNotRead: 'Your browser couldn’t read that. Try “Choose files”.',

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
  goneShareWhy: 'The page was reloaded too early. Add the files again.',

  // Another tab.
  elsewhere: 'Shoal is open in another tab.',
  elsewhereWhy: 'Transfers carry on there.',
  useHere: 'Use it here',
  olderOpen: 'An older Shoal is open in another tab.',
  olderOpenWhy: 'Close it to use this one.',
  newerThere: 'There’s a newer Shoal.',
  newerThereWhy: 'Reload to carry on. Nothing is lost.',
  loadAnew: 'Reload',

  // Code that did not come.
  notLoadedWhy: 'Are you online?',
  notLoaded: 'A part of Shoal didn’t load.',
  /** Why something failed could not be loaded either. */
  somethingFailed: 'Something went wrong. Are you online?',
  cannotWork: 'Shoal can’t run here.',
  whyNothingMoves: 'Why is it stuck?',
  checkConnection: 'Check my connection',

  // What other programs are given.
  announceAddress: 'Announce address',
  copy: 'Copy',
}
