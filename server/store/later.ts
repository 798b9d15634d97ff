/**
 * A store as the server uses it: what `Now` names is answered at once, and what `Decided` names may be decided
 * elsewhere, and answered later.
 */
export type Later<Store, Now extends keyof Store, Decided extends keyof Store> = Readonly<
  Pick<Store, Now>
> & {
  readonly [Name in Decided]: Store[Name] extends (...parameters: infer Parameters) => infer Result
    ? (...parameters: Parameters) => Result | Promise<Result>
    : never
}
