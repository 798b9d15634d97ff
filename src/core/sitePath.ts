/**
 * Where the site is on its host, with a slash at either end: `/`, or such as `/shoal/` (PUBLIC_URL). All paths in this
 * code begin with the slash at its end, as if the site had the host for itself.
 */
export type SiteRoot = string

/** A path on the host as one of the site; null for what is elsewhere on the host. */
export function pathOnSite(root: SiteRoot, pathname: string): string | null {
  return pathname.startsWith(root) ? pathname.slice(root.length - 1) : null
}

/** A path of the site as one on its host. */
export function pathOnHost(root: SiteRoot, path: string): string {
  return root + path.slice(1)
}
