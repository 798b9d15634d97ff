import type { Failure } from '../../state/engineTypes.ts'
import type { FaultsWords } from './areas.ts'
import { torrentWords } from './torrent.ts'
import { inText } from './inText.ts'
import { words } from './words.ts'

/** Why a share failed. */
export interface FailureWords {
  readonly what: string
  readonly why: string
  /** What a person can do about it. */
  readonly todo: string
}

export function failureWords(failure: Failure): FailureWords {
  const { faults } = words
  if (!faults) return { what: words.page.somethingFailed, why: '', todo: '' }
  const said: FailureWords = faults.failures.byCode[failure.code]
  return { ...said, ...particulars(failure, faults) }
}

function particulars(failure: Failure, { failures }: FaultsWords): Partial<FailureWords> {
  switch (failure.code) {
    case 'file-unreadable':
      return failure.name === null ? {} : { what: failures.unreadable(inText(failure.name)) }
    case 'share-unreadable':
      return { why: torrentWords(failure.problem) }
    case 'too-many-files':
      return { why: failures.atMostFiles(failure.most) }
    case 'unexpected':
      // A program's own word, such as a code, tells nobody anything.
      return { why: /\s/.test(failure.message) ? failure.message : '' }
    default:
      return {}
  }
}

export function inOneGo({ what, why, todo }: FailureWords): string {
  return [what, why, todo].filter((sentence) => sentence !== '').join(' ')
}
