import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { InfoHash } from '../src/core/infoHash.ts'
import type { Log } from './log.ts'
import { liveKey } from './media/live/liveKey.ts'
import { LiveStreams } from './media/live/liveStreams.ts'
import { createMediaSite, type MediaSiteOptions } from './media/mediaSite.ts'
import { Publisher } from './media/publisher.ts'
import type { Settings } from './settings.ts'
import { securityHeaders } from './site/headers.ts'
import type { Store } from './store/store.ts'

/** Publishes the media folder until the signal ends it; null without one. Answers false for other requests. */
export function startMedia(
  { mediaDir, mediaLive, dataDir, publicUrl, trustProxy }: Settings,
  store: Store,
  answers: Pick<MediaSiteOptions, 'inFlight' | 'addressOf'>,
  log: Log,
  signal: AbortSignal,
): ((request: IncomingMessage, response: ServerResponse) => boolean) | null {
  if (mediaDir === null) return null
  const now = () => Date.now()
  // The owner's own: served at once, whoever else has to be listed.
  const published = (infoHash: InfoHash, name: string) =>
    store.torrents.register(infoHash, name, null, 'listed')
  const live = new LiveStreams({
    folder: mediaDir,
    addresses: mediaLive,
    key: liveKey(dataDir),
    cache: join(dataDir ?? join(tmpdir(), `shoal-${process.pid}`), 'live-parts'),
    published,
    changed: () => publisher.liveChanged(),
    log,
    now,
  })
  const publisher = new Publisher({ folder: mediaDir, media: store.media, live, published, log, now })
  void publisher.run(signal)
  return createMediaSite({
    publisher,
    live,
    publicUrl,
    trustProxy,
    headers: securityHeaders(publicUrl),
    ...answers,
    log,
  })
}
