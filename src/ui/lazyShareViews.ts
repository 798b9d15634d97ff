import { LazyPart } from '../state/lazyPart.svelte.ts'

export type LazyShareViews = ReturnType<typeof lazyShareViews>

export function lazyShareViews() {
  return new LazyPart(() => import('./shareViews.ts'))
}
