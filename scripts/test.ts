/** `npm test`: types, lint, format, unused code, unit tests, a build, and end-to-end and accessibility tests. */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { readParts } from '@/terminal/command-line';
import { holdPorts } from './test/free-ports';
import { givenPort } from './test/ports';
import { runCommand } from './command';
import { checkSteps, runPairs, runSteps, suites, type StepResult, type TestStep } from './test/steps';
import { listPlaywrightFailures, listVitestFailures } from './test/failures';
import { countPlaywright, countVitest, type TestCounts } from './test/test-counts';

const help = `npm test [-- --full] [--only SUITE] [--shard I/N]

  --full        every page instead of every template, and larger random runs (npm run test:full)
  --only SUITE  one of ${suites.join(', ')}; without it all of them
  --shard I/N   of the browser tests only part I of N, to divide them among machines
`;

const workDir = '.local/test';
const unitReport = `${workDir}/vitest.json`;
const buildReport = `${workDir}/vitest-build.json`;
const browserReport = `${workDir}/playwright.json`;

const createVitestCommand = (report: string, ...options: string[]): TestStep['commands'][number] => [
  'vitest',
  'run',
  ...options,
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${report}`,
];

interface Selection {
  readonly parts: readonly (typeof suites)[number][];
  readonly full: boolean;
  /** `1/2` */
  readonly shard: string | undefined;
}

type Print = (line: string) => void;

/** Installs what tests of builds and pages look at them with. Returns where it is. */
async function installTools(print: Print): Promise<Record<string, string>> {
  // Loaded only now, so that help and a wrong option are answered at once.
  const { ensureBrowser } = await import('./install/browser');
  const browser = ensureBrowser(print);
  print(`Browser: ${browser}`);
  const { ensurePoppler } = await import('./install/poppler');
  ensurePoppler(print);
  const { ensureW3m } = await import('./install/w3m');
  ensureW3m(print);
  const { ensurePython } = await import('./install/python');
  ensurePython(print);
  const { ensureRsync } = await import('./install/rsync');
  ensureRsync(print);
  const { ensureNginx } = await import('./install/nginx');
  const nginx = ensureNginx(print);
  return { CHROMIUM_PATH: browser, ...(nginx === undefined ? {} : { NGINX_PATH: nginx }) };
}

async function runSuites({ parts, full, shard }: Selection, print: Print): Promise<StepResult[]> {
  const needsTools = parts.includes('build') || parts.includes('browser');
  const tools = needsTools ? await installTools(print) : {};
  // Held until a server takes them: the built site has the address in it, and that may be minutes later.
  const held = givenPort === undefined ? await holdPorts(2) : undefined;
  const [sitePort, inboxPort] = held?.ports.map(String) ?? [];
  const env: Record<string, string> = {
    ...(sitePort && inboxPort ? { TEST_PORT: sitePort, TEST_INBOX_PORT: inboxPort } : {}),
    ...(full ? { TEST_FULL: '1' } : {}),
  };
  const results: StepResult[] = [];
  const run = async (...steps: TestStep[]) => void results.push(...(await runSteps(steps, print)));
  if (parts.includes('static')) results.push(...(await runPairs(checkSteps, print)));
  if (parts.includes('unit'))
    await run({ name: 'unit tests', commands: [createVitestCommand(unitReport)], env });
  if (parts.includes('build'))
    await run({
      name: 'build tests',
      commands: [createVitestCommand(buildReport, '--config=tests/vitest.build.config.ts')],
      env: { ...env, ...tools },
    });
  const isBuilt = results.some(({ name, passed }) => name === 'build tests' && passed);
  await held?.release();
  if (parts.includes('browser'))
    await run({
      name: 'browser tests',
      commands: [
        [
          'playwright',
          'test',
          '--config=tests/playwright.config.ts',
          ...(shard === undefined ? [] : [`--shard=${shard}`]),
        ],
      ],
      env: {
        ...env,
        ...tools,
        PLAYWRIGHT_JSON_OUTPUT_FILE: browserReport,
        // The browser tests use a site that the build tests have made.
        TEST_SITE_BUILT: isBuilt ? '1' : '',
      },
    });
  // They take minutes: each fault, for example, is tested on a first publish and over a live site.
  if (full && parts.includes('browser'))
    await run(
      { name: 'faults', commands: [['npm', 'run', '--silent', 'test:faults']] },
      { name: 'other engines', commands: [['npm', 'run', '--silent', 'test:engines']] },
      {
        name: 'applications in a browser',
        commands: [['npm', 'run', '--silent', 'test:applications', '--', '--only', 'browser']],
      },
    );
  // All unit tests once more: minutes.
  if (full && parts.includes('unit'))
    await run({ name: 'other content', commands: [['npm', 'run', '--silent', 'test:other-content']] });
  return results;
}

async function runTests(selection: Selection): Promise<number> {
  rmSync(workDir, { recursive: true, force: true });
  mkdirSync(workDir, { recursive: true });
  const print = (line: string) => console.log(line);
  const results = await runSuites(selection, print);

  const counts: TestCounts[] = results.map(({ name, passed }) => {
    if (name === 'unit tests') return countVitest(readReport(unitReport), passed);
    if (name === 'build tests') return countVitest(readReport(buildReport), passed);
    if (name === 'browser tests') return countPlaywright(readReport(browserReport), passed);
    return { passed: passed ? 1 : 0, failed: passed ? 0 : 1 };
  });
  const total = counts.reduce((sum, one) => ({
    passed: sum.passed + one.passed,
    failed: sum.failed + one.failed,
  }));
  const failures = [
    ...listVitestFailures(readReport(unitReport)),
    ...listVitestFailures(readReport(buildReport)),
    ...listPlaywrightFailures(readReport(browserReport)),
  ];
  for (const failure of failures) print(`\n${failure}`);
  print('');
  for (const { name, passed, duration } of results) {
    print(`${passed ? 'passed' : 'FAILED'}  ${name} (${(duration / 1000).toFixed(1)} s)`);
  }
  print(`${total.passed} passed, ${total.failed} failed`);
  return total.failed > 0 ? 1 : 0;
}

function readReport(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

const options = {
  full: { type: 'boolean', default: false },
  only: { type: 'string' },
  shard: { type: 'string' },
} as const;

await runCommand({ help, options }, ({ values: { full, only, shard } }) =>
  runTests({ parts: readParts(only, suites), full, shard }),
);
