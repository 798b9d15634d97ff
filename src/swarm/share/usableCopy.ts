import { webSeedsAmong } from '../../core/invitation.ts'
import type { Metainfo } from '../../torrent/metainfo.ts'
import { OriginError } from '../origin/problems.ts'
import { SwarmError } from '../problems.ts'

/**
 * The address of an HTTP copy that somebody names, once it was found to be one. Rejects with a {@link SwarmError} else.
 *
 * @param metainfo of an active share; null where there is none
 * @param site where the page comes from
 */
export async function usableCopy(address: string, metainfo: Metainfo | null, site: string): Promise<string> {
  const [url] = webSeedsAmong([address.trim()])
  if (url === undefined) throw new SwarmError({ code: 'not-a-web-address' })
  if (!metainfo) throw new SwarmError({ code: 'share-not-ready' })
  try {
    const { checkOrigin } = await import('../origin/checkOrigin.ts')
    const secure = site.startsWith('https:')
    await checkOrigin(url, metainfo, Math.random, (...request) => fetch(...request), secure)
  } catch (error) {
    const problem = error instanceof OriginError ? error.problem : ({ code: 'origin-silent' } as const)
    throw new SwarmError({ code: 'copy-unusable', problem }, { cause: error })
  }
  return url
}
