/** The pickers for folders and files (File System Access); TypeScript's DOM library leaves them out. */
interface Window {
  showDirectoryPicker(options?: { mode?: 'read' | 'readwrite' }): Promise<FileSystemDirectoryHandle>
  /** Chromium alone has it, as the next. */
  showOpenFilePicker?(options?: { multiple?: boolean }): Promise<FileSystemFileHandle[]>
  showSaveFilePicker?(options?: {
    suggestedName?: string
    types?: readonly { accept: Readonly<Record<string, readonly string[]>> }[]
  }): Promise<FileSystemFileHandle>
}

/** What was dropped, as a handle that can be kept (File System Access); Chromium's. */
interface DataTransferItem {
  getAsFileSystemHandle?(): Promise<FileSystemHandle | null>
}
