/** `npm run lint`: checks the code with ESLint. */
import { runCommand } from '@scripts/command';
import { runCheck } from './run-check';

const help = `npm run lint [-- --fix]

  ESLint, with what the project’s modules may import (packages/checks/eslint.config.mjs). The first time it installs
  ESLint. Where that fails nothing is checked, but in continuous integration (CI) it ends with 1.

  --fix  correct what ESLint can
`;

const options = { fix: { type: 'boolean', default: false } } as const;

await runCommand({ help, options }, ({ values }) =>
  Promise.resolve(
    runCheck('eslint/bin/eslint.js', [
      '.',
      '--config=packages/checks/eslint.config.mjs',
      '--max-warnings=0',
      ...(values.fix ? ['--fix'] : []),
    ]),
  ),
);
