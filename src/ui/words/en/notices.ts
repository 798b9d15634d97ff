import { number, plural } from './speech.ts'

/** What the page tells by itself. */
export const notices = {
  filesWithheld: (names: string) => `Your browser may not read ${names}. Choose other files.`,
  folderEmpty: 'That folder is empty. Choose another one.',
  pasteNotOpened: (why: string) => `That didn’t work. ${why}`,
  linksOpened: (count: number) =>
    plural(count, { one: '1 link opened.', other: `${number(count)} links opened.` }),
  someLinksOpened: (count: number, left: number) =>
    `${plural(count, { one: '1 link opened.', other: `${number(count)} links opened.` })} ${number(left)} more didn’t fit: paste them again.`,
  torrentNotOpened: (name: string, why: string) => `“${name}” didn’t open. ${why}`,
  launchNotRead: (name: string) => `“${name}” couldn’t be read. Open it again.`,
  sharedMissed: 'Nothing arrived. Share it again, or choose the files here.',
  sharedTooLarge: 'That’s too much at once. Choose the files here instead.',
  filesAsk: (files: string) => `Another app or site wants you to send: ${files}.`,
  textAsks: 'Another app or site wants you to send a text.',
  memberAlready: 'You’re already a member. The invitation is still good.',
  memberNow: 'You’re a member now.',
  memberForNow: 'You’re a member until you close this page: this browser can’t remember it.',
  memberNotYet: (why: string) => `You’re not a member yet. ${why}`,
  invitationVoid: 'This invitation no longer works. Ask for another.',
  passkeyVoid: 'The passkey in this address isn’t valid here.',
  membershipEnded: 'You’re no longer a member. Ask whoever runs this site for an invitation.',
  membersOnly: 'This site is for members only. Ask for an invitation link, and open it here.',
  fileNotSaved: (name: string, why: string) => `“${name}” couldn’t be saved. ${why}`,
  folderNotSaved: (why: string) => `Not everything was saved. ${why}`,
  folderSaved: (folder: string) => `All files are in “${folder}”.`,
  renamed: (from: string, to: string) => `“${from}” isn’t an allowed name: saved as “${to}”.`,
  renamedAndMore: (from: string, to: string, more: number) =>
    `“${from}” isn’t an allowed name: saved as “${to}”, and ${number(more)} more likewise.`,
  zipNotSaved: (why: string) => `The ZIP couldn’t be saved. ${why}`,
  zipCancelled: 'The ZIP was cancelled.',
  zipSaved: 'The ZIP is among your downloads.',
}
