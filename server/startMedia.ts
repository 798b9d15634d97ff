import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Log } from './log.ts'
import { createMediaSite, type MediaSiteOptions } from './media/mediaSite.ts'
import { Publisher } from './media/publisher.ts'
import type { Settings } from './settings.ts'
import { securityHeaders } from './site/headers.ts'
import type { Store } from './store/store.ts'

/** Publishes the media folder until the signal ends it; null without one. Answers false for other requests. */
export function startMedia(
  { mediaDir, publicUrl, trustProxy }: Settings,
  store: Store,
  answers: Pick<MediaSiteOptions, 'inFlight' | 'addressOf'>,
  log: Log,
  signal: AbortSignal,
): ((request: IncomingMessage, response: ServerResponse) => boolean) | null {
  if (mediaDir === null) return null
  const publisher = new Publisher({
    folder: mediaDir,
    media: store.media,
    // The owner's own: served at once, whoever else has to be listed.
    published: (infoHash, name) => store.torrents.register(infoHash, name, null, 'listed'),
    log,
    now: () => Date.now(),
  })
  void publisher.run(signal)
  return createMediaSite({
    publisher,
    publicUrl,
    trustProxy,
    headers: securityHeaders(publicUrl),
    ...answers,
    log,
  })
}
