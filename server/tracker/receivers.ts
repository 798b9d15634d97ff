import type { Member, Swarm } from './swarm.ts'

/**
 * Of so many offers, two in five and two at least may go to peers of other nodes where this one has enough of its own:
 * an offer and its answer that cross cost about as much again as the whole of one that stays. Two keep a swarm in one
 * piece, however many nodes it is spread over: a graph in which everybody chooses two others by chance is connected
 * almost surely (Fenner and Frieze, 1982), and here each chooses three more at its own node besides.
 */
const SHARE_ELSEWHERE = 0.4
const LEAST_ELSEWHERE = 2

/**
 * Whom a peer's offers go to: `count` at most, by chance. Whoever `has` one of it already comes last, then those of
 * other nodes beyond their share; who is there is as likely as any other, and so is who is not.
 */
export function chooseReceivers<Peer extends Member>(
  swarm: Swarm<Peer>,
  peer: Peer,
  count: number,
  has: ReadonlySet<Peer>,
  random: () => number,
): readonly Peer[] {
  const { here, elsewhere } = swarm
  if (count <= 0) return []
  if (elsewhere === 0) {
    const drawn = swarm.sampleHere(peer, count + has.size, random)
    return has.size === 0 ? drawn : byTier(drawn, has).flat().slice(0, count)
  }
  // As many as by chance alone, on average, so that nobody is chosen more often than others where few are elsewhere.
  const expected = (count * elsewhere) / (here - 1 + elsewhere)
  const most = Math.max(LEAST_ELSEWHERE, Math.floor(count * SHARE_ELSEWHERE))
  let away = Math.min(Math.floor(expected + random()), most)
  const near = byTier(swarm.sampleHere(peer, count - away + has.size, random), has)
  const missing = Math.max(0, count - away - near[0].length)
  const far = byTier(swarm.sampleElsewhere(peer, away + missing + has.size, random), has)
  const chosen: Peer[] = []
  for (const tier of [0, 1] as const) {
    const room = count - chosen.length
    const fromFar = far[tier].slice(0, Math.min(room, Math.max(away, room - near[tier].length)))
    chosen.push(...near[tier].slice(0, room - fromFar.length), ...fromFar)
    away = Math.max(0, away - fromFar.length)
  }
  return chosen
}

function byTier<Peer>(
  drawn: readonly Peer[],
  has: ReadonlySet<Peer>,
): readonly [fresh: readonly Peer[], known: readonly Peer[]] {
  if (has.size === 0) return [drawn, []]
  return [drawn.filter((each) => !has.has(each)), drawn.filter((each) => has.has(each))]
}
