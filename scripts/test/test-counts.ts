/** Reads how many tests passed out of the reports of the two runners. */

export interface Counts {
  readonly passed: number;
  readonly failed: number;
}

const numberAt = (report: unknown, ...path: string[]): number => {
  const value = path.reduce<unknown>(
    (inner, key) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined),
    report,
  );
  return typeof value === 'number' ? value : 0;
};

/** A runner that failed without a failed test (a crash, no report) counts as one failure. */
function withExit(counts: Counts, exitedWell: boolean): Counts {
  return exitedWell || counts.failed > 0 ? counts : { ...counts, failed: 1 };
}

/** Vitest's JSON report. */
export function countVitest(report: unknown, exitedWell: boolean): Counts {
  return withExit(
    { passed: numberAt(report, 'numPassedTests'), failed: numberAt(report, 'numFailedTests') },
    exitedWell,
  );
}

/** Playwright's JSON report; a test that passed only at a second try counts as failed. */
export function countPlaywright(report: unknown, exitedWell: boolean): Counts {
  const failed = numberAt(report, 'stats', 'unexpected') + numberAt(report, 'stats', 'flaky');
  return withExit({ passed: numberAt(report, 'stats', 'expected'), failed }, exitedWell);
}
