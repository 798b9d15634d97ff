import { number, plural } from './speech.ts'

/** What the page tells by itself. */
export const notices = {
  filesWithheld: (names: string) => `Your browser may not read ${names}. Choose other files.`,
  folderEmpty: 'That folder is empty. Choose another one.',
  pasteNotOpened: (why: string) => `That didn’t work. ${why}`,
  linksOpened: (count: number) =>
    plural(count, { one: '1 link opened.', other: `${number(count)} links opened.` }),
  someLinksOpened: (count: number, left: number) =>
    `${plural(count, { one: '1 link opened.', other: `${number(count)} links opened.` })} ${number(left)} more did not fit: paste them in a second go.`,
  torrentNotOpened: (name: string, why: string) => `“${name}” didn’t open as a torrent. ${why}`,
  launchNotRead: (name: string) => `“${name}” could not be read. Open it once more.`,
  sharedMissed: 'Nothing arrived. Share it once more, or choose the files here.',
  sharedTooLarge: 'That’s too much at once. Choose the files here instead.',
  filesAsk: (files: string) => `Another app or site wants you to send this: ${files}.`,
  textAsks: 'Another app or site wants you to send a text.',
  memberAlready: 'You’re already a member of this site. The invitation can still be used.',
  memberNow: 'You’re a member of this site now.',
  memberForNow: 'You’re a member of this site until you close this page: this browser can’t remember it.',
  memberNotYet: (why: string) => `You’re not a member yet. ${why}`,
  invitationVoid: 'This invitation no longer works. Ask for another one.',
  passkeyVoid: 'The passkey in this address isn’t valid here.',
  membershipEnded: 'You’re no longer a member of this site. Ask whoever runs it.',
  fileNotSaved: (name: string, why: string) => `“${name}” could not be saved. ${why}`,
  folderNotSaved: (why: string) => `Not all files could be saved. ${why}`,
  folderSaved: (folder: string) => `All files are in “${folder}”.`,
  renamed: (from: string, to: string) => `“${from}” can’t be written as a name, so it’s called “${to}”.`,
  renamedAndMore: (from: string, to: string, more: number) =>
    plural(more, {
      one: `“${from}” can’t be written as a name, so it’s called “${to}”. 1 more name changed as well.`,
      other: `“${from}” can’t be written as a name, so it’s called “${to}”. ${number(more)} more names changed as well.`,
    }),
  zipNotSaved: (why: string) => `The ZIP could not be saved. ${why}`,
  zipCancelled: 'The ZIP was cancelled.',
  zipSaved: 'The ZIP is among your downloads.',
}
