/** Runs steps of tests in a folder of their own, and prints what failed, how to run it alone, and `N passed, N failed`. */
import { readFileSync } from 'node:fs';
import { holdPorts } from './free-ports';
import { givenPort } from './ports';
import { listPlaywrightFailures, listVitestFailures } from './failures';
import { makeRunFolder } from './run-folder';
import { countPlaywright, countVitest, type TestCounts } from './test-counts';
import type { StepResult, TestReport } from './steps';
import type { SuiteContext } from './suites';

export type Print = (line: string) => void;

function readReport({ file }: TestReport): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

function countTests({ report, passed }: StepResult): TestCounts {
  if (!report) return { passed: passed ? 1 : 0, failed: passed ? 0 : 1 };
  return (report.runner === 'vitest' ? countVitest : countPlaywright)(readReport(report), passed);
}

/** The last lines that are shown of what a failed step without a report printed: enough for tables and their findings. */
const lastLines = 30;

function listFailures({ name, report, passed, output }: StepResult): string[] {
  if (!report && passed) return [];
  if (!report) return [[`The end of ${name}:`, ...output.split('\n').slice(-lastLines)].join('\n  ')];
  return (report.runner === 'vitest' ? listVitestFailures : listPlaywrightFailures)(readReport(report));
}

/**
 * Runs what `run` asks for, with free ports for the servers of the tests' site. Resolves to the exit code: 1 where a test
 * failed, whose reports stay then.
 */
export async function runTests(
  run: (context: SuiteContext) => Promise<StepResult[]>,
  print: Print,
): Promise<number> {
  const folder = makeRunFolder();
  // Held until a server takes them: the built site has the address in it, and that may be minutes later.
  const held = givenPort === undefined ? await holdPorts(2) : undefined;
  const [sitePort, inboxPort] = held?.ports.map(String) ?? [];
  const ports = sitePort && inboxPort ? { TEST_PORT: sitePort, TEST_INBOX_PORT: inboxPort } : {};
  const results = await run({
    report: folder.report,
    env: { ...folder.env, ...ports },
    releasePorts: async () => held?.release(),
  });

  for (const failure of results.flatMap(listFailures)) print(`\n${failure}`);
  print('');
  const total = { passed: 0, failed: 0 };
  for (const result of results) {
    const counts = countTests(result);
    total.passed += counts.passed;
    total.failed += counts.failed;
    const seconds = (result.duration / 1000).toFixed(1);
    print(`${result.passed ? 'passed' : 'FAILED'}  ${result.name}: ${counts.passed} in ${seconds} s`);
  }
  if (total.failed > 0) print(`Reports, and screenshots where CI is set: ${folder.keep()}`);
  print(`${total.passed} passed, ${total.failed} failed`);
  return total.failed > 0 ? 1 : 0;
}
