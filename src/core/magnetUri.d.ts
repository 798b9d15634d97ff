/** The package has no types of its own; this is what the project uses of it. */
declare module 'magnet-uri' {
  /** Keys are those of the link; a key with an array is repeated, but for `so`, which becomes ranges (BEP 53). */
  export function encode(parameters: {
    readonly xt: string
    readonly dn?: string
    readonly xl?: number
    readonly tr: readonly string[]
    readonly ws: readonly string[]
    readonly xs: readonly string[]
    /** Rising. */
    readonly so?: readonly number[]
  }): string

  /** Its reading of a link: a measure for tests. */
  export default function decode(magnet: string): {
    readonly infoHash?: string
    readonly dn?: string
    readonly announce?: readonly string[]
    readonly urlList?: readonly string[]
    readonly so?: readonly number[]
  }
}
