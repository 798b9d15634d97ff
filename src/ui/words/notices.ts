import { displayText } from '../../core/displayText.ts'
import { countOf, quoted } from './measures.ts'
import type { Notice, NoticeAction, Renamed } from '../../state/notices.ts'
import { faultWords } from './faults.ts'
import { intakeWords } from './intake.ts'

/** What the page tells in a toast. */
export function noticeWords(notice: Notice): string {
  switch (notice.code) {
    case 'files-withheld':
      return `The browser may not read ${quoted(notice.names)}. Allow it, or choose other files.`
    case 'folder-empty':
      return 'There is no file in that: the folder is empty. Choose another one.'
    case 'paste-not-opened':
      return `What you pasted could not be opened. ${intakeWords(notice.problem)}`
    case 'links-opened':
      return notice.left > 0
        ? `${countOf(notice.count, 'link')} opened. ${notice.left} more did not fit: paste them in a second go.`
        : `${countOf(notice.count, 'link')} opened.`
    case 'torrent-not-opened':
      return `“${notice.name}” could not be opened as a torrent. ${faultWords(notice.fault)}`
    case 'launch-not-read':
      return `“${notice.name}” could not be read. Open it once more.`
    case 'member-already':
      return 'You are a member of this site already. The invitation was left for others.'
    case 'member-now':
      return notice.kept
        ? 'You are a member of this site now. This browser keeps your passkey; there is nothing else to do.'
        : 'You are a member of this site until you close this page: this browser keeps nothing for it.'
    case 'member-not-yet':
      return `You are not a member yet. ${faultWords(notice.fault)}`
    case 'invitation-void':
      return 'This invitation no longer works: it was used up, has expired or was taken back. Ask for another one.'
    case 'passkey-void':
      return 'The passkey in this address is not valid here, or no longer.'
    case 'membership-ended':
      return 'This site no longer takes you for a member: your membership was taken back, or your passkey was changed. Ask whoever runs the site. What is connected already goes on; nobody new is found.'
    case 'file-not-saved':
      return `“${notice.name}” could not be saved. ${faultWords(notice.fault)}`
    case 'folder-not-saved':
      return `Not all files could be saved. ${faultWords(notice.fault)}`
    case 'folder-saved':
      return [`All files are in “${notice.folder}”.`, ...renamedWords(notice.renamed)].join(' ')
    case 'zip-not-saved':
      return `The ZIP could not be saved. ${faultWords(notice.fault)}`
    case 'zip-cancelled':
      return 'The download of the ZIP was cancelled.'
    case 'zip-saved':
      return notice.name === null ? 'The ZIP is among your downloads.' : `All files are in “${notice.name}”.`
    default:
      return faultWords(notice)
  }
}

export function actionWords(action: NoticeAction): string {
  switch (action) {
    case 'try-again':
      return 'Try again'
    case 'share-as-text':
      return 'Share it as text'
    case 'share-the-file':
      return 'Share the file itself'
  }
}

/** Disks and browsers refuse some names: what was replaced is told. */
function renamedWords(renamed: readonly Renamed[]): readonly string[] {
  const [first] = renamed
  if (!first) return []
  const [from, to] = [displayText(first.from), displayText(first.to)]
  const more = renamed.length - 1
  return more === 0
    ? [`“${from}” is no name that can be written: it is called “${to}”.`]
    : [
        `“${from}” is no name that can be written: it is called “${to}”, and ${countOf(more, 'more name')} changed as well.`,
      ]
}
