import { serviceWorkers } from '../stream/serviceWorkers.ts'
import type { GoRequest } from '../stream/streamMessages.ts'

/** Goes where the worker says, when somebody clicks on what it has told outside the page. */
export function followClicks(window: Window, lifetime: AbortSignal): void {
  serviceWorkers()?.addEventListener(
    'message',
    ({ data }: MessageEvent<Partial<GoRequest> | null>) => {
      if (data?.kind === 'go' && typeof data.href === 'string') window.location.hash = data.href
    },
    { signal: lifetime },
  )
}
