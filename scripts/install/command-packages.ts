/** Installs packages that only one command needs. They have their own lock file and are installed at its first run. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { OperatorError } from '@/model/operator-error';

/** Packages are missing and can't be installed. */
export class PackagesError extends OperatorError {
  override readonly name = 'PackagesError';
}

interface CommandPackages {
  /** It contains a package.json with exact versions, and a lock file. */
  readonly folder: string;
  /** For messages: `Lighthouse`. */
  readonly name: string;
}

interface Manifest {
  readonly version?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

function readManifest(folder: string): Manifest {
  try {
    return JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')) as Manifest;
  } catch {
    return {};
  }
}

/** True if every dependency in the folder's package.json is installed in that version. */
export function hasPackages(folder: string): boolean {
  return Object.entries(readManifest(folder).dependencies ?? {}).every(
    ([name, version]) => readManifest(`${folder}/node_modules/${name}`).version === version,
  );
}

/** Installs the packages if they are missing, and prints that. Throws a `PackagesError` if it fails. */
export function installPackages({ folder, name }: CommandPackages, print: (line: string) => void): void {
  if (hasPackages(folder)) return;
  print(`Installing ${name}`);
  const { status, stderr } = spawnSync('npm', ['ci', '--prefix', folder, '--ignore-scripts'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    encoding: 'utf8',
  });
  if (status === 0) return;
  if (stderr.trim() !== '') print(stderr.trimEnd());
  const shown = path.relative('', folder);
  throw new PackagesError(
    `${name} could not be installed. Connect to the network and run: npm ci --prefix ${shown} --ignore-scripts`,
  );
}

/**
 * Installs the packages if they are missing. Returns true if they are there; otherwise prints what is left out. In
 * continuous integration, where that would go unnoticed, it throws a `PackagesError` instead.
 */
export function tryInstallPackages(
  packages: CommandPackages,
  leftOut: string,
  print: (line: string) => void,
): boolean {
  try {
    installPackages(packages, print);
    return true;
  } catch (error) {
    if (!(error instanceof PackagesError) || process.env['CI']) throw error;
    print(`${error.message}\nUntil then ${leftOut}.`);
    return false;
  }
}
