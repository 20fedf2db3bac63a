import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { insertHeaderTable } from './header-table';

it('docs/operators.md has the headers as they are (npm run docs -- hosting)', () => {
  const guide = readFileSync('docs/operators.md', 'utf8');
  expect(guide).toBe(insertHeaderTable(guide));
});
