import { expect, it } from 'vitest';
import { countTests } from './run-tests';
import { temporaryFolder } from './temporary-folder';

const folder = temporaryFolder();

it.each([
  [{ numPassedTests: 7, numFailedTests: 1 }, false, { passed: 7, failed: 1 }],
  [{ stats: { expected: 9, flaky: 1, unexpected: 0 } }, true, { passed: 10, failed: 0 }],
  // It crashed before a test failed, or before it wrote what it counts.
  [{ numPassedTests: 7, numFailedTests: 0 }, false, { passed: 7, failed: 1 }],
  ['no report', false, { passed: 0, failed: 1 }],
  [undefined, true, { passed: 1, failed: 0 }],
])('counts %j, passed %s', (content, passed, counts) => {
  const report = content === undefined ? undefined : folder.write('report.json', JSON.stringify(content));
  expect(countTests({ name: 'unit tests', report, passed, duration: 1 })).toEqual(counts);
});
