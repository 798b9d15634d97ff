/// Everything for notes and drawings, in a chunk of its own.
import type { InfoHash } from '../../core/infoHash.ts'
import type { ShareSnapshot } from '../../state/engineTypes.ts'
import type { Page } from '../../state/page.ts'
import { ReviewDesk } from '../../state/review/desk.svelte.ts'
import Marks from './Marks.svelte'
import NotesPanel from './NotesPanel.svelte'
import Overlay from './Overlay.svelte'
import SecondVersion from './SecondVersion.svelte'
import BelowPicture from './BelowPicture.svelte'
import './inks.css'
import ReviewLinks from './ReviewLinks.svelte'
import type { ReviewKit } from './review.ts'
import { takeKey } from './shortcuts.ts'

export function makeKit(page: Page, infoHash: InfoHash, share: () => ShareSnapshot): ReviewKit {
  const { notes, watching, looking } = page
  const shares = () => page.shares.list
  const wanted = () => {
    const { route } = page.navigation
    return route.kind === 'invitation' ? route.invitation.note : null
  }
  const desk = new ReviewDesk({
    notes,
    watching,
    looking,
    infoHash,
    wanted,
    share,
    shares,
    now: () => Date.now(),
  })
  return {
    desk,
    Panel: NotesPanel,
    Overlay,
    Marks,
    Tools: BelowPicture,
    Second: SecondVersion,
    Links: ReviewLinks,
    takesKey: (event) => takeKey(event, desk),
  }
}
