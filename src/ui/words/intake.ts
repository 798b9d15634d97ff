import { countOf } from './measures.ts'
import type { IntakeProblem } from '../../state/notices.ts'
import { faultWords } from './faults.ts'

/** Why what was typed or pasted was not opened. */
export function intakeWords(problem: IntakeProblem): string {
  switch (problem.code) {
    case 'text-too-long':
      return 'That text is far too long to be a link.'
    case 'nothing-pasted':
      return 'There is nothing to open yet. Paste a link, a magnet link or an info hash.'
    case 'no-link':
      return 'This is not a link, a magnet link, an info hash or the address of a .torrent file.'
    case 'hash-of-odd-length':
      return `An info hash has 40 hexadecimal digits; this has ${problem.digits}. Was all of it copied?`
    case 'link-without-hash':
      return 'This link is damaged: what follows the # is neither an info hash nor a magnet link.'
    case 'review-damaged':
      return 'The end of this link, which opens its private review, is damaged. Was all of it copied?'
    case 'key-damaged':
      return 'The end of this link, which opens what is sealed, is damaged. Was all of it copied?'
    case 'address-damaged':
      return 'This web address is damaged. Was all of it copied?'
    case 'magnet-without-hash':
      return 'This magnet link has no valid info hash (xt=urn:btih:…). Was all of it copied?'
    case 'link-of-version-2':
      return 'This is a torrent of BitTorrent version 2 alone, which is not supported yet.'
    case 'links-not-opened':
      return `${problem.count} of ${countOf(problem.of, 'link')} could not be opened. ${faultWords(problem.fault)}`
    default:
      return faultWords(problem)
  }
}
