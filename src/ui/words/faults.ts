import type { MetainfoProblem } from '../../state/engineTypes.ts'
import { faultOf, type Fault } from '../../state/faults.ts'
import { failureWords, inOneGo } from './failures.ts'
import { formatSize } from './measures.ts'
import { originWords } from './origin.ts'
import type { PlainFault } from './plainFaults.ts'
import { say } from './say.ts'
import { torrentTable } from './torrent.ts'
import { words } from './words.ts'

/** Why something that somebody asked for was not done. */
export function errorWords(error: unknown): string {
  return faultWords(faultOf(error))
}

export function faultWords(fault: Fault): string {
  const { faults } = words
  if (!faults) return words.page.somethingFailed
  switch (fault.code) {
    case 'too-many-files':
    case 'disk-full':
    case 'no-disk':
    case 'store-in-use':
    case 'store-broken':
      return inOneGo(failureWords(fault))
    case 'files-changed':
      return faults.fileChanged
    case 'files-damaged':
      return faults.fileDamaged
    case 'cannot-download':
      return inOneGo(failureWords(fault.failure))
    case 'copy-unusable':
      return faults.copyUnusable(originWords(fault.problem))
    case 'address-too-large':
      return faults.addressTooLarge(fault.host, formatSize(fault.most))
    case 'server-refuses':
      return fault.problem === null ? faults.serverError(fault.status) : faults.server[fault.problem]
    case 'unexpected':
      // A browser's own sentence is better than none; a word of ours for logs is not.
      return /\s/.test(fault.message) ? fault.message : faults.unexpected
    default:
      return say<PlainFault | MetainfoProblem>({ ...faults.plain, ...torrentTable(faults) }, fault)
  }
}
