/** `npm test`: types, lint, format, unused code, unit tests, a build, and end-to-end and accessibility tests. */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { freePorts } from './test/free-ports';
import { firstPort, givenPort } from './test/ports';
import { runCommand } from './command';
import { checkSteps, runPairs, runSteps, type TestStep } from './test/steps';
import { countPlaywright, countVitest, type TestCounts } from './test/test-counts';

const help = `npm test [-- --full]

  --full   every page instead of every template, and larger random runs (npm run test:full)
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

async function runTests(full: boolean): Promise<number> {
  rmSync(workDir, { recursive: true, force: true });
  mkdirSync(workDir, { recursive: true });
  const env: Record<string, string> = {
    TEST_PORT: givenPort ?? String(await freePorts(firstPort)),
    ...(full ? { TEST_FULL: '1' } : {}),
  };
  const print = (line: string) => console.log(line);
  // Loaded only now, so that help and a wrong option are answered at once.
  const { ensureBrowser } = await import('./install/browser');
  const browser = ensureBrowser(print);
  print(`Browser: ${browser}`);
  const { ensurePoppler } = await import('./install/poppler');
  ensurePoppler(print);
  const { ensureW3m } = await import('./install/w3m');
  ensureW3m(print);
  const { ensureNginx } = await import('./install/nginx');
  const nginx = ensureNginx(print);
  const steps: TestStep[] = [
    { name: 'unit tests', commands: [createVitestCommand(unitReport)], env },
    {
      name: 'build tests',
      commands: [createVitestCommand(buildReport, '--config=tests/vitest.build.config.ts')],
      env: { ...env, ...(nginx === undefined ? {} : { NGINX_PATH: nginx }) },
    },
  ];
  const results = [...(await runPairs(checkSteps, print)), ...(await runSteps(steps, print))];
  const isBuilt = results.some(({ name, passed }) => name === 'build tests' && passed);
  const stepsOnSite: TestStep[] = [
    {
      name: 'browser tests',
      commands: [['playwright', 'test', '--config', 'tests/playwright.config.ts']],
      env: {
        ...env,
        CHROMIUM_PATH: browser,
        PLAYWRIGHT_JSON_OUTPUT_FILE: browserReport,
        // The browser tests use a site that the build tests have made.
        TEST_SITE_BUILT: isBuilt ? '1' : '',
      },
    },
  ];
  // This takes minutes: each fault is tested on a first publish and over a live site.
  if (full) stepsOnSite.push({ name: 'faults', commands: [['npm', 'run', '--silent', 'test:faults']] });
  // All unit tests once more: minutes.
  if (full)
    stepsOnSite.push({
      name: 'other content',
      commands: [['npm', 'run', '--silent', 'test:other-content']],
    });
  results.push(...(await runSteps(stepsOnSite, print)));

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

const options = { full: { type: 'boolean', default: false } } as const;

await runCommand({ help, options }, ({ values }) => runTests(values.full));
