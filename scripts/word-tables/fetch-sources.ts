/** Fetches the dictionaries and thesauri that the tables are made of: packages of Debian, each in one version. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { OperatorError } from '@/model/operator-error';

export interface SourcePackage {
  readonly name: string;
  readonly version: string;
  /** SHA-256 of the package’s file. */
  readonly hash: string;
}

/** Their licences are in the `NOTICE.md` of each language. */
export const sourcePackages: readonly SourcePackage[] = [
  {
    name: 'wordnet-base',
    version: '1:3.0-39',
    hash: 'f4f96d4d5d19061916c66cbb889a0119e6a46f9655051f5fd42b7317e46ce4db',
  },
  {
    name: 'scowl',
    version: '2020.12.07-4',
    hash: '04c32442a4570b9d831494825501d90e91d429f369a95e3ecc22341e643aadad',
  },
  {
    name: 'mythes-fr',
    version: '1:25.2.3-1',
    hash: '7643e27d663103e0e05090327bc8c70557b077069adfadbde449c66c5feb187a',
  },
  {
    name: 'hunspell-fr-classical',
    version: '1:7.0-3',
    hash: '188ba594a75271107b0589aa4704cbe83060ec210cda40e9566890c7ddbd0b4a',
  },
  {
    name: 'mythes-es',
    version: '1:25.2.3-1',
    hash: 'f44b8a1251bf132ebf8ce5b28c0f92a5022db2b03843024da755934dc94a9216',
  },
  {
    name: 'hunspell-es',
    version: '1:25.2.3-1',
    hash: '47d81d5d888c206c62305331e75ca4789d830070c9e6374af6ae9e77295b24cf',
  },
];

/** A package can’t be fetched, or isn’t the one that the tables were made of. */
class SourceError extends OperatorError {
  override readonly name = 'SourceError';
}

/** `wordnet-base_1%3a3.0-39_all.deb`: the name that apt-get gives the file. */
const fileOf = ({ name, version }: SourcePackage) => `${name}_${version.replace(':', '%3a')}_all.deb`;

function fetchPackage(one: SourcePackage, folder: string): void {
  const file = path.join(folder, fileOf(one));
  if (!existsSync(file)) {
    try {
      execFileSync('apt-get', ['download', '-qq', `${one.name}=${one.version}`], {
        cwd: folder,
        stdio: 'ignore',
      });
    } catch {
      throw new SourceError(
        `Can’t fetch ${one.name} ${one.version} with apt-get. Take ${fileOf(one)} from https://snapshot.debian.org and ` +
          `put it into ${folder}.`,
      );
    }
  }
  const hash = createHash('sha256').update(readFileSync(file)).digest('hex');
  if (hash !== one.hash)
    throw new SourceError(`${file} isn’t the file that the tables were made of. Delete it.`);
  execFileSync('dpkg-deb', ['-x', file, folder]);
}

/** The files of the packages, by their path below `/usr/share`. */
export interface Sources {
  read(file: string, encoding?: 'utf8' | 'latin1'): string;
  list(folder: string): readonly string[];
}

/** Fetches the packages that aren’t in the folder yet, and unpacks all. Throws a `SourceError`. */
export function fetchSources(folder: string, print: (line: string) => void): Sources {
  mkdirSync(folder, { recursive: true });
  for (const one of sourcePackages) {
    print(`${one.name} ${one.version}`);
    fetchPackage(one, folder);
  }
  const inShare = (file: string) => path.join(folder, 'usr/share', file);
  return {
    read: (file, encoding = 'utf8') => readFileSync(inShare(file), encoding),
    list: (file) => readdirSync(inShare(file)).toSorted(),
  };
}
