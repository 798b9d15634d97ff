/** Has something done when a test ends; every runner has its own way. */
export type AtEnd = (act: () => void | Promise<void>) => void
