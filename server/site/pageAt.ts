import { StaticFile } from './staticFile.ts'

const PICTURE = /(<meta property="og:image" content=")(\/[^"]*)"/

/** A site has one address, or a few; more are made up by somebody who asks. */
const MOST_ADDRESSES = 8

/**
 * The page as it is at an address. Messengers show the picture of a link only if the page names it by its whole address
 * (Open Graph), and the address is what each visitor calls the site by.
 */
export function pageAt(page: StaticFile): (site: URL | null) => StaticFile {
  const made = new Map<string, StaticFile>()
  return (site) => {
    if (!site) return page
    const known = made.get(site.href)
    if (known) return known
    const file = new StaticFile('/index.html', withPicture(page.content, site))
    const [oldest] = made.keys()
    if (oldest !== undefined && made.size >= MOST_ADDRESSES) made.delete(oldest)
    made.set(site.href, file)
    return file
  }
}

function withPicture(page: Buffer, site: URL): Buffer {
  const written = page.toString().replace(PICTURE, (_, before: string, path: string) => {
    return `${before}${new URL(path, site).href.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`
  })
  return Buffer.from(written)
}
