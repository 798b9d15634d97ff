/** Fields that several routes have. */
export const INFO_HASH = {
  type: 'string',
  description: 'Info hash, 40 lower-case hex digits',
  maxLength: 40,
  pattern: '[0-9a-f]{40}',
} as const

export const ID = { type: 'string', description: 'Number', maxLength: 15, pattern: '[1-9][0-9]*' } as const

export const PAGE = {
  offset: { type: 'integer', description: 'How many to leave out', minimum: 0, maximum: 1e9, default: 0 },
  limit: { type: 'integer', description: 'How many to return', minimum: 1, maximum: 500, default: 50 },
} as const

export const SEARCH = {
  type: 'string',
  description: 'Part of a name, in upper or lower case, or the beginning of an info hash',
  maxLength: 200,
  default: '',
} as const

/** One secret: a passkey, a link's or an invitation's. */
export const SECRET = {
  type: 'string',
  description: '40 hex digits',
  maxLength: 100,
} as const

/** `text` without what cannot be seen, and trimmed: for names that people read. */
export function tidy(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}]+/gu, ' ').trim()
}
