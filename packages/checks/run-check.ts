/** The tools that check the code. They have a lock file of their own, since no site needs their hundred packages. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { tryInstallPackages } from '@scripts/install/command-packages';

export const checksFolder = fileURLToPath(new URL('.', import.meta.url)).slice(0, -1);

/** Installs the tools if they are missing. Returns true if they are there; without a network it says what is left out. */
export const installChecks = (print: (line: string) => void): boolean =>
  tryInstallPackages(
    { folder: checksFolder, name: 'what checks the code' },
    'lint, unused code, import cycles and workflows aren’t checked',
    print,
  );

/** Runs a program of these packages, `eslint/bin/eslint.js`, over the project. Returns its exit code, 0 where it can't be installed. */
export function runCheck(program: string, args: readonly string[]): number {
  if (!installChecks((line) => console.log(line))) return 0;
  const { status } = spawnSync(process.execPath, [`${checksFolder}/node_modules/${program}`, ...args], {
    stdio: 'inherit',
  });
  return status ?? 1;
}
