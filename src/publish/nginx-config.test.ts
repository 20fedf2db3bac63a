import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { withHeaderTable } from './header-table';
import { nginxConfigs } from './nginx-config';

describe('what is written from the source of the headers', () => {
  it.each(Object.entries(nginxConfigs))('%s is up to date: else run `npm run docs:hosting`', (file, text) => {
    expect(readFileSync(file, 'utf8')).toBe(text);
  });

  it('the table in docs/operators.md is up to date: else run `npm run docs:hosting`', () => {
    const guide = readFileSync('docs/operators.md', 'utf8');
    expect(guide).toBe(withHeaderTable(guide));
  });
});
