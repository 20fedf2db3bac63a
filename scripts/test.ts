/** `npm test`: the tests to run before each commit. `npm run test:full` has the others (`scripts/test-full.ts`). */
import { runCommand } from './command';
import { installChecks } from '../packages/checks/run-check';
import { findTests } from './test/find-tests';
import { installTools } from './install/test-tools';
import { runTests, type Print } from './test/run-tests';
import { runPairs, runSteps, type StepResult } from './test/steps';
import { browserTests, buildTests, staticSteps, unitTests, type SuiteContext } from './test/suites';

const help = `npm test [-- PATH …]

  Types, lint, format, unused code, unit tests, and the most important tests of builds and in a browser: about five minutes.

  PATH  only the tests in files whose path contains it, all of them. With the number of a line, one test:
        npm test -- search        npm test -- tests/browser/apply.spec.ts:12
`;

const print: Print = (line) => console.log(line);

async function runCore(context: SuiteContext): Promise<StepResult[]> {
  installChecks(print);
  const tools = await installTools(print);
  const withTools = { ...context, env: { ...context.env, ...tools } };
  const results = [
    ...(await runPairs(staticSteps, print)),
    ...(await runSteps([unitTests(context), buildTests(withTools, 'core')], print)),
  ];
  await context.releasePorts();
  // The browser tests use a site that the build tests have made.
  const isBuilt = results.at(-1)?.passed === true;
  const env = { ...withTools.env, TEST_SITE_BUILT: isBuilt ? '1' : '' };
  return [...results, ...(await runSteps([browserTests({ ...withTools, env }, 'core')], print))];
}

async function runFiles(names: readonly string[], context: SuiteContext): Promise<StepResult[]> {
  const { unit, build, browser } = findTests(names);
  const needsTools = build.length > 0 || browser.length > 0;
  const env = { ...context.env, ...(needsTools ? await installTools(print) : {}) };
  const all = { ...context, env };
  await context.releasePorts();
  return runSteps(
    [
      ...(unit.length > 0 ? [unitTests(all, unit)] : []),
      ...(build.length > 0 ? [buildTests(all, build)] : []),
      ...(browser.length > 0 ? [browserTests(all, browser)] : []),
    ],
    print,
  );
}

await runCommand({ help, allowPositionals: true }, ({ positionals }) =>
  runTests((context) => (positionals.length > 0 ? runFiles(positionals, context) : runCore(context)), print),
);
