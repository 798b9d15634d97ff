/**
 * A member's passkey stands in the announce URL (`/announce/<passkey>`), and only there: whatever people see or
 * pass on names the tracker without it.
 */
const WITH_PASSKEY = /^(.*\/announce)\/[^/]+$/

/** `url` without the passkey, should it be one of the tracker at `host`; other trackers’ keys are their own matter. */
export function withoutPasskey(url: string, host: string): string {
  const parsed = URL.parse(url)
  const [, path] = parsed?.host === host ? (WITH_PASSKEY.exec(parsed.pathname) ?? []) : []
  return parsed && path !== undefined ? `${parsed.protocol}//${parsed.host}${path}` : url
}

/** Where to announce to `url`: the site's own tracker is told who asks. */
export function withPasskey(url: string, siteTracker: string, passkey: string | null): string {
  return url === siteTracker && passkey !== null ? `${siteTracker}/${passkey}` : url
}

/** The passkey in an announce address that somebody was given, of the site at `host`; null for any other text. */
export function passkeyIn(text: string, host: string): string | null {
  const parsed = URL.parse(text.trim())
  const passkey = parsed?.host === host ? /\/announce\/([0-9a-f]{40})$/.exec(parsed.pathname)?.[1] : undefined
  return passkey ?? null
}
