import { formatDuration, formatPercent } from './words/measures.ts'
import { displayText } from '../core/displayText.ts'
import type { PeerSnapshot, ShareSnapshot } from '../state/engineTypes.ts'
import { words } from './words/words.ts'

/** Connected, and nothing was fetched so far: somebody who looks at the page and has not clicked on Download. */
export function isLooking({ progress, giveRate, given }: PeerSnapshot): boolean {
  return progress === 0 && giveRate === 0 && given === 0
}

/** What somebody is called; programs that are no page of ours, by what they say they are. */
export function calledBy(known: string | null, { client }: PeerSnapshot): string {
  return known ?? (client.startsWith('Shoal') ? words.share.somebody : programWords(client))
}

/** The program at the other end, as it names itself. */
export function programWords(client: string): string {
  return client === '' ? words.share.unknownProgram : displayText(client)
}

/** What somebody does with a share, in words. */
export function doing(share: Pick<ShareSnapshot, 'size' | 'peers'>, peer: PeerSnapshot): string {
  if (peer.progress >= 1) return words.share.hasIt
  if (isLooking(peer)) return words.share.looks
  const left = secondsLeft(share, peer)
  return left === null
    ? formatPercent(peer.progress)
    : words.share.percentAndLeft(formatPercent(peer.progress), formatDuration(left))
}

/** Null where others give as well: how fast it goes there is then not known here. */
function secondsLeft(
  { size, peers }: Pick<ShareSnapshot, 'size' | 'peers'>,
  peer: PeerSnapshot,
): number | null {
  const onlySource = !peers.some((other) => other !== peer && other.progress > 0)
  return onlySource && peer.giveRate > 0 ? ((1 - peer.progress) * size) / peer.giveRate : null
}

/** Those who fetch first, then who looks, then who has it all. */
export function inOrder(peers: readonly PeerSnapshot[]): readonly PeerSnapshot[] {
  const rank = (peer: PeerSnapshot) => (peer.progress >= 1 ? 2 : isLooking(peer) ? 1 : 0)
  return peers.toSorted((a, b) => rank(a) - rank(b))
}
