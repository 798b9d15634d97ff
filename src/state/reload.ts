/** Loads the page anew; does nothing while the site does not answer, since the browser's error page helps nobody. */
export async function reloadIfThere(): Promise<void> {
  try {
    const { ok } = await fetch(location.href, { cache: 'no-store' })
    if (ok) location.reload()
  } catch {
    // What is shown says so already.
  }
}
