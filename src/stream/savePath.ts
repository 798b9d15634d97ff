/**
 * Addresses of downloads, answered by the service worker and by nobody else. The name is there for browsers
 * that look at it before they see the headers; the id says which download is meant.
 */

/** The worker's scope as well: it is asked for nothing else. */
export const SAVE_FOLDER = '/save/'

const PATH = /^\/save\/([0-9a-f-]{36})\/[^/]+$/

/** @param id a random UUID: nobody can guess a download of somebody else's page */
export function savePath(id: string, name: string): string {
  return `${SAVE_FOLDER}${id}/${encodeURIComponent(name.toWellFormed())}`
}

/** The id in a path, or null for any other path. */
export function savedId(pathname: string): string | null {
  return PATH.exec(pathname)?.[1] ?? null
}
