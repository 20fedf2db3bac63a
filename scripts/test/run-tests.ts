/** Runs steps of tests in a folder of their own, and prints which failed, and `N passed, N failed`. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { holdPorts } from './free-ports';
import { givenPort } from './ports';
import { makeRunFolder } from './run-folder';
import type { StepResult } from './steps';
import type { SuiteContext } from './suites';

export type Print = (line: string) => void;

interface TestCounts {
  readonly passed: number;
  readonly failed: number;
}

/** The counts in the JSON reports of Vitest and of Playwright. A test that passed at the second try counts as passed. */
const report = z.union([
  z
    .object({ numPassedTests: z.number(), numFailedTests: z.number() })
    .transform(({ numPassedTests, numFailedTests }) => ({ passed: numPassedTests, failed: numFailedTests })),
  z
    .object({ stats: z.object({ expected: z.number(), flaky: z.number(), unexpected: z.number() }) })
    .transform(({ stats }) => ({ passed: stats.expected + stats.flaky, failed: stats.unexpected })),
]);

function readCounts(file: string): TestCounts | undefined {
  try {
    return report.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
}

/** Counts the tests of a step. One without a report is one, and so is a failure without a failed test (a crash). */
export function countTests({ report: file, passed }: StepResult): TestCounts {
  const found = file === undefined ? undefined : readCounts(file);
  if (passed) return found ?? { passed: 1, failed: 0 };
  return { passed: found?.passed ?? 0, failed: Math.max(1, found?.failed ?? 0) };
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
