import { pathOnSite } from '../core/sitePath.ts'
import { siteRoot } from '../stream/siteRoot.ts'

export { onSite, siteHref, siteRoot } from '../stream/siteRoot.ts'

/** The page's own path on the site. */
export function pathHere({ pathname }: Pick<Location, 'pathname'>): string {
  return pathOnSite(siteRoot(), pathname) ?? '/'
}
