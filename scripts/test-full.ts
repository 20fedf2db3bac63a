/** `npm run test:full`: every test that `npm test` (`scripts/test.ts`) leaves out. */
import { readParts } from '@/terminal/command-line';
import { runCommand } from './command';
import { runSubcommand } from './subcommand';
import { installTools } from './install/test-tools';
import { runTests, type Print } from './test/run-tests';
import { runSteps, type StepResult } from './test/steps';
import { fullParts, type FullPart } from './test/suites';

const names = Object.keys(fullParts) as FullPart[];

const help = `npm run test:full [-- --only PART] [--shard I/N]
  npm run test:full -- applications|attack|engines|faults|other-content …

  Every test that npm test leaves out: about half an hour.

  --only PART  one of ${names.join(', ')}
  --shard I/N  of the tests in a browser only part I of N, to divide them among machines

  With a name first, one of the parts alone with options of its own, of which its --help tells:
  npm run test:full -- faults --only full
`;

const print: Print = (line) => console.log(line);

const options = { only: { type: 'string' }, shard: { type: 'string' } } as const;

/** Where there is none and none can be installed, the tests that need it are skipped. */
async function installFullBrowser(): Promise<void> {
  const { BrowserError, ensureFullBrowser } = await import('./install/browser');
  try {
    ensureFullBrowser(print);
  } catch (error) {
    if (!(error instanceof BrowserError)) throw error;
    print(error.message);
  }
}

const runAll = () =>
  runCommand({ help, options }, ({ values: { only, shard } }) => {
    const parts = readParts(only, names);
    return runTests(async (context) => {
      const env = { ...context.env, ...(await installTools(print)) };
      if (parts.includes('browser')) await installFullBrowser();
      const results: StepResult[] = [];
      await context.releasePorts();
      for (const part of parts)
        results.push(...(await runSteps(fullParts[part]({ ...context, env }, shard), print)));
      return results;
    }, print);
  });

await runSubcommand(
  help,
  {
    applications: () => import('./test-applications'),
    attack: () => import('./test-attack'),
    engines: () => import('./test-engines'),
    faults: () => import('./test-faults'),
    'other-content': () => import('./test-other-content'),
  },
  runAll,
);
