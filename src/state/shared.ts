import { SHARED } from '../core/sharedAddress.ts'
import { MISSED, TOO_LARGE } from '../stream/handedOver/sharedNames.ts'
import { takeShared } from '../stream/handedOver/takeShared.ts'
import { named } from './incomingFiles.ts'
import type { Intake } from './intake.svelte.ts'
import type { Toasts } from './toasts.svelte.ts'

interface SharedDeps {
  readonly caches: CacheStorage | undefined
  readonly intake: Pick<Intake, 'files' | 'pasted'>
  readonly toasts: Pick<Toasts, 'alarm'>
  /** Opened as an app, which is all that the system shares with; in a browser's tab any site may have sent it. */
  readonly isApp: boolean
}

/** Takes in what was shared with the page, as its address says; what comes from who knows where is asked about first. */
export async function openShared(address: URL, { caches, intake, toasts, isApp }: SharedDeps): Promise<void> {
  const id = address.searchParams.get(SHARED) ?? MISSED
  if (id === TOO_LARGE) {
    toasts.alarm({ code: 'shared-too-large' })
    return
  }
  const shared = caches && (await takeShared(caches, id).catch(() => null))
  if (!shared) {
    toasts.alarm({ code: 'shared-missed' })
    return
  }
  const { files, text } = shared
  const take = () =>
    // The system gives copies: nobody could choose them again.
    files.length > 0
      ? intake.files(named({ files: files.map((file) => ({ file, path: [file.name] })), leftOut: [] }), true)
      : intake.pasted(text ?? '')
  if (isApp) await take()
  else toasts.alarm({ code: 'shared-asks', count: files.length }, [{ code: 'send', run: () => void take() }])
}
