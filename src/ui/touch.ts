import { MediaQuery } from 'svelte/reactivity'

/** Whether there are only fingers to point with: nothing can be dragged here and dropped. */
export const isTouched = new MediaQuery('(hover: none) and (pointer: coarse)')
