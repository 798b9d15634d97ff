import { ESLint } from 'eslint'
import { expect, it } from 'vitest'

/** People's words stand in the dictionaries alone: the rule for that bites, and knows what is no sentence. */

const RULE = 'no-restricted-syntax'

const eslint = new ESLint({
  ruleFilter: ({ ruleId }) => ruleId === RULE,
  // It needs no types, which take long to read.
  overrideConfig: { languageOptions: { parserOptions: { project: false } } },
})

async function refuses(code: string, filePath = 'src/swarm/share.ts'): Promise<boolean> {
  const [result] = await eslint.lintText(`export const said = (name: string) => ${code}\n`, { filePath })
  return result?.messages.some(({ ruleId }) => ruleId === RULE) ?? false
}

it.each([
  "'The share has ended.'",
  "'It was removed'",
  "'are you online?'",
  "'nobody has it'",
  '`“${name}” could not be read.`',
  '`${name} answered.`',
  '`Ask ${name}.`',
  '`${name} more`',
])('refuses %s outside the dictionaries', async (code) => {
  expect(await refuses(code)).toBe(true)
  expect(await refuses(code, 'src/ui/words/share.ts')).toBe(true)
  expect(await refuses(code, 'src/ui/words/en/share.ts')).toBe(false)
})

it.each(["'share-ended'", "'GET, HEAD'", "'piece length'", '`bytes ${name}`', '`${name}/shares/data`'])(
  'takes %s',
  async (code) => {
    expect(await refuses(code)).toBe(false)
  },
)
