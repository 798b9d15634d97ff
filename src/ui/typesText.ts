const CHOSEN = ['checkbox', 'radio', 'range', 'button', 'submit', 'file']

/** Whether keys that go to this element are text that somebody types, or a choice from its list. */
export function typesText(target: EventTarget | null | undefined): boolean {
  if (target instanceof HTMLInputElement) return !CHOSEN.includes(target.type)
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true
  return target instanceof HTMLElement && target.isContentEditable
}
