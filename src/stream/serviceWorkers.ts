/** Null where a page may have no service workers: without https, and in a sandboxed frame, where even asking throws. */
export function serviceWorkers(): ServiceWorkerContainer | null {
  try {
    return 'serviceWorker' in navigator ? navigator.serviceWorker : null
  } catch {
    return null
  }
}
