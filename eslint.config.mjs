import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import { defineConfig } from 'eslint/config';
import astro from 'eslint-plugin-astro';
import boundaries from 'eslint-plugin-boundaries';
import importX from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';

/** The rooms of `src/`, and which of the others each may import. CONTRIBUTING.md says why. */
export const rooms = {
  i18n: [],
  model: ['i18n'],
  sources: ['i18n', 'model'],
  pipeline: ['i18n', 'model', 'sources'],
  catalog: ['i18n', 'model', 'pipeline', 'share'],
  components: ['i18n', 'model', 'pipeline'],
  device: ['i18n', 'model', 'pipeline', 'components'],
  search: ['i18n', 'model', 'pipeline', 'device', 'feeds', 'components'],
  applications: ['i18n', 'model', 'pipeline', 'device', 'feeds', 'components'],
  share: ['i18n', 'model', 'pipeline', 'device', 'feeds', 'components'],
  offline: ['i18n', 'device', 'components'],
  worker: ['device', 'applications', 'offline'],
  feeds: ['i18n', 'model', 'pipeline', 'components'],
  styles: [],
  layouts: [
    'i18n',
    'model',
    'pipeline',
    'catalog',
    'components',
    'device',
    'search',
    'applications',
    'share',
    'offline',
    'styles',
  ],
  pages: [
    'i18n',
    'model',
    'pipeline',
    'catalog',
    'layouts',
    'device',
    'applications',
    'share',
    'feeds',
    'offline',
  ],
  design: [
    'i18n',
    'model',
    'pipeline',
    'catalog',
    'components',
    'device',
    'search',
    'applications',
    'layouts',
    'styles',
  ],
  report: ['i18n', 'model', 'pipeline'],
  local: ['i18n', 'model', 'sources', 'pipeline', 'report', 'publish', 'terminal'],
  publish: [
    'i18n',
    'model',
    'sources',
    'pipeline',
    'report',
    'search',
    'applications',
    'share',
    'feeds',
    'offline',
    'terminal',
  ],
  bench: ['i18n', 'model', 'sources', 'pipeline', 'search', 'publish', 'local', 'terminal'],
  cms: ['i18n', 'model', 'sources', 'pipeline', 'publish', 'terminal'],
  terminal: ['i18n', 'model'],
};

/** Modules of commands that are more than a thin entry, and which rooms of `src/` each may import. None imports them. */
const commands = {
  docs: ['i18n', 'device', 'applications', 'publish'],
  verify: ['i18n', 'model', 'share', 'search', 'publish'],
};

const restrictedGlobals = [{ name: 'event', message: 'Take the event as an argument.' }];

/** What stays on a device is listed on the privacy page, so one module alone puts it there. */
const deviceStorage = ['localStorage', 'sessionStorage', 'indexedDB'].map((name) => ({
  name,
  message: 'Keep it through src/device (docs/device.md).',
}));

export default defineConfig(
  { ignores: ['dist/', '.local/', '.astro/', 'node_modules/', 'public/'] },
  ...tseslint.configs.strict,
  ...astro.configs.recommended,
  {
    plugins: { boundaries, 'import-x': importX },
    settings: {
      'import-x/resolver-next': [createTypeScriptImportResolver({ alwaysTryTypes: true })],
      'import/resolver': { typescript: { alwaysTryTypes: true } },
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts', '.tsx'], 'astro-eslint-parser': ['.astro'] },
      'import-x/extensions': ['.ts', '.tsx', '.astro', '.mjs'],
      'boundaries/include': ['src/**/*', 'scripts/*/**/*'],
      'boundaries/elements': [
        ...Object.keys(rooms).map((room) => ({ type: room, pattern: `src/${room}` })),
        ...Object.keys(commands).map((command) => ({ type: command, pattern: `scripts/${command}` })),
      ],
    },
    rules: {
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      'import-x/no-self-import': 'error',
      'no-restricted-globals': ['error', ...restrictedGlobals, ...deviceStorage],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      'boundaries/dependencies': [
        'error',
        {
          default: 'disallow',
          message:
            '{{from.element.type}} may not import {{to.element.type}} (see the rooms in eslint.config.mjs)',
          policies: [
            ...Object.entries({ ...rooms, ...commands }).map(([room, allowed]) => ({
              from: { element: { type: room } },
              allow: [room, ...allowed].map((type) => ({ to: { element: { type } } })),
            })),
          ],
        },
      ],
    },
  },
  {
    files: [
      'src/device/**/*.client.ts',
      'src/offline/choice.client.ts',
      'src/local/editor/token.client.ts',
      'tests/browser/**',
    ],
    rules: { 'no-restricted-globals': ['error', ...restrictedGlobals] },
  },
  {
    // A test may look at a room from outside.
    files: ['**/*.test.ts', '**/*.test.tsx'],
    rules: { 'boundaries/dependencies': 'off' },
  },
  {
    // Only the catalog reads Astro's store; everything else gets its data from there.
    files: ['src/**/*'],
    ignores: ['src/catalog/**', 'src/content.config.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { paths: [{ name: 'astro:content', message: 'Only src/catalog reads the content store.' }] },
      ],
    },
  },
  {
    // An error that reaches a terminal says what to do instead of showing its stack. These never get there: some are
    // caught where they are thrown, some are the browser's.
    files: ['src/**/*.ts', 'scripts/**/*.ts'],
    ignores: [
      '**/*.client.ts',
      'src/model/operator-error.ts',
      'src/search/columns.ts',
      'src/search/dictionary.ts',
      'src/search/meanings.ts',
      'src/sources/contentful/assets.ts',
      'src/sources/contentful/failures.ts',
    ],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: 'ClassDeclaration[superClass.name="Error"]',
          message:
            'Extend OperatorError (src/model/operator-error.ts), whose message is told without a stack.',
        },
      ],
    },
  },
  {
    // The model has one clock, which is given to it.
    files: ['src/model/**/*.ts', 'src/pipeline/**/*.ts'],
    ignores: ['**/*.test.ts', 'src/pipeline/prepare.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'Take the instant as an argument.' },
        { object: 'Math', property: 'random', message: 'Output is deterministic.' },
      ],
    },
  },
  {
    files: ['**/*.client.ts', 'src/**/*.tsx'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['@/sources/*', '@/pipeline/*', '@/catalog/*', 'node:*'],
              allowTypeImports: true,
              message: 'Not in the browser.',
            },
          ],
        },
      ],
    },
  },
);
