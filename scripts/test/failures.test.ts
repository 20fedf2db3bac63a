import path from 'node:path';
import { expect, it } from 'vitest';
import { listPlaywrightFailures, listVitestFailures } from './failures';

it('names the failed tests of Vitest with their messages', () => {
  const report = {
    testResults: [
      {
        name: path.resolve('a/b.test.ts'),
        message: '',
        assertionResults: [
          { fullName: 'adds', status: 'passed', failureMessages: [] },
          {
            fullName: 'divides',
            status: 'failed',
            failureMessages: ['\u001b[31mexpected 1\u001b[39m\n\nto be 2'],
            location: { line: 12, column: 3 },
          },
        ],
      },
      { name: path.resolve('a/c.test.ts'), message: 'Cannot find module', assertionResults: [] },
    ],
  };
  expect(listVitestFailures(report)).toEqual([
    'a/b.test.ts › divides\n  expected 1\n  to be 2\n  Alone: npm test -- a/b.test.ts:12',
    'a/c.test.ts\n  Cannot find module\n  Alone: npm test -- a/c.test.ts',
  ]);
});

it('names the failed tests of Playwright, in groups too', () => {
  const specOf = (title: string, ok: boolean, message?: string, status = 'expected') => ({
    title,
    file: 'form.spec.ts',
    line: 5,
    ok,
    tests: [
      {
        status,
        results: [
          {
            errors:
              message === undefined
                ? []
                : [{ message: 'The time is over.' }, { message, location: { file, line: 9, column: 1 } }],
          },
        ],
      },
    ],
  });
  const file = '/form.spec.ts';
  const report = {
    suites: [
      {
        specs: [specOf('opens', true)],
        suites: [
          { specs: [specOf('sends', false, 'expected a\nreceived b', 'unexpected')] },
          { specs: [specOf('waits', true, 'too late', 'flaky')] },
        ],
      },
    ],
  };
  expect(listPlaywrightFailures(report)).toEqual([
    'tests/browser/form.spec.ts › sends\n  The time is over.\n  Line 9: expected a\n  received b\n' +
      '  Alone: npm test -- tests/browser/form.spec.ts:5',
    'tests/browser/form.spec.ts › waits (passed at the second try)\n  The time is over.\n  Line 9: too late\n' +
      '  Alone: npm test -- tests/browser/form.spec.ts:5',
  ]);
});

it('lists nothing of a report that can’t be read', () => {
  expect(listVitestFailures(undefined)).toEqual([]);
  expect(listPlaywrightFailures({ stats: {} })).toEqual([]);
});
