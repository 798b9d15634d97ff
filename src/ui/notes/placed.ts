import type { Attachment } from 'svelte/attachments'

/** Gives an element places and sizes by script, as the site's policy wants it; null takes one away. */
export function placed(
  styles: Readonly<Record<string, string | null>>,
): Attachment<HTMLElement | SVGElement> {
  return ({ style }) => {
    for (const [name, value] of Object.entries(styles)) style.setProperty(name, value)
  }
}
