import { homePlaceIn } from '../core/homePlace.ts'
import { SHARE_TARGET, SHARED } from '../core/sharedAddress.ts'
import type { Bringing } from './bringing.svelte.ts'
import type { Navigation } from './navigation.svelte.ts'
import { pathHere, siteRoot } from './onSite.ts'
import type { Toasts } from './toasts.svelte.ts'

/** The browser's hand-over of what an installed page was opened with; in no TypeScript library yet. */
interface LaunchQueue {
  setConsumer(
    consumer: (launch: {
      readonly targetURL?: string | null
      readonly files?: readonly FileSystemFileHandle[]
    }) => void,
  ): void
}

interface LaunchDeps {
  readonly window: Window & { readonly launchQueue?: LaunchQueue }
  readonly intake: Pick<Bringing, 'files' | 'pasted'>
  readonly toasts: Pick<Toasts, 'alarm'>
  readonly navigation: Pick<Navigation, 'homeAt'>
  /** Opened as an app. In a browser's tab the address may be any site's, and makes a share of no text unasked. */
  readonly isApp: boolean
}

/**
 * What other programs bring, as the manifest says: a magnet link (`?open=`), a .torrent file, something shared from a
 * phone, which the service worker has kept (`?shared=`; `?text=` of what was installed before), a shortcut (`?go=`). Taken
 * once: the address goes on without it, so that a reload does not open it again.
 */
export function takeLaunches({ window, intake, toasts, navigation, isApp }: LaunchDeps): void {
  const open = async (url: URL) => {
    const text = launchedText(url)
    const place = homePlaceIn(url)
    if (place !== null) navigation.homeAt(place)
    else if (text !== null) await intake.pasted(text, isApp)
    else if (isShared(url)) {
      const { openShared } = await import('./shared.ts')
      await openShared(url, { caches: window.caches, intake, toasts, isApp })
    }
  }
  const here = new URL(window.location.href)
  if (launchedText(here) !== null || isShared(here) || homePlaceIn(here) !== null) {
    const path = pathHere(here) === SHARE_TARGET ? siteRoot() : here.pathname
    window.history.replaceState(null, '', `${path}${here.hash}`)
    void open(here)
  }
  // What was shared comes to its own address, and from there to the page's.
  const isTaken = (url: URL) => pathHere(url) === SHARE_TARGET && isShared(here)
  let isFirst = true
  window.launchQueue?.setConsumer(({ targetURL, files = [] }) => {
    // The first launch is the page's own address, which is taken already.
    const isOwn = isFirst && targetURL === here.href
    isFirst = false
    if (typeof targetURL === 'string' && !isOwn && !isTaken(new URL(targetURL))) void open(new URL(targetURL))
    for (const handle of files) {
      void handle.getFile().then(
        (file) => intake.files({ files: [{ file, path: [file.name] }], leftOut: [] }),
        () => toasts.alarm({ code: 'launch-not-read', name: handle.name }),
      )
    }
  })
}

/** The link, or the text with one in it; null for an address that brings nothing. */
export function launchedText({ searchParams }: URL): string | null {
  const brought = searchParams.get('open') ?? searchParams.get('text')
  return brought === null || brought.trim() === '' ? null : brought
}

/** Chromium names the address that it sent something shared to, also where it dropped that for a page that was open. */
function isShared(url: URL): boolean {
  return pathHere(url) === SHARE_TARGET || url.searchParams.has(SHARED)
}
