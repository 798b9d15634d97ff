import type { IceServer, Stats } from './peerConnection.ts'

/** Whether the way to the peer leads over a TURN server, its own or this page's; false while there is none. */
export function isRelayed(report: ReadonlyMap<string, Stats>): boolean {
  const stats = [...report.values()]
  const transport = stats.find(({ type }) => type === 'transport')
  // Firefox tells of no transport; the pair that was agreed on is its last nominated one.
  const pair =
    report.get(transport?.selectedCandidatePairId ?? '') ??
    stats.findLast(
      ({ type, nominated, state }) => type === 'candidate-pair' && nominated && state === 'succeeded',
    )
  const ends = [pair?.localCandidateId, pair?.remoteCandidateId]
  return ends.some((id) => report.get(id ?? '')?.candidateType === 'relay')
}

export function isTurn({ urls }: IceServer): boolean {
  return [urls].flat().some((url) => /^turns?:/.test(url))
}
