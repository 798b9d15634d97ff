import { onSite, siteRoot } from '../../state/onSite.ts'

/**
 * Shows a notification; whoever clicks on it comes back to the page.
 *
 * @param href of what it is about, on this page
 */
export async function notify({ title, body }: { title: string; body: string }, href: string): Promise<void> {
  // One for each share: the next takes its place.
  const options = { body, icon: onSite('/icon-192.png'), tag: href }
  try {
    const notification = new Notification(title, options)
    notification.onclick = () => {
      window.focus()
      window.location.hash = href
      notification.close()
    }
  } catch {
    // On Android only a service worker may.
    const registration = await navigator.serviceWorker.getRegistration(siteRoot())
    await registration?.showNotification(title, { ...options, data: href }).catch(() => undefined)
  }
}
