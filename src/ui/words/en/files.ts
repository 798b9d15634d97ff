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
  fetchNamed: (name: string) => `Fetch ${name}`,
  linkToNamed: (name: string) => `Link to ${name}`,
  tickThem: 'Tick the files to link to. The others stay downloadable.',
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
  onlyBeginning: 'Only the beginning is shown. Save it for the rest.',
  cannotBeShown: (why: string) => `It can’t be shown. ${why}`,
  noPicture: 'Your browser can’t show this kind of picture.',
  pictures: 'Pictures',
  pictureBefore: 'Picture before',
  nextPicture: 'Next picture',
  placeOf: (place: number, count: number) => `${number(place)} of ${number(count)}`,
  pageOf: (name: string, page: number) => `${name}, page ${number(page)}`,
  frameMemory: (most: string) =>
    `This frame keeps nothing: the film is held in memory while it plays, ${most} at most.`,
  frameTooSmall: (most: string) =>
    `Too large for this frame, which holds ${most} at most. Open it on the site itself.`,
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
  cannotPlay: (name: string) => `This browser can’t play “${name}”. Save it and use another program.`,
  /** `{pause}` is a button: “pause the download”. */
  cannotPlayYet: (name: string, pause: string) =>
    `This browser can’t play “${name}”. Download it for another program, or ${pause}.`,
  pauseDownload: 'pause the download',
  onlySound: (name: string) => `Only the sound of “${name}” plays here. Save it and use another program.`,
  chapters: 'Chapters',
  codedAs: (codec: string) => `It’s coded in ${codec}.`,
  silent: (codec: string) => `Its sound (${codec}) can’t play here.`,
  lost: (name: string) => `“${name}” can’t be read any further. Close the player and play it again.`,
  waitingForNext: 'Waiting for the rest…',

  // Saving.
  saveAll: 'Save all',
  saveHere: 'Save what is here',
  saveZip: 'Save as a ZIP',
  writingFile: (place: number, count: number) => `Writing file ${number(place)} of ${number(count)}…`,
  writingZip: 'Writing the ZIP…',
  zipProgress: 'Progress of the ZIP',
  stop: 'Stop',
}
