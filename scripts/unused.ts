/** `npm run unused`: finds unused code and import cycles. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { tryInstallPackages } from '@scripts/install/command-packages';
import { runCommand } from './command';

const help = `npm run unused

  Files, exports and packages that nothing uses, packages that package.json doesn’t name, and import cycles
  (knip.json). The first time it installs Knip. Where that fails nothing is looked for, but in continuous integration (CI)
  it ends with 1.
`;

/** Knip has its own lock file, since nothing else needs its fifty packages. */
const folder = fileURLToPath(new URL('../vendor/knip', import.meta.url));

await runCommand({ help }, () => {
  const print = (line: string) => console.log(line);
  if (!tryInstallPackages({ folder, name: 'Knip' }, 'unused code and import cycles aren’t looked for', print))
    return Promise.resolve(0);
  const { status } = spawnSync(process.execPath, [`${folder}/node_modules/knip/bin/knip.js`], {
    stdio: 'inherit',
  });
  return Promise.resolve(status ?? 1);
});
