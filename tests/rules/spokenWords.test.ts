import { globSync, readFileSync } from 'node:fs'
import { parse } from 'svelte/compiler'
import { expect, it } from 'vitest'

/** What people read stands in src/ui/words, by language: a component with words of its own cannot be translated. */

/** Attributes that are shown or read out, and those of our own components that are. */
const SPOKEN =
  /^(alt|aria-description|aria-label|aria-valuetext|label|placeholder|title|about|action|empty|failure|heading|summary|text|unit)$/

/** The same in every language: names, keys as browsers name them, addresses, what is typed. */
const NAMES =
  /^(Shoal|WebRTC|Ctrl\+V|Esc|Escape|Enter|Arrow(Left|Right)|Files|https:.*|npm start -- --admin-link|openapi\.json|Authorization: Bearer …)$/

/** A word of a sentence, and not a code: it has a capital, or others beside it. */
const SAID = /^[“\p{Lu}]\p{Ll}|\p{L}{2,} \p{L}/u

type Visit = (node: Record<string, unknown>) => boolean

/** Goes through a tree; what answers false is not entered. */
function walk(value: unknown, visit: Visit): void {
  if (Array.isArray(value)) for (const each of value) walk(each, visit)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return
  const node: Record<string, unknown> = { ...value }
  if ('type' in node && !visit(node)) return
  for (const [key, child] of Object.entries(node))
    if (key !== 'metadata' && key !== 'parent') walk(child, visit)
}

function textOf({ type, data, value }: Record<string, unknown>): string | null {
  if (type === 'Text') return String(data)
  if (type === 'Literal') return typeof value === 'string' ? value : null
  if (type !== 'TemplateElement') return null
  return typeof value === 'object' && value !== null && 'raw' in value ? String(value.raw) : null
}

function ownWords(source: string): string[] {
  const { fragment, instance, module } = parse(source, { modern: true })
  const found: string[] = []
  const note = (text: string | null, isSaid: RegExp) => {
    const words = text?.trim() ?? ''
    if (isSaid.test(words) && !NAMES.test(words)) found.push(words)
  }
  walk(fragment, (node) => {
    if (node['type'] === 'Attribute') {
      const isSpoken = SPOKEN.test(String(node['name']))
      walk(node['value'], (part) => {
        if (isSpoken) note(textOf(part), /\p{L}{2}/u)
        else if (part['type'] !== 'Text') note(textOf(part), / \p{Ll}+ \p{Ll}+ \p{Ll}+/u)
        return part['type'] !== 'BinaryExpression' && part['type'] !== 'CallExpression'
      })
      return false
    }
    note(textOf(node), node['type'] === 'Text' ? /\p{L}{2}/u : SAID)
    return true
  })
  walk([instance?.content, module?.content], (node) => {
    note(textOf(node), SAID)
    return !String(node['type']).startsWith('Import') && node['type'] !== 'NewExpression'
  })
  return found
}

it.each([
  '<p>Hello</p>',
  '<p>{open ? "Close" : "Preview"}</p>',
  '<p>{`${count} files left`}</p>',
  '<input placeholder="name" />',
  '<input aria-label={`Find ${name}`} />',
  '<Dialog heading="Keys" />',
  '<script>const why = "It was moved."</script>',
])('finds the words of %s', (source) => {
  expect(ownWords(source)).not.toEqual([])
})

it.each([
  '<p class="small quiet">{words.page.close}</p>',
  '<p>{words.page.sent("{size}")}</p>',
  '<p class={share.state === "ready" ? "calm down" : ""}>{state === "ready" ? "" : words.a}</p>',
  '<path d="M3 8h.01M8 8h.01" />',
])('finds none in %s', (source) => {
  expect(ownWords(source)).toEqual([])
})

const components = globSync('src/ui/**/*.svelte').sort()

it.each(components)('%s has no words of its own', (path) => {
  expect(ownWords(readFileSync(path, 'utf8'))).toEqual([])
})
