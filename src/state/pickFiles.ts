import { filesOfHandles, type Brought } from './incomingFiles.ts'

/**
 * Answers a click on a file input by the browser's picker of handles, where it has one: what an input hands over is
 * forgotten with the next reload, and a handle opens the same file again.
 *
 * @param take gets what was chosen
 */
export function pickInstead(
  event: MouseEvent & { readonly currentTarget: HTMLInputElement },
  take: (brought: Brought) => void,
): void {
  const input = event.currentTarget
  if (!window.showOpenFilePicker || refusing.has(input)) return
  event.preventDefault()
  void pick(input.multiple).then(
    async (handles) => {
      if (handles !== null) take(await filesOfHandles(handles))
    },
    () => {
      // A picker that does not work here (a policy, a frame) is as good as none.
      refusing.add(input)
      // Not before the click that led here is over: an element that is being clicked is not clicked again.
      setTimeout(() => input.click())
    },
  )
}

const refusing = new WeakSet<HTMLInputElement>()

/** Null when the picker was put away. */
async function pick(multiple: boolean): Promise<FileSystemFileHandle[] | null> {
  try {
    return (await window.showOpenFilePicker?.({ multiple })) ?? null
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return null
    throw error
  }
}
