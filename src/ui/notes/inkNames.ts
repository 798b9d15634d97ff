/** What the inks are called, by number. */
export const INK_NAMES = ['Red', 'Amber', 'Green', 'Aqua', 'Blue', 'Violet', 'Pink', 'White'] as const
