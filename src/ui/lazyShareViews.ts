import { LazyPart } from '../state/lazyPart.svelte.ts'
import { withWords } from './words/words.ts'

export type LazyShareViews = ReturnType<typeof lazyShareViews>

export function lazyShareViews() {
  return new LazyPart(() => withWords(import('./shareViews.ts'), 'share', 'settings', 'faults'))
}
