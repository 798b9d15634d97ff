import type { Bytes } from './brand.ts'

/** What a `Range` header asks for of something so long: `from` to before `to`. */
export type AskedRange =
  | { readonly kind: 'whole' }
  | { readonly kind: 'part'; readonly from: Bytes; readonly to: Bytes }
  | { readonly kind: 'unsatisfiable' }

/** One range: first and last byte, or how many from the end (RFC 9110, 14.1.2). */
const ONE_RANGE = /^bytes=[ \t]*(\d*)-(\d*)[ \t]*$/i

/**
 * Reads the `Range` header of a GET (RFC 9110, 14.2); it means nothing in any other request. What is no single valid
 * range of bytes is answered as if nothing had been asked, which the RFC leaves to the server: several ranges at once
 * no media element asks for. A number may have any length: what lies past the end is cut off there.
 */
export function parseRange(header: string | null, size: Bytes): AskedRange {
  const [, first, last] = ONE_RANGE.exec(header ?? '') ?? []
  if (first === undefined || last === undefined || (first === '' && last === '')) return { kind: 'whole' }
  if (first === '') {
    const length = Math.min(Number(last), size)
    return length === 0 ? { kind: 'unsatisfiable' } : { kind: 'part', from: size - length, to: size }
  }
  const from = Number(first)
  const to = last === '' ? size : Math.min(Number(last) + 1, size)
  if (last !== '' && Number(last) < from) return { kind: 'whole' }
  return from >= size ? { kind: 'unsatisfiable' } : { kind: 'part', from, to }
}

/** The `Content-Range` of a part (RFC 9110, 14.4). */
export function contentRange(from: Bytes, to: Bytes, size: Bytes): string {
  return `bytes ${from}-${to - 1}/${size}`
}

/**
 * Reads a `Content-Range`; null when it is not one of bytes, or makes no sense. `size` is null where the sender does
 * not know it.
 */
export function parseContentRange(
  header: string | null,
): { readonly from: Bytes; readonly to: Bytes; readonly size: Bytes | null } | null {
  const [, first, last, whole] =
    /^bytes (\d{1,15})-(\d{1,15})\/(\d{1,15}|\*)$/i.exec(header?.trim() ?? '') ?? []
  if (first === undefined || last === undefined) return null
  const range = { from: Number(first), to: Number(last) + 1, size: whole === '*' ? null : Number(whole) }
  return range.to > range.from && (range.size === null || range.to <= range.size) ? range : null
}
