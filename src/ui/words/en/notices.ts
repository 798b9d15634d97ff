import { number, plural } from './speech.ts'

/** What the page tells by itself. */
export const notices = {
  filesWithheld: (names: string) => `Your browser may not read ${names}. Allow it, or choose other files.`,
  folderEmpty: 'That folder is empty. Choose another one.',
  pasteNotOpened: (why: string) => `That didn’t work. ${why}`,
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
  memberAlready: 'You’re already a member of this site. The invitation can still be used.',
  memberNow: 'You’re a member of this site now.',
  memberForNow: 'You’re a member of this site until you close this page: this browser can’t remember it.',
  memberNotYet: (why: string) => `You’re not a member yet. ${why}`,
  invitationVoid: 'This invitation no longer works. Ask for another one.',
  passkeyVoid: 'The passkey in this address isn’t valid here.',
  membershipEnded:
    'You’re no longer a member of this site. Ask whoever runs it. What is already connected carries on.',
  fileNotSaved: (name: string, why: string) => `“${name}” could not be saved. ${why}`,
  folderNotSaved: (why: string) => `Not all files could be saved. ${why}`,
  folderSaved: (folder: string) => `All files are in “${folder}”.`,
  renamed: (from: string, to: string) => `“${from}” can’t be written as a name, so it’s called “${to}”.`,
  renamedAndMore: (from: string, to: string, more: number) =>
    plural(more, {
      one: `“${from}” is no name that can be written: it is called “${to}”, and 1 more name changed as well.`,
      other: `“${from}” is no name that can be written: it is called “${to}”, and ${number(more)} more names changed as well.`,
    }),
  zipNotSaved: (why: string) => `The ZIP could not be saved. ${why}`,
  zipCancelled: 'The download of the ZIP was cancelled.',
  zipSaved: 'The ZIP is among your downloads.',
}
