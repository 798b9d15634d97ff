interface Coded {
  readonly code: string
}

/** A problem's words, by its code; with the data that belongs to it. */
export type WordsFor<P extends Coded> = {
  readonly [C in P['code']]: string | ((problem: Extract<P, { readonly code: C }>) => string)
}

/** `P`, whose problem has one of its own codes: what a compiler can follow. */
export function say<P extends Coded>(
  table: WordsFor<P>,
  problem: Extract<P, { readonly code: P['code'] }>,
): string {
  return sayBy<{ [C in P['code']]: Extract<P, { readonly code: C }> }, P['code']>(
    table,
    problem.code,
    problem,
  )
}

function sayBy<M, C extends keyof M>(
  table: { readonly [K in C]: string | ((problem: M[K]) => string) },
  code: C,
  problem: M[C],
): string {
  const words = table[code]
  return typeof words === 'string' ? words : words(problem)
}
