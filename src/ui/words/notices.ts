import type { Notice, NoticeAction, Renamed } from '../../state/notices.ts'
import type { FaultsWords } from './areas.ts'
import { faultWords } from './faults.ts'
import { intakeWords } from './intake.ts'
import { quoted } from './measures.ts'
import { inText } from './inText.ts'
import { words } from './words.ts'

/** What the page tells in a toast. */
export function noticeWords(notice: Notice): string {
  const { notices } = words.faults ?? {}
  if (!notices) return words.page.somethingFailed
  switch (notice.code) {
    case 'files-withheld':
      return notices.filesWithheld(quoted(notice.names))
    case 'folder-empty':
      return notices.folderEmpty
    case 'paste-not-opened':
      return notices.pasteNotOpened(intakeWords(notice.problem))
    case 'links-opened':
      return notice.left > 0
        ? notices.someLinksOpened(notice.count, notice.left)
        : notices.linksOpened(notice.count)
    case 'torrent-not-opened':
      return notices.torrentNotOpened(inText(notice.name), faultWords(notice.fault))
    case 'launch-not-read':
      return notices.launchNotRead(inText(notice.name))
    case 'shared-missed':
      return notices.sharedMissed
    case 'shared-too-large':
      return notices.sharedTooLarge
    case 'shared-asks':
      return notice.count === 0 ? notices.textAsks : notices.filesAsk(words.page.files(notice.count))
    case 'member-already':
      return notices.memberAlready
    case 'member-now':
      return notice.kept ? notices.memberNow : notices.memberForNow
    case 'member-not-yet':
      return notices.memberNotYet(faultWords(notice.fault))
    case 'invitation-void':
      return notices.invitationVoid
    case 'passkey-void':
      return notices.passkeyVoid
    case 'membership-ended':
      return notices.membershipEnded
    case 'members-only':
      return notices.membersOnly
    case 'file-not-saved':
      return notices.fileNotSaved(inText(notice.name), faultWords(notice.fault))
    case 'folder-not-saved':
      return notices.folderNotSaved(faultWords(notice.fault))
    case 'folder-saved':
      return [notices.folderSaved(inText(notice.folder)), ...renamedWords(notice.renamed, notices)].join(' ')
    case 'zip-not-saved':
      return notices.zipNotSaved(faultWords(notice.fault))
    case 'zip-cancelled':
      return notices.zipCancelled
    case 'zip-saved':
      return notice.name === null ? notices.zipSaved : notices.folderSaved(inText(notice.name))
    default:
      return faultWords(notice)
  }
}

export function actionWords(action: NoticeAction): string {
  switch (action) {
    case 'try-again':
      return words.page.tryAgain
    case 'share-as-text':
      return words.page.shareAsText
    case 'share-the-file':
      return words.page.shareTheFile
    case 'send':
      return words.page.send
    case 'undo':
      return words.share.undo
  }
}

/** Disks and browsers refuse some names: what was replaced is told. */
function renamedWords(renamed: readonly Renamed[], notices: FaultsWords['notices']): readonly string[] {
  const [first] = renamed
  if (!first) return []
  const [from, to] = [inText(first.from), inText(first.to)]
  const more = renamed.length - 1
  return [more === 0 ? notices.renamed(from, to) : notices.renamedAndMore(from, to, more)]
}
