import { displayText } from '../../../src/core/displayText.ts'
import { formatPercent, grouped } from '../../../src/core/format.ts'
import type { ShareSnapshot } from '../../../src/swarm/snapshot.ts'
import { momentWords, people, rateWords, sizeWords, spanWords } from './measures.ts'

/** How a share is doing, on one line. */
export function progressWords(share: ShareSnapshot): string {
  const name = displayText(share.name)
  switch (share.state) {
    case 'hashing':
      return `${name}: preparing, ${formatPercent(share.progress)}, ${rateWords(share.getRate)}`
    case 'fetching':
    case 'waiting':
      return `${share.files.length > 0 ? `${name}: ${formatPercent(share.progress)}, ` : ''}${whyItWaits(share)}`
    case 'downloading': {
      const left = share.secondsLeft === null ? '' : `, ${spanWords(share.secondsLeft)} left`
      const giving = share.peers.filter(({ getRate }) => getRate > 0).length
      const from = giving === 0 ? '' : ` from ${people(giving)}`
      return `${name}: ${formatPercent(share.progress)} of ${sizeWords(share.size)}, ${rateWords(share.getRate)}${from}${left}`
    }
    case 'seeding':
      return `${name}: ${people(share.peers.length)} connected, sends ${rateWords(share.giveRate)}, ${sizeWords(share.given)} sent`
    default:
      return `${name}: ${share.state}`
  }
}

/** What somebody would want to know who has not got it yet. */
export function describe(share: ShareSnapshot): string {
  const { swarm, files } = share
  const lines = [
    `${displayText(share.name)}: ${files.length === 1 ? '1 file' : `${grouped(files.length)} files`}, ${sizeWords(share.size)}`,
    ...files.map(({ path, size }) => `  ${displayText(path.join('/'))}, ${sizeWords(size)}`),
    ...(share.endsAt === null ? [] : [`It ends on ${momentWords(share.endsAt)}`]),
    ...(swarm ? [`${people(swarm.seeds)} ${swarm.seeds === 1 ? 'has' : 'have'} it`] : []),
  ]
  return lines.join('\n')
}

function whyItWaits({ situation }: ShareSnapshot): string {
  switch (situation.kind) {
    case 'tracker-connecting':
      return 'connecting to the tracker'
    case 'tracker-unreachable':
      return 'the tracker does not answer; trying again'
    case 'tracker-refused':
      return `the tracker refuses it: ${displayText(situation.reason)}`
    case 'members-only':
      return 'the site is for members'
    case 'alone':
      return 'nobody who has it is online; waiting'
    case 'connecting':
      return `connecting to ${people(situation.others)}`
    case 'unreachable':
      return `${people(situation.others)} there, but no connection comes about; trying on`
    case 'peers-without-data':
      return `connected to ${people(situation.peers)}, who lack the same; waiting`
    case 'choked':
      return `connected to ${people(situation.peers)}, waiting for a turn`
    default:
      return 'looking for people who have it'
  }
}
