/** A value of `Base` that has passed the check its name stands for; only the module that checks may make one. */
export type Branded<Base, Name extends string> = Base & { readonly [brand]: Name }

declare const brand: unique symbol

/** A count of bytes: a whole number, never negative. */
export type Bytes = number

/** Bytes each second. */
export type BytesPerSecond = number

/** A point in time or a span, in milliseconds. */
export type Milliseconds = number
