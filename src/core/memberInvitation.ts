/**
 * The token of an invitation to become a member: `#invitation=<40 hex digits>`. It stands behind the `#`, which
 * no server and no log gets to see.
 */
export function tokenOfFragment(fragment: string): string | null {
  return /^invitation=([0-9a-f]{40})$/i.exec(fragment)?.[1]?.toLowerCase() ?? null
}

/** The token in a whole link to `site`, which ends with a slash; null for any other text, and for links of other sites. */
export function tokenOfLink(text: string, site: string): string | null {
  const url = URL.parse(text.trim())
  return url && `${url.origin}${url.pathname}` === site ? tokenOfFragment(url.hash.slice(1)) : null
}
