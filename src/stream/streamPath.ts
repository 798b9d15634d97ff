import { parseInfoHash, type InfoHash } from '../core/infoHash.ts'

/** Addresses of the files of shares, answered by the service worker and by nobody else. */
export const STREAM_FOLDER = '/stream/'

const PATH = /^\/stream\/([0-9a-f]{40})\/(\d{1,6})\/[^/]+$/

/** @param name is there for people and for players that look at it; the index says which file is meant */
export function streamPath(infoHash: InfoHash, file: number, name: string): string {
  return `${STREAM_FOLDER}${infoHash}/${file}/${encodeURIComponent(name.toWellFormed())}`
}

/** What a path names, or null for any other path. */
export function streamedFile(pathname: string): { infoHash: InfoHash; file: number } | null {
  const [, hash, file] = PATH.exec(pathname) ?? []
  const infoHash = hash === undefined ? null : parseInfoHash(hash)
  return infoHash && file !== undefined ? { infoHash, file: Number(file) } : null
}
