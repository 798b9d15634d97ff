import type { Failure, MetainfoProblem } from '../../state/engineTypes.ts'
import type { Fault } from '../../state/faults.ts'
import type { IntakeProblem } from '../../state/notices.ts'
import type { WordsFor } from './say.ts'

/** Those whose words depend on no other problem's, and on no measure. */
export type PlainFault = Exclude<
  Fault,
  | MetainfoProblem
  | { readonly code: Failure['code'] }
  | { readonly code: 'cannot-download' | 'copy-unusable' | 'address-too-large' | 'server-refuses' }
>

export type PlainIntake = Exclude<IntakeProblem, Fault | { readonly code: 'links-not-opened' }>

/** What only a program that writes .torrent files could mend: for everybody else the file is damaged. */
export type Damage =
  | 'bencode-cut-short'
  | 'bencode-key-twice'
  | 'bencode-too-many-keys'
  | 'bencode-too-deep'
  | 'bencode-minus-zero'
  | 'bencode-leading-zero'
  | 'torrent-goes-on'
  | 'files-too-large'
  | 'piece-length-missing'
  | 'piece-length-senseless'
  | 'piece-hashes-damaged'
  | 'piece-hashes-miscounted'
  | 'file-list-damaged'
  | 'file-length-missing'
  | 'file-too-large'
  | 'file-length-negative'

export interface TorrentTexts extends WordsFor<Exclude<MetainfoProblem, { readonly code: Damage }>> {
  readonly damaged: string
}
