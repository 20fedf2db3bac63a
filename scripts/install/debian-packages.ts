/** Finds programs of this machine, and installs Debian's packages. */
import { execFileSync, spawnSync } from 'node:child_process';

/** Returns the path of a command on the PATH. */
export function findOnPath(command: string): string | undefined {
  const { status, stdout } = spawnSync('sh', ['-c', `command -v ${command}`], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : undefined;
}

/** True where Debian's packages can be installed. */
export const canInstallPackages = (): boolean =>
  process.getuid?.() === 0 && findOnPath('apt-get') !== undefined;

/** Installs a Debian package, and prints that. Returns true if that worked. */
export function installDebianPackage(name: string, print: (line: string) => void): boolean {
  print(`Installing Debian’s ${name} (apt-get), about 10 s.`);
  const quiet = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const;
  try {
    execFileSync('apt-get', ['update', '-qq'], quiet);
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], quiet);
    return true;
  } catch {
    print('It could not be installed.');
    return false;
  }
}
