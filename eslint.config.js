// Correctness rules, and the length of comments; prettier decides the rest of the style. The type-aware part exists for
// floating promises: an authorisation check that nobody awaits guards nothing.
import prettier from 'eslint-config-prettier'
import tseslint from 'typescript-eslint'

export default tseslint.config(
  {
    ignores: [
      'node_modules',
      'out',
      'data',
      'coverage',
      '.sst',
      '.doorwalk',
      'packages/client/dist',
      'packages/client/src/generated',
    ],
  },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    files: ['packages/core/src/**/*.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        { name: 'process', message: 'core knows no machine: hand the value in' },
        { name: 'console', message: 'core does not log: report by callback' },
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'use solver/chance/random.ts with a seed' },
        { object: 'Date', property: 'now', message: 'time comes from the Clock port' },
        { object: 'performance', property: 'now', message: 'time comes from the Clock port' },
      ],
    },
  },
  {
    // Its types exist once SST has unpacked its platform; `npm run check:infra` checks them.
    files: ['infra/**/*.ts', 'sst.config.ts'],
    extends: [tseslint.configs.disableTypeChecked],
    rules: {
      '@typescript-eslint/triple-slash-reference': 'off',
      '@typescript-eslint/switch-exhaustiveness-check': 'off',
    },
  },
  {
    files: ['**/*.js', '**/*.mjs'],
    extends: [tseslint.configs.disableTypeChecked],
  },
  prettier,
  {
    // After prettier, which breaks code but no comments: these end by column 120. 1,000: code is prettier's.
    files: ['**/*.{ts,tsx,js,mjs}'],
    rules: { 'max-len': ['error', { code: 1_000, comments: 120, ignoreUrls: true }] },
  },
)
