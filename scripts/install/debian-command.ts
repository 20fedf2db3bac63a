/** Finds a program that tests need, or installs its Debian package. */
import { execFileSync, spawnSync } from 'node:child_process';

interface DebianCommand {
  readonly command: string;
  /** The package that contains the command, with what else is needed, separated by spaces. */
  readonly debianPackage: string;
  /** The tests that need it, for the message that they are left out: `the tests of PDFs`. */
  readonly neededFor: string;
}

const hasCommand = (command: string) =>
  spawnSync('sh', ['-c', `command -v ${command}`], { stdio: 'ignore' }).status === 0;

/** Installs Debian packages where that is possible, and prints what it does. `name` is what is missing. */
function installDebianPackages(
  name: string,
  packages: readonly string[],
  print: (line: string) => void,
): void {
  if (process.getuid?.() !== 0 || !hasCommand('apt-get')) return;
  print(`No ${name} found. Installing Debian’s ${packages.join(' and ')} (apt-get), about 5 s.`);
  const quiet = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const;
  try {
    execFileSync('apt-get', ['update', '-qq'], quiet);
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], quiet);
  } catch {
    print('It could not be installed.');
  }
}

/** Installs the program if it is missing, and prints what it does. Returns true if the program is there. */
export function ensureDebianCommand(
  { command, debianPackage, neededFor }: DebianCommand,
  print: (line: string) => void,
): boolean {
  if (hasCommand(command)) return true;
  installDebianPackages(command, debianPackage.split(' '), print);
  if (hasCommand(command)) return true;
  print(`Without ${command} (${debianPackage}) ${neededFor} are left out.`);
  return false;
}
