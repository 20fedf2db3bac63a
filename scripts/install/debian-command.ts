/** Finds a program that tests need, or installs it where that takes no more than Debian's own package. */
import { execFileSync, spawnSync } from 'node:child_process';

export interface DebianCommand {
  readonly command: string;
  /** The package that has it. */
  readonly debianPackage: string;
  /** What tests it is needed for, for the message that they are left out: `the tests of PDFs`. */
  readonly neededFor: string;
}

const has = (command: string) =>
  spawnSync('sh', ['-c', `command -v ${command}`], { stdio: 'ignore' }).status === 0;

/** True where the program is there, perhaps only now; says what it does. */
export function ensureDebianCommand(
  { command, debianPackage, neededFor }: DebianCommand,
  print: (line: string) => void,
): boolean {
  if (has(command)) return true;
  if (process.getuid?.() === 0 && has('apt-get')) {
    print(`No ${command} found. Installing Debian’s ${debianPackage} (apt-get), about 5 s.`);
    const quiet = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const;
    try {
      execFileSync('apt-get', ['update', '-qq'], quiet);
      execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', debianPackage], quiet);
    } catch {
      print('It could not be installed.');
    }
  }
  if (has(command)) return true;
  print(`Without ${command} (${debianPackage}) ${neededFor} are left out.`);
  return false;
}
