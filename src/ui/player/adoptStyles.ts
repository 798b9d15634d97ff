/**
 * media-chrome writes its styles as `<style>` elements into its shadow roots, where the site's
 * Content-Security-Policy refuses them, as it refuses everything inline but an empty one. The same text in a
 * constructed style sheet is the site's own script's doing and allowed. So for its elements, and no others, the text
 * of each `<style>` is moved into an adopted sheet, which the element answers as its own: media-chrome goes on to add
 * rules to it.
 *
 * Must run before the first of its elements is made.
 */
export function adoptStyles(): void {
  const attach = Reflect.get<Element, 'attachShadow'>(Element.prototype, 'attachShadow')
  Element.prototype.attachShadow = function (this: Element, init) {
    const root = attach.call(this, init)
    if (!this.localName.startsWith('media-')) return root
    const write = (html: string) => fill(root, html)
    Object.defineProperties(root, { setHTMLUnsafe: { value: write }, innerHTML: { set: write } })
    return root
  }
}

/** The template comes from the library alone: nothing of a share is in it. */
function fill(root: ShadowRoot, html: string): void {
  const template = document.createElement('template')
  const texts: string[] = []
  // Emptied before it is parsed: a style that is parsed is refused at once, wherever it is.
  template.innerHTML = html.replace(/<style([^>]*)>([\s\S]*?)<\/style>/g, (_, rest: string, text: string) => {
    texts.push(text)
    return `<style${rest}></style>`
  })
  root.replaceChildren(document.importNode(template.content, true))
  const sheets = [...root.querySelectorAll('style')].map((style, index) => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(texts[index] ?? '')
    Object.defineProperty(style, 'sheet', { value: sheet })
    return sheet
  })
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, ...sheets]
}
