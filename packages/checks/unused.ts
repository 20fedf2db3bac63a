/** `npm run unused`: finds unused code and import cycles. */
import { runCommand } from '@scripts/command';
import { runCheck } from './run-check';

const help = `npm run unused

  Files, exports and packages that nothing uses, packages that package.json doesn’t name, and import cycles
  (packages/checks/knip.json). The first time it installs Knip. Where that fails nothing is looked for, but in continuous
  integration (CI) it ends with 1.
`;

await runCommand({ help }, () =>
  Promise.resolve(runCheck('knip/bin/knip.js', ['--config=packages/checks/knip.json'])),
);
