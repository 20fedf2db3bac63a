/** Finds a program that tests need, or installs its Debian package. */
import { execFileSync, spawnSync } from 'node:child_process';

export interface DebianCommand {
  readonly command: string;
  /** The package that contains the command. */
  readonly debianPackage: string;
  /** The tests that need it, for the message that they are left out: `the tests of PDFs`. */
  readonly neededFor: string;
}

const hasCommand = (command: string) =>
  spawnSync('sh', ['-c', `command -v ${command}`], { stdio: 'ignore' }).status === 0;

/** Installs the program if it is missing, and prints what it does. Returns true if the program is there. */
export function ensureDebianCommand(
  { command, debianPackage, neededFor }: DebianCommand,
  print: (line: string) => void,
): boolean {
  if (hasCommand(command)) return true;
  if (process.getuid?.() === 0 && hasCommand('apt-get')) {
    print(`No ${command} found. Installing Debian’s ${debianPackage} (apt-get), about 5 s.`);
    const quiet = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const;
    try {
      execFileSync('apt-get', ['update', '-qq'], quiet);
      execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', debianPackage], quiet);
    } catch {
      print('It could not be installed.');
    }
  }
  if (hasCommand(command)) return true;
  print(`Without ${command} (${debianPackage}) ${neededFor} are left out.`);
  return false;
}
