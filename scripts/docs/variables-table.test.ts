import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { describe, expect, it } from 'vitest';
import { formatExampleFile, insertVariablesTable } from './variables-table';

describe('the variables', () => {
  it('are in docs/operators.md as they are (npm run docs -- config)', () => {
    const guide = readFileSync('docs/operators.md', 'utf8');
    expect(guide).toBe(insertVariablesTable(guide));
  });

  it('are in .env.example as they are (npm run docs -- config)', () => {
    expect(readFileSync('.env.example', 'utf8')).toBe(formatExampleFile());
  });

  it('are all unset in a copy of .env.example, and empty without the #', () => {
    expect(parseEnv(formatExampleFile())).toEqual({});
    const values = Object.values(parseEnv(formatExampleFile().replaceAll(/^#(?=[A-Z_]+=$)/gm, '')));
    expect(values).toEqual(Array(27).fill(''));
  });
});
