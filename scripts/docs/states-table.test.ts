import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { insertStatesTable } from './states-table';

it('docs/applications.md has the states as they are (npm run docs -- applications)', () => {
  const document = readFileSync('docs/applications.md', 'utf8');
  expect(document).toBe(insertStatesTable(document));
});
