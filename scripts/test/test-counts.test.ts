import { describe, expect, it } from 'vitest';
import { countPlaywright, countVitest } from './test-counts';

describe('counting tests', () => {
  it('reads both reports', () => {
    expect(countVitest({ numPassedTests: 3, numFailedTests: 1 }, false)).toEqual({ passed: 3, failed: 1 });
    expect(countPlaywright({ stats: { expected: 5, unexpected: 0, flaky: 0 } }, true)).toEqual({
      passed: 5,
      failed: 0,
    });
  });

  it('counts a test that passed at the second try as passed', () => {
    expect(countPlaywright({ stats: { expected: 5, unexpected: 0, flaky: 2 } }, true)).toEqual({
      passed: 7,
      failed: 0,
    });
  });

  it('counts a runner that crashed without a report as a failure', () => {
    expect(countVitest(undefined, false)).toEqual({ passed: 0, failed: 1 });
    expect(countPlaywright(undefined, false)).toEqual({ passed: 0, failed: 1 });
  });
});
