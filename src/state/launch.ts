import type { Intake } from './intake.svelte.ts'
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
  readonly intake: Pick<Intake, 'files' | 'pasted'>
  readonly toasts: Pick<Toasts, 'alarm'>
}

/**
 * What other programs bring, as the manifest says: a magnet link (`?open=`), something shared from a phone (`?text=`),
 * a .torrent file. Taken once: the address goes on without it, so that a reload does not open it again.
 */
export function takeLaunches({ window, intake, toasts }: LaunchDeps): void {
  const open = async (url: URL) => {
    const text = launchedText(url)
    if (text !== null) await intake.pasted(text)
  }
  const here = new URL(window.location.href)
  if (launchedText(here) !== null) {
    window.history.replaceState(null, '', `${here.pathname}${here.hash}`)
    void open(here)
  }
  window.launchQueue?.setConsumer(({ targetURL, files = [] }) => {
    // The first launch is the page's own address, which is taken already.
    if (typeof targetURL === 'string' && targetURL !== here.href) void open(new URL(targetURL))
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
