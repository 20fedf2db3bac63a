/** Reads the numbers of passed and failed tests from the reports of the two runners. */

export interface TestCounts {
  readonly passed: number;
  readonly failed: number;
}

const readNumber = (report: unknown, ...path: string[]): number => {
  const value = path.reduce<unknown>(
    (inner, key) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined),
    report,
  );
  return typeof value === 'number' ? value : 0;
};

/** Counts a runner that failed without a failed test (a crash, no report) as one failure. */
function countCrash(counts: TestCounts, hasSucceeded: boolean): TestCounts {
  return hasSucceeded || counts.failed > 0 ? counts : { ...counts, failed: 1 };
}

/** Reads Vitest's JSON report. */
export function countVitest(report: unknown, hasSucceeded: boolean): TestCounts {
  return countCrash(
    { passed: readNumber(report, 'numPassedTests'), failed: readNumber(report, 'numFailedTests') },
    hasSucceeded,
  );
}

/** Reads Playwright's JSON report. A test that passed at the second try counts as passed. */
export function countPlaywright(report: unknown, hasSucceeded: boolean): TestCounts {
  const passed = readNumber(report, 'stats', 'expected') + readNumber(report, 'stats', 'flaky');
  return countCrash({ passed, failed: readNumber(report, 'stats', 'unexpected') }, hasSucceeded);
}
