/** The steps of `npm test` and `npm run test:full`. */
import { findCoreBrowserTests, findRandomTests } from './find-tests';
import type { TestStep } from './steps';

/** Types, lint, format and unused code: the steps of `npm run check`, the longest first. */
export const staticSteps: readonly TestStep[] = [
  {
    name: 'types',
    // It runs Astro first, which generates types of the content collections.
    commands: [['npm', 'run', '--silent', 'typecheck']],
  },
  {
    name: 'format',
    // Prettier looks through folders that it ignores: after failed runs there may be hundreds of thousands of files.
    commands: [['prettier', '--check', '--log-level', 'warn', '.', '!.local/**', '!dist/**']],
  },
  { name: 'lint', commands: [['npm', 'run', '--silent', 'lint']] },
  { name: 'unused code', commands: [['npm', 'run', '--silent', 'unused']] },
];

/** The variables and reports of a run. */
export interface SuiteContext {
  readonly env: Readonly<Record<string, string>>;
  /** The file of a report. */
  readonly report: (name: string) => string;
  /** Lets servers have the ports that the variables name. */
  readonly releasePorts: () => Promise<void>;
}

/**
 * Which tests: those marked as core (`@core` in a browser, the tag `core` of a build test), the others, or those of files
 * (`tests/browser/apply.spec.ts`, or with a line `tests/browser/apply.spec.ts:12`).
 */
type Selection = 'core' | 'rest' | readonly string[];

function runVitest(name: string, { env, report }: SuiteContext, ...options: string[]): TestStep {
  const file = report(name.replaceAll(' ', '-'));
  return {
    name,
    commands: [
      ['vitest', 'run', ...options, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
    ],
    env,
    report: file,
  };
}

/** Unit tests, of all files or of some. Tests of random input make a tenth of their runs. */
export const unitTests = (context: SuiteContext, files: readonly string[] = []): TestStep =>
  runVitest('unit tests', context, ...files);

/** The unit tests of random input, with all of their runs. */
const randomTests = (context: SuiteContext): TestStep =>
  runVitest(
    'random tests',
    { ...context, env: { ...context.env, TEST_ALL_RUNS: '1' } },
    ...findRandomTests(),
  );

/** Tests that build whole sites. */
export function buildTests(context: SuiteContext, selection: Selection): TestStep {
  const config = '--config=tests/vitest.build.config.ts';
  if (selection === 'core') return runVitest('build tests', context, config, '--tags-filter=core');
  if (selection === 'rest') return runVitest('build tests', context, config, '--tags-filter=!core');
  return runVitest('build tests', context, config, ...selection);
}

/** Tests in a browser. A shard such as `1/2` is one of so many parts, to divide them among machines. */
export function browserTests(context: SuiteContext, selection: Selection, shard?: string): TestStep {
  // Among hundreds, one that a slow machine failed is run once more; the end of the run names it.
  const chosen = {
    core: [...findCoreBrowserTests(), '--grep=@core', '--retries=1'],
    rest: ['--grep-invert=@core', '--retries=1'],
  };
  const file = context.report('browser-tests');
  return {
    name: 'browser tests',
    commands: [
      [
        'playwright',
        'test',
        '--config=tests/playwright.config.ts',
        ...(typeof selection === 'string' ? chosen[selection] : selection),
        ...(shard === undefined ? [] : [`--shard=${shard}`]),
      ],
    ],
    env: { ...context.env, PLAYWRIGHT_JSON_OUTPUT_FILE: file },
    report: file,
  };
}

/** A command of the tests, which counts as one. */
const runScript = (name: string, { env }: SuiteContext, script: string, ...options: string[]): TestStep => ({
  name,
  commands: [['node', '--import', 'tsx', `scripts/${script}.ts`, ...options]],
  env,
});

/** The parts of `npm run test:full`, the longest first. */
export const fullParts = {
  browser: (context, shard) => [browserTests(context, 'rest', shard)],
  build: (context) => [buildTests(context, 'rest')],
  applications: (context) => [
    runScript('applications when things go wrong', context, 'test-applications', '--every', '12'),
  ],
  engines: (context) => [runScript('Firefox and WebKit', context, 'test-engines')],
  attack: (context) => [runScript('attacks', context, 'test-attack')],
  faults: (context) => [runScript('faults of a publish', context, 'test-faults')],
  random: (context) => [randomTests(context)],
  content: (context) => [runScript('unit tests beside other content', context, 'test-other-content')],
} satisfies Record<string, (context: SuiteContext, shard?: string) => TestStep[]>;

export type FullPart = keyof typeof fullParts;
