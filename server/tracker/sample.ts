/** What stands in a list at its `index`. */
interface Placed {
  index: number
}

/**
 * Up to `count` different members of a list other than `self`, each set of them as likely as any other. They are
 * moved to the list's beginning for it, which takes time for `count` alone, and no memory. `random` is in [0, 1).
 * With `begin` and `end` the same of that part of the list.
 */
export function draw<Item extends Placed>(
  list: Item[],
  self: Item,
  count: number,
  random: () => number,
  begin = 0,
  end = list.length,
): Item[] {
  const drawn: Item[] = []
  for (let place = begin; place < end && drawn.length < count; place += 1) {
    const from = place + Math.floor(random() * (end - place))
    const [item, former] = [list[from], list[place]]
    if (!item || !former) break
    list[from] = former
    former.index = from
    list[place] = item
    item.index = place
    if (item !== self) drawn.push(item)
  }
  return drawn
}
