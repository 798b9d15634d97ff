import js from '@eslint/js'
import { defineConfig, globalIgnores } from 'eslint/config'
import svelte from 'eslint-plugin-svelte'
import globals from 'globals'
import ts from 'typescript-eslint'

export default defineConfig(
  globalIgnores([
    'build/',
    'dist/',
    'data/',
    'node_modules/',
    'test-results/',
    'public/',
    '.dependency-cruiser.cjs',
  ]),
  js.configs.recommended,
  ts.configs.strictTypeChecked,
  svelte.configs.recommended,
  {
    languageOptions: {
      globals: { ...globals.browser, ...globals.node },
      parserOptions: {
        project: [
          './tsconfig.json',
          './tsconfig.worker.json',
          './tsconfig.node.json',
          './tsconfig.tests.json',
        ],
        extraFileExtensions: ['.svelte'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      eqeqeq: 'error',
      'prefer-const': 'error',
      // TypeScript resolves names, and knows the DOM of each project better than a list of globals.
      'no-undef': 'off',
      '@typescript-eslint/consistent-type-definitions': ['error', 'interface'],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { arguments: false } }],
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser } },
    rules: {
      // A $props() destructuring needs `let` for bindable and reactive names.
      'prefer-const': 'off',
      'svelte/no-at-html-tags': 'error',
      'svelte/no-inline-styles': 'error',
    },
  },
  {
    // The engine does not know where it lives. Names that only a page or only Node has are errors of type already.
    files: ['src/{core,torrent,wire,storage,swarm,notes}/**/*.ts'],
    rules: { 'no-restricted-globals': ['error', 'navigator'] },
  },
  {
    // People's words stand in the dictionaries alone, one for each language: elsewhere problems have codes. What a
    // component says is looked at by tests/rules/spokenWords.test.ts.
    files: ['src/{core,wire,torrent,storage,swarm,stream,notes,home,state,ui}/**/*.ts', 'server/peer/*.ts'],
    ignores: [
      'src/ui/words/*/*.ts',
      // What languages are called by those who speak them.
      'src/ui/words/languages.ts',
      // What the service worker answers, which speaks for no page.
      'src/ui/words/refusals.ts',
      // Why a tracker refuses, for whatever client, as the protocol has it.
      'src/wire/parseTracker.ts',
      // Files of notes, in formats that others have laid down.
      'src/notes/export/*.ts',
      // Lists of languages, of encodings and of endings.
      'src/core/{captionText,mediaType}.ts',
    ],
    rules: {
      'no-restricted-syntax': [
        'error',
        ...[
          // A capital and a space; a space and a full stop; three words.
          'Literal[value=/^[“A-Z][a-z’].* |[a-z] .*[a-z][.!?]$|[A-Za-z’]+ [a-z’]+ [a-z’]+/]',
          // The same in parts, or a word with a space beside it.
          'TemplateElement[value.raw=/^(?!Bearer )[“A-Z][a-z’].* |(^| )[a-z’]{2,} [a-z’]| [a-z’]{3,}[ .,:;!?]|^ [a-z’]{2,}[.!?]?$/]',
        ].map((selector) => ({
          selector,
          message:
            'This reads like a sentence. Give a code with data, and put words to it in src/ui/words/en.',
        })),
      ],
    },
  },
  {
    // French has narrow spaces before some of its signs.
    files: ['src/ui/words/*/*.ts'],
    rules: { 'no-irregular-whitespace': ['error', { skipStrings: true, skipTemplates: true }] },
  },
  {
    files: ['tests/**/*.ts'],
    rules: {
      // Playwright reads from the pattern which fixtures one needs: `{}` says none.
      'no-empty-pattern': ['error', { allowObjectPatternsAsParameters: true }],
    },
  },
)
