/** What somebody draws lots by, the same for all who know the peer id: its end is random in every program. */
export function seedOf(peerId: string): number {
  return Number.parseInt(peerId.slice(-8), 16) >>> 0
}
