import { Peer } from './peer.ts'
import { tellViolations } from './trouble.ts'

/** Another tab of the same browser: what the site keeps is common to both. It is on no address yet. */
export async function newTab(peer: Peer, site: string): Promise<Peer> {
  const page = await peer.context.newPage()
  await tellViolations(page)
  return new Peer(peer.context, page, site)
}
