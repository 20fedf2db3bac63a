import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { environmentVariables } from './variables';

it('every variable that the program reads is declared, so that it is known whether it is secret', () => {
  const read = ['src', 'scripts'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(?:ts|tsx|astro|mjs)$/.test(name) && !/\.(?:test|fixture)\./.test(name))
      .flatMap((name) => [
        ...readFileSync(path.join(folder, name), 'utf8').matchAll(
          /\b(?:env|environment)\b(?:\[['"]|\.|\)\s*\[['"])([A-Z][A-Z_]{3,})/g,
        ),
      ])
      .map(([, name]) => name),
  );
  expect(read.length).toBeGreaterThan(20);
  const declared = new Set(environmentVariables.map(({ name }) => name));
  const undeclared = new Set(
    read.filter((name) => name !== undefined && !declared.has(name) && name !== 'PROD'),
  );
  expect([...undeclared]).toEqual([]);
});
