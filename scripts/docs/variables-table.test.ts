import { parseEnv } from 'node:util';
import { describe, expect, it } from 'vitest';
import { formatExampleFile } from './variables-table';

describe('the variables', () => {
  it('are all unset in a copy of .env.example, and empty without the #', () => {
    expect(parseEnv(formatExampleFile())).toEqual({});
    const values = Object.values(parseEnv(formatExampleFile().replaceAll(/^#(?=[A-Z_]+=$)/gm, '')));
    expect(values).toEqual(Array(27).fill(''));
  });
});
