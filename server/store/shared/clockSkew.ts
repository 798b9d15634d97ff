/** A question for the time, in milliseconds: when it was asked and answered by one clock, and what another one says. */
export interface TimeTold {
  readonly askedAt: number
  readonly told: number
  readonly answeredAt: number
}

/**
 * What one's own clock lacks of the other, in milliseconds: the least that explains the answer. An answer takes its time,
 * which is no difference of clocks: taken for one, what a client said before a restart of its node could seem later than
 * what it said after, and would be left out of the books.
 */
export function clockSkew({ askedAt, told, answeredAt }: TimeTold): number {
  if (told < askedAt) return told - askedAt
  return told > answeredAt ? told - answeredAt : 0
}
