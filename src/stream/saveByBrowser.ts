import { offerBlob } from './offerBlob.ts'
import { passingFile } from './passingFiles.ts'
import type { Savable, SaveOptions } from './savable.ts'
import { saveAsDownload } from './saveAsDownload.ts'
import { saveIntoFile } from './saveIntoFile.ts'

export { PackPool } from './packPool.ts'

/**
 * Saves a stream as an ordinary download of the browser, without holding it in memory: by way of the service worker,
 * or of a file where that would. Resolves and rejects as `saveAsDownload` does.
 */
export async function saveByBrowser(
  savable: Savable,
  options: SaveOptions,
): Promise<'finished' | 'cancelled'> {
  const file = await passingFile(savable.size)
  if (!file) return saveAsDownload(savable, options)
  await saveIntoFile(file, savable, options)
  offerBlob(await file.getFile(), savable.name)
  return 'finished'
}
