/** Whether there are only fingers to point with: nothing can be dragged here and dropped. */
export const isTouched = matchMedia('(hover: none) and (pointer: coarse)').matches
