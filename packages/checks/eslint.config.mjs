import { defineConfig } from 'eslint/config';
import astro from 'eslint-plugin-astro';
import tseslint from 'typescript-eslint';
import { moduleImports } from './module-imports.mjs';
import { modules, packages, scripts } from './modules.mjs';

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
    // By itself the reader of components looks for this one beside the project's package.json.
    files: ['**/*.astro'],
    languageOptions: { parserOptions: { parser: tseslint.parser } },
  },
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
