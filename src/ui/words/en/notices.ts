import { number, plural } from './speech.ts'

/** What the page tells by itself. */
export const notices = {
  filesWithheld: (names: string) => `The browser may not read ${names}. Allow it, or choose other files.`,
  folderEmpty: 'There is no file in that: the folder is empty. Choose another one.',
  pasteNotOpened: (why: string) => `What you pasted could not be opened. ${why}`,
  linksOpened: (count: number) =>
    plural(count, { one: '1 link opened.', other: `${number(count)} links opened.` }),
  someLinksOpened: (count: number, left: number) =>
    `${plural(count, { one: '1 link opened.', other: `${number(count)} links opened.` })} ${number(left)} more did not fit: paste them in a second go.`,
  torrentNotOpened: (name: string, why: string) => `“${name}” could not be opened as a torrent. ${why}`,
  launchNotRead: (name: string) => `“${name}” could not be read. Open it once more.`,
  sharedMissed: 'Nothing arrived here. Share it once more, or choose the files on this page.',
  sharedTooLarge: 'That is too much to hand over at once. Choose the files on this page instead.',
  filesAsk: (files: string) => `Another app or site wants you to send this: ${files}.`,
  textAsks: 'Another app or site wants you to send a text.',
  memberAlready: 'You are a member of this site already. The invitation was left for others.',
  memberNow: 'You are a member of this site now. This browser remembers it; there is nothing else to do.',
  memberForNow: 'You are a member of this site until you close this page: this browser keeps nothing for it.',
  memberNotYet: (why: string) => `You are not a member yet. ${why}`,
  invitationVoid:
    'This invitation no longer works: it was used up, has expired or was taken back. Ask for another one.',
  passkeyVoid: 'The passkey in this address is not valid here, or no longer.',
  membershipEnded:
    'You are no longer a member of this site: your membership was taken back, or your passkey was changed. Ask whoever runs the site. What is connected already goes on; nobody new is found.',
  fileNotSaved: (name: string, why: string) => `“${name}” could not be saved. ${why}`,
  folderNotSaved: (why: string) => `Not all files could be saved. ${why}`,
  folderSaved: (folder: string) => `All files are in “${folder}”.`,
  renamed: (from: string, to: string) => `“${from}” is no name that can be written: it is called “${to}”.`,
  renamedAndMore: (from: string, to: string, more: number) =>
    plural(more, {
      one: `“${from}” is no name that can be written: it is called “${to}”, and 1 more name changed as well.`,
      other: `“${from}” is no name that can be written: it is called “${to}”, and ${number(more)} more names changed as well.`,
    }),
  zipNotSaved: (why: string) => `The ZIP could not be saved. ${why}`,
  zipCancelled: 'The download of the ZIP was cancelled.',
  zipSaved: 'The ZIP is among your downloads.',
}
