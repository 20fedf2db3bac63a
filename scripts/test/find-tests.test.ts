import { expect, it } from 'vitest';
import { findTests } from './find-tests';

it('finds the tests of a module wherever they are', () => {
  const { unit, browser } = findTests(['search']);
  expect(unit).toContain('src/search/words/fuzzy-match.test.ts');
  expect(browser).toContain('tests/browser/search.spec.ts');
});

it('finds one test by its line', () => {
  expect(findTests(['scripts/test/find-tests.test.ts:4'])).toEqual({
    unit: ['scripts/test/find-tests.test.ts:4'],
    build: [],
    browser: [],
  });
});

it('refuses a name that no file has', () => {
  expect(() => findTests(['no-such-module'])).toThrow('No test file has “no-such-module” in its path.');
});
