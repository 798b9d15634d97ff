const PRINTABLE_ASCII = /^[ -~]*$/

/** Most names are such ones, and a share may have 100,000: what only other letters need is left out for them. */
export function isPrintableAscii(text: string): boolean {
  return PRINTABLE_ASCII.test(text)
}
