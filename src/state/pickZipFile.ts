/**
 * Lets the user choose where a ZIP goes. Null where the browser has no such picker, so that it is to be
 * downloaded; `dismissed` when the picker was put away. To be called by a click, before anything is awaited.
 */
export async function pickZipFile(name: string): Promise<FileSystemFileHandle | null | 'dismissed'> {
  if (!window.showSaveFilePicker) return null
  try {
    return await window.showSaveFilePicker({
      suggestedName: name,
      types: [{ accept: { 'application/zip': ['.zip'] } }],
    })
  } catch (error) {
    const isDismissed = error instanceof DOMException && error.name === 'AbortError'
    // A picker that does not work here (a name it refuses, a policy) is as good as none.
    return isDismissed ? 'dismissed' : null
  }
}
