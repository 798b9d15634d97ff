import { number, plural } from './speech.ts'

/** The files of a share: their list, the player, previews, saving. */
export const files = {
  linkToSome: 'Link to some files',
  chooseAll: 'Choose all',
  chooseNone: 'Choose none',
  find: 'Find a file',
  sort: 'Sort files',
  found: (found: number, count: number, size: string) =>
    `${number(found)} of ${plural(count, { one: '1 file', other: `${number(count)} files` })}, ${size}`,
  noneNamed: (words: string) => `No file is called “${words}”.`,
  fetchNamed: (name: string) => `Fetch ${name}`,
  linkToNamed: (name: string) => `Link to ${name}`,
  tickThem: 'Tick the files for the link. The others can still be downloaded.',
  linkToFiles: (count: number) =>
    plural(count, { one: 'Link to 1 file', other: `Link to ${number(count)} files` }),
  copyThisLink: 'Copy this link',

  // Looking at them.
  play: 'Play',
  playNamed: (name: string) => `Play ${name}`,
  preview: 'Preview',
  previewNamed: (name: string) => `Preview ${name}`,
  closeNamed: (name: string) => `Close ${name}`,
  showLarge: (name: string) => `Show ${name} large`,
  actionsFor: (name: string) => `Actions for ${name}`,
  opening: 'Opening…',
  inside: (name: string) => `What is in ${name}`,
  copyText: 'Copy text',
  onlyBeginning: 'Only the beginning is shown. Save the file to see the rest.',
  cannotBeShown: (why: string) => `It can’t be shown. ${why}`,
  noPicture: 'Your browser can’t show this kind of picture.',
  pictures: 'Pictures',
  pictureBefore: 'Picture before',
  nextPicture: 'Next picture',
  placeOf: (place: number, count: number) => `${number(place)} of ${number(count)}`,
  page: 'Page',
  pageBefore: 'Page before',
  nextPage: 'Next page',

  // The player.
  player: (name: string) => `Player of ${name}`,
  filmAndControls: 'Film and controls',
  startingPlayer: 'Starting the player…',
  closePlayer: 'Close player',
  previous: 'Previous',
  next: 'Next',
  soundLanguage: 'Language of the sound',
  cannotPlay: (name: string) => `This browser cannot play “${name}”. Save it and use another program.`,
  /** `{pause}` is a button: “pause the download”. */
  cannotPlayYet: (name: string, pause: string) =>
    `This browser cannot play “${name}”. Download it and use another program, or ${pause}.`,
  pauseDownload: 'pause the download',
  onlySound: (name: string) =>
    `This browser plays only the sound of “${name}”. Save it and use another program.`,
  chapters: 'Chapters',
  codedAs: (codec: string) => `It is coded in ${codec}, which this browser does not know.`,
  silent: (codec: string) => `Its sound is coded in ${codec}, which this browser cannot play.`,
  lost: (name: string) => `“${name}” can’t be read any further. Close the player and play it again.`,
  waitingForNext: 'Waiting for what comes next…',
  hadToWait: (times: number) =>
    plural(times, { one: 'It had to wait once.', other: `It had to wait ${number(times)} times.` }),

  // Saving.
  saveAll: 'Save all',
  saveHere: 'Save what is here',
  saveZip: 'Save as a ZIP',
  writingFile: (place: number, count: number) => `Writing file ${number(place)} of ${number(count)}…`,
  writingZip: 'Writing the ZIP…',
  zipProgress: 'Progress of the ZIP',
  stop: 'Stop',
}
