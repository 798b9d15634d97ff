/** Where players' libraries take the files of a share to be: their paths below an address that does not exist. */
const BASE = 'https://swarm.invalid/'

export function addressInShare(path: readonly string[]): string {
  return BASE + path.map(encodeURIComponent).join('/')
}

/** The path that an address names; null for one that leads out of the share. */
export function pathInShare(address: string): readonly string[] | null {
  if (!address.startsWith(BASE)) return null
  try {
    return new URL(address).pathname.slice(1).split('/').map(decodeURIComponent)
  } catch {
    return null
  }
}
