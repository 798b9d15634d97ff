import js from '@eslint/js'
import { defineConfig, globalIgnores } from 'eslint/config'
import svelte from 'eslint-plugin-svelte'
import globals from 'globals'
import ts from 'typescript-eslint'

export default defineConfig(
  globalIgnores(['dist/', 'data/', 'node_modules/', 'test-results/', 'public/', '.dependency-cruiser.cjs']),
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
    files: ['tests/**/*.ts'],
    rules: {
      // Playwright reads from the pattern which fixtures one needs: `{}` says none.
      'no-empty-pattern': ['error', { allowObjectPatternsAsParameters: true }],
    },
  },
)
