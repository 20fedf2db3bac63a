import { defineConfig } from 'eslint/config';
import astro from 'eslint-plugin-astro';
import tseslint from 'typescript-eslint';
import { moduleImports } from './scripts/lint/module-imports.mjs';

/** The modules of `src/`, and which of the others each may import. CONTRIBUTING.md says what each does. */
export const modules = {
  cache: [],
  i18n: [],
  model: ['i18n'],
  brand: ['model'],
  status: ['i18n', 'model'],
  config: ['i18n', 'model'],
  sources: ['cache', 'i18n', 'model', 'status', 'config'],
  pipeline: ['cache', 'i18n', 'model', 'brand', 'config', 'sources'],
  site: ['i18n', 'model', 'brand', 'config', 'sources', 'pipeline'],
  components: ['i18n', 'model', 'pipeline', 'site'],
  device: ['i18n', 'model', 'site', 'components'],
  search: ['cache', 'i18n', 'model', 'site', 'device', 'components'],
  applications: ['i18n', 'model', 'config', 'site', 'device', 'components'],
  share: ['i18n', 'model', 'brand', 'components', 'feeds', 'views'],
  offline: ['i18n', 'config', 'device', 'components', 'views'],
  worker: ['device', 'applications', 'offline'],
  feeds: ['i18n', 'model', 'views'],
  styles: [],
  views: [
    'i18n',
    'model',
    'brand',
    'config',
    'pipeline',
    'site',
    'components',
    'device',
    'search',
    'applications',
  ],
  layouts: ['i18n', 'views', 'components', 'device', 'applications', 'share', 'offline', 'styles'],
  render: ['i18n', 'model', 'brand', 'config', 'pipeline', 'site', 'applications', 'views'],
  pages: [
    'i18n',
    'model',
    'brand',
    'site',
    'render',
    'views',
    'components',
    'layouts',
    'device',
    'search',
    'applications',
    'share',
    'feeds',
    'offline',
    'styles',
  ],
  pane: ['i18n', 'render', 'pages'],
  report: ['i18n', 'model', 'brand', 'status', 'pipeline', 'site'],
  publish: [
    'cache',
    'i18n',
    'model',
    'brand',
    'status',
    'config',
    'sources',
    'pipeline',
    'site',
    'report',
    'search',
    'applications',
    'share',
    'feeds',
    'offline',
    'views',
    'terminal',
  ],
  terminal: ['i18n', 'model', 'config'],
};

/** The modules of `scripts/`, and which others each may import. Nothing of `src/` imports them. */
export const scripts = {
  'astro-types': [],
  build: ['config', 'publish'],
  'built-site': ['i18n', 'site'],
  cms: [
    'i18n',
    'model',
    'status',
    'config',
    'sources',
    'pipeline',
    'site',
    'search',
    'report',
    'publish',
    'terminal',
    'install',
    'forms',
  ],
  docs: ['i18n', 'model', 'config', 'device', 'applications', 'publish'],
  forms: ['i18n', 'model'],
  install: ['model', 'config'],
  lint: [],
  local: [
    'cache',
    'i18n',
    'model',
    'brand',
    'status',
    'config',
    'sources',
    'pipeline',
    'site',
    'search',
    'report',
    'publish',
    'terminal',
    'cms',
    'forms',
  ],
  'publish-local': ['model', 'status', 'config', 'site', 'publish', 'local', 'terminal'],
  screenshots: ['i18n', 'model', 'config', 'site', 'local', 'cms', 'bench', 'built-site'],
  test: ['terminal'],
  verify: ['i18n', 'model', 'config', 'site', 'status', 'share', 'search', 'views', 'publish', 'install'],
};

/** Packages that only the makers of the program need, and what they may import. `src/` and what a site runs never import them. */
const packages = {
  'contentful-local': [],
  bench: [
    'cache',
    'i18n',
    'model',
    'status',
    'config',
    'sources',
    'pipeline',
    'site',
    'search',
    'publish',
    'terminal',
    'install',
    'local',
    'cms',
    'forms',
    'built-site',
  ],
};

function folderOf(name) {
  if (name in packages) return `packages/${name}`;
  return `${name in modules ? 'src' : 'scripts'}/${name}`;
}

const restrictedGlobals = [{ name: 'event', message: 'Take the event as an argument.' }];

/** Why `process.env` is out of bounds: `readConfig` and `readRenderConfig` have what it says, read and checked. */
const rawEnvironment = {
  object: 'process',
  property: 'env',
  message: 'Take what is configured from src/config (Config, or readRenderConfig for what is rendered).',
};

/** Files that pass the whole environment to a process that they start. */
const startsProcesses = [
  'src/publish/pages/{bundle,render-pages}.ts',
  'src/pipeline/pictures/picture-maker.ts',
  'packages/bench/bench-build.ts',
  'scripts/install/*.ts',
  'scripts/test/*.ts',
];

/** What stays on a device is listed on the privacy page, so one module alone puts it there. */
const deviceStorage = ['localStorage', 'sessionStorage', 'indexedDB'].map((name) => ({
  name,
  message: 'Keep it through src/device (docs/device.md).',
}));

export default defineConfig(
  // Folders of the program only: all others are the operator's, or made.
  { ignores: ['*/', '!packages/', '!scripts/', '!src/', '!tests/'] },
  ...tseslint.configs.strict,
  ...astro.configs.recommended,
  {
    plugins: { modules: { rules: { imports: moduleImports } } },
    rules: {
      'modules/imports': [
        'error',
        Object.fromEntries(
          Object.entries({ ...modules, ...scripts, ...packages }).map(([name, allowed]) => [
            folderOf(name),
            allowed.map(folderOf),
          ]),
        ),
      ],
      'no-restricted-globals': ['error', ...restrictedGlobals],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
    },
  },
  {
    files: ['src/**/*'],
    ignores: ['src/device/**/*.client.ts'],
    rules: { 'no-restricted-globals': ['error', ...restrictedGlobals, ...deviceStorage] },
  },
  {
    // A test may look at a module from outside, and so may what it is made of.
    files: ['**/*.test.ts', '**/*.test.tsx', '**/*.fixture.ts'],
    rules: { 'modules/imports': 'off' },
  },
  {
    // An error that reaches a terminal says what to do instead of showing its stack. These never get there: some are
    // caught where they are thrown, some are the browser's.
    files: ['src/**/*.ts', 'scripts/**/*.ts', 'packages/**/*.ts'],
    ignores: [
      '**/*.client.ts',
      'packages/contentful-local/**',
      'src/model/operator-error.ts',
      'src/search/search-format.ts',
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
    // A route exports what a build asks it for: its paths and its views.
    files: ['src/pages/**/*.astro'],
    rules: { 'astro/no-exports-from-components': 'off' },
  },
  {
    // The environment is read once, by its schema.
    files: ['src/**/*', 'scripts/**/*', 'packages/**/*', 'astro.config.mjs'],
    ignores: ['**/*.test.ts', 'src/config/*.ts', ...startsProcesses],
    rules: { 'no-restricted-properties': ['error', rawEnvironment] },
  },
  {
    // The model has one clock, which is given to it.
    files: ['src/model/**/*.ts', 'src/pipeline/**/*.ts', 'src/site/**/*.ts'],
    ignores: ['**/*.test.ts', 'src/site/prepare/prepare.ts', ...startsProcesses],
    rules: {
      'no-restricted-properties': [
        'error',
        rawEnvironment,
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
              group: [
                '@/cache/**',
                '@/config/**',
                '@/sources/**',
                '@/pipeline/**',
                '@/site/**',
                '@/views/**',
                '@/render/**',
                'node:*',
              ],
              allowTypeImports: true,
              message: 'Not in the browser.',
            },
          ],
        },
      ],
    },
  },
);
