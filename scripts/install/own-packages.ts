/** Packages that a single command needs: they have a lock file of their own, and the command installs them when it first runs. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { OperatorError } from '@/model/operator-error';

/** Packages are missing and can't be installed. */
export class PackagesError extends OperatorError {
  override readonly name = 'PackagesError';
}

export interface OwnPackages {
  /** Has a package.json with exact versions, and a lock file. */
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

/** Whether everything that the folder's package.json names is there in that version. */
export function hasPackages(folder: string): boolean {
  return Object.entries(readManifest(folder).dependencies ?? {}).every(
    ([name, version]) => readManifest(`${folder}/node_modules/${name}`).version === version,
  );
}

/** Installs the packages where they aren't there yet, and says so. Throws a `PackagesError` where that fails. */
export function installPackages({ folder, name }: OwnPackages, print: (line: string) => void): void {
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
 * True where the packages are there, perhaps only now. Where they can't be installed, says what is left out; in continuous
 * integration, where nobody would read that, throws a `PackagesError`.
 */
export function tryPackages(own: OwnPackages, leftOut: string, print: (line: string) => void): boolean {
  try {
    installPackages(own, print);
    return true;
  } catch (error) {
    if (!(error instanceof PackagesError) || process.env['CI']) throw error;
    print(`${error.message}\nUntil then ${leftOut}.`);
    return false;
  }
}
