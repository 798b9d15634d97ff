import type { SiteServer } from './server.ts'

/** How many files of its media folder a site publishes by now. */
export async function published(site: SiteServer): Promise<number> {
  const response = await fetch(`${site.url}media.json`)
  return ((await response.json()) as { files: unknown[] }).files.length
}
