import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import { defineConfig } from 'eslint/config';
import astro from 'eslint-plugin-astro';
import boundaries from 'eslint-plugin-boundaries';
import importX from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';

/** The modules of `src/`, and which of the others each may import. CONTRIBUTING.md says why. */
export const modules = {
  i18n: [],
  model: ['i18n'],
  sources: ['i18n', 'model'],
  pipeline: ['i18n', 'model', 'sources'],
  site: ['i18n', 'model', 'sources', 'pipeline'],
  catalog: ['i18n', 'model', 'pipeline', 'site', 'share'],
  components: ['i18n', 'model', 'pipeline', 'site'],
  device: ['i18n', 'model', 'site', 'components'],
  search: ['i18n', 'model', 'pipeline', 'site', 'device', 'feeds', 'components'],
  applications: ['i18n', 'model', 'site', 'device', 'feeds', 'components'],
  share: ['i18n', 'model', 'pipeline', 'site', 'device', 'feeds', 'components'],
  offline: ['i18n', 'device', 'components'],
  worker: ['device', 'applications', 'offline'],
  feeds: ['i18n', 'model', 'pipeline', 'site', 'components'],
  styles: [],
  layouts: [
    'i18n',
    'model',
    'pipeline',
    'site',
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
    'site',
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
    'site',
    'catalog',
    'components',
    'device',
    'search',
    'applications',
    'layouts',
    'styles',
  ],
  report: ['i18n', 'model', 'pipeline', 'site'],
  publish: [
    'i18n',
    'model',
    'sources',
    'pipeline',
    'site',
    'report',
    'search',
    'applications',
    'share',
    'feeds',
    'offline',
    'terminal',
  ],
  terminal: ['i18n', 'model'],
};

/** The modules of `scripts/`, and which others each may import. Nothing of `src/` imports them. */
export const scripts = {
  bench: ['i18n', 'model', 'sources', 'pipeline', 'site', 'search', 'publish', 'terminal', 'local'],
  cms: ['i18n', 'model', 'sources', 'pipeline', 'site', 'publish', 'terminal'],
  'code-report': [],
  'compare-builds': [],
  docs: ['i18n', 'model', 'device', 'applications', 'publish'],
  install: ['model'],
  local: ['i18n', 'model', 'sources', 'pipeline', 'site', 'report', 'publish', 'terminal', 'cms'],
  'publish-local': ['model', 'site', 'publish', 'local', 'terminal'],
  screenshots: ['i18n', 'model', 'site', 'local', 'bench'],
  test: [],
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
        ...Object.keys(modules).map((name) => ({ type: name, pattern: `src/${name}` })),
        ...Object.keys(scripts).map((name) => ({ type: name, pattern: `scripts/${name}` })),
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
            '{{from.element.type}} may not import {{to.element.type}} (see the modules in eslint.config.mjs)',
          policies: [
            ...Object.entries({ ...modules, ...scripts }).map(([name, allowed]) => ({
              from: { element: { type: name } },
              allow: [name, ...allowed].map((type) => ({ to: { element: { type } } })),
            })),
          ],
        },
      ],
    },
  },
  {
    files: [
      'src/device/**/*.client.ts',
      'src/offline/offline-choice.client.ts',
      'scripts/local/editor/browser/token.client.ts',
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
      'src/search/facets/facet-columns.ts',
      'src/search/query/dictionary.ts',
      'src/search/query/synonyms.ts',
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
    files: ['src/model/**/*.ts', 'src/pipeline/**/*.ts', 'src/site/**/*.ts'],
    ignores: ['**/*.test.ts', 'src/site/prepare/prepare.ts'],
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
              group: ['@/sources/**', '@/pipeline/**', '@/site/**', '@/catalog/**', 'node:*'],
              allowTypeImports: true,
              message: 'Not in the browser.',
            },
          ],
        },
      ],
    },
  },
);
