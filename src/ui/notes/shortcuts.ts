import type { ReviewDesk } from '../../state/review/desk.svelte.ts'

/** Does what a key says; false for one that says nothing here. */
export function takeKey(event: KeyboardEvent, desk: ReviewDesk): boolean {
  const act = actOf(event, desk)
  if (!act) return false
  event.preventDefault()
  act()
  return true
}

function actOf(event: KeyboardEvent, desk: ReviewDesk): (() => void) | null {
  const { key, altKey, ctrlKey, metaKey } = event
  const { writing } = desk.comparison
  const { draft } = writing
  const { moment } = writing.scene
  if ((ctrlKey || metaKey) && !altKey && key.toLowerCase() === 'z' && draft.drawing) return () => draft.undo()
  if (altKey || ctrlKey || metaKey) return null
  switch (key) {
    case 'n':
      return () => desk.step(1)
    case 'p':
      return () => desk.step(-1)
    case 't':
      return () => writing.type()
    case 'v':
      return desk.comparison.second ? () => desk.comparison.switch() : null
    case 'd':
      return () => writing.draw(!draft.drawing, true)
    case 'i':
      return moment === null ? null : () => writing.mark('begin', moment)
    case 'o':
      return moment === null ? null : () => writing.mark('end', moment)
    case 'Escape':
      if (!draft.drawing && desk.chosen === null) return null
      return () => {
        draft.drawing = false
        desk.chosen = null
      }
    default:
      return null
  }
}
