/** The tokens' colours as a canvas needs them: resolved for the theme in which the element stands. */
export interface Palette {
  readonly get: string
  readonly give: string
  readonly line: string
  readonly muted: string
  readonly text: string
}

export function paletteOf(element: Element): Palette {
  const style = getComputedStyle(element)
  const colour = (name: string) => style.getPropertyValue(name).trim()
  return {
    get: colour('--get'),
    give: colour('--give'),
    line: colour('--line'),
    muted: colour('--muted'),
    text: colour('--text'),
  }
}
