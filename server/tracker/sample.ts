/**
 * Up to `count` different places below `size`, each set of them as likely as any other. `random` is in [0, 1).
 * Takes time for `count`, not for `size` (Floyd's sampling).
 */
export function samplePlaces(size: number, count: number, random: () => number): Set<number> {
  const chosen = new Set<number>()
  for (let upper = Math.max(0, size - count); upper < size; upper += 1) {
    const drawn = Math.floor(random() * (upper + 1))
    chosen.add(chosen.has(drawn) ? upper : drawn)
  }
  return chosen
}
