import { expect, it } from 'vitest';
import { eslint, isInstalled } from './eslint.fixture';

it.runIf(isInstalled)('lints the program’s own folders, not what an operator adds', async () => {
  const { ESLint } = eslint();
  const linter = new ESLint({ overrideConfigFile: 'packages/checks/eslint.config.mjs' });
  for (const file of ['public/a.js', 'mine/a.mjs']) expect(await linter.isPathIgnored(file), file).toBe(true);
  for (const file of ['src/a.ts', 'astro.config.mjs', 'tests/a.ts'])
    expect(await linter.isPathIgnored(file), file).toBe(false);
});
