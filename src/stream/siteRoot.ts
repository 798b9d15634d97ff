import { pathOnHost, type SiteRoot } from '../core/sitePath.ts'

/** As the server wrote it into the page (`server/site/siteFiles.ts`): the build does not know it. */
export function siteRoot(): SiteRoot {
  const told = typeof document === 'undefined' ? undefined : document.documentElement.dataset['root']
  return told ?? '/'
}

/** Where a path of the site is on its host. */
export function onSite(path: string): string {
  return pathOnHost(siteRoot(), path)
}

/** The site's whole address, with a slash at its end. */
export function siteHref(): string {
  return `${location.origin}${siteRoot()}`
}
