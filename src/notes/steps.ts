/*
 * Work that grows with what others have written is a generator: it yields whenever the page may have its turn, and
 * whoever runs it decides whether that is due (see `pauses.ts`).
 */

/** Things that are looked at between two points at which the work may pause. */
export const STEP = 200

/** All of the work at once, for who can wait. */
export function finished<Result>(work: Generator<void, Result>): Result {
  for (;;) {
    const { done, value } = work.next()
    if (done) return value
  }
}

/** A sorted copy. */
export function* sorted<Item>(
  items: readonly Item[],
  order: (a: Item, b: Item) => number,
): Generator<void, Item[]> {
  const lists: Item[][] = []
  for (let at = 0; at < items.length; at += STEP) {
    lists.push(items.slice(at, at + STEP).sort(order))
    yield
  }
  return yield* merged(lists, order)
}

/** One list in order of several that are. */
export function* merged<Item>(lists: Item[][], order: (a: Item, b: Item) => number): Generator<void, Item[]> {
  let rest = lists
  while (rest.length > 1) {
    const halved: Item[][] = []
    for (let at = 0; at < rest.length; at += 2) {
      halved.push(yield* mergedTwo(rest[at] ?? [], rest[at + 1] ?? [], order))
    }
    rest = halved
  }
  return rest[0] ?? []
}

function* mergedTwo<Item>(
  a: readonly Item[],
  b: readonly Item[],
  order: (a: Item, b: Item) => number,
): Generator<void, Item[]> {
  if (b.length === 0) return [...a]
  const all: Item[] = []
  let [left, right] = [0, 0]
  while (left < a.length || right < b.length) {
    if (all.length % STEP === STEP - 1) yield
    const [one, other] = [a[left], b[right]]
    if (one !== undefined && (other === undefined || order(one, other) <= 0)) {
      all.push(one)
      left++
    } else if (other !== undefined) {
      all.push(other)
      right++
    }
  }
  return all
}
