/** Fetches the word lists and dictionaries that the tables are made of: packages of Debian, each in one version. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
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
    name: 'scowl',
    version: '2020.12.07-4',
    hash: '04c32442a4570b9d831494825501d90e91d429f369a95e3ecc22341e643aadad',
  },
  {
    name: 'hunspell-fr-classical',
    version: '1:7.0-3',
    hash: '188ba594a75271107b0589aa4704cbe83060ec210cda40e9566890c7ddbd0b4a',
  },
  {
    name: 'hunspell-es',
    version: '1:25.2.3-1',
    hash: '47d81d5d888c206c62305331e75ca4789d830070c9e6374af6ae9e77295b24cf',
  },
  ...Object.entries({
    'eng-spa': 'e84d62e8b0643375d08046d0b0bbf4865fdad55b7c88c806a4b8db21bd5ce541',
    'fra-spa': 'a088be7910a48ff90f1071bb37a5524213a9a0bfe880c01b15868f297271daff',
    'eng-fin': '0ef34b5f79b3600544e7abe7534eef713caed60a59c6702a3cd196cde13dbb79',
    'fra-fin': '702c499fdcdc77c587bd6b3f99750f33d3b94306bf1dde8d64c8759c74be7c7d',
    'eng-swe': '40119781297b37c05d1f8a0e1d06553435080f0f132ca778fb126773034ea3ea',
    'fra-swe': '1dd22abd59dd7e9b8ffdcf80e046c90bc6a5f75edfd7dbb99019a4629a2a67e0',
    'eng-rus': 'f6a6af75c8442355ac1a5733859b1f73b318b51735de6dcfa33b23ff264638f2',
    'fra-rus': 'b63cddb927481e1874a9d8e4e34ebb6d953c7cad73c76e7cae6a3dc4f19b7c8e',
    'eng-cat': '60835aaac1f1ceab979cba49fac6984964c702a4ec67eb68e06d2491b2a7fa34',
    'fra-cat': 'eadc19af498e393be9298f9273ad43ee7143b235b2617c95c8f494956fd4c7a6',
  }).map(([languages, hash]) => ({ name: `dict-freedict-${languages}`, version: '2024.11.01-2', hash })),
];

/** A package can’t be fetched, or isn’t the one that the tables were made of. */
class SourceError extends OperatorError {
  override readonly name = 'SourceError';
}

/** `hunspell-es_1%3a25.2.3-1_all.deb`: the name that apt-get gives the file. */
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
  read(file: string): string;
  /** Those of a file that is compressed. */
  unpack(file: string): Buffer;
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
    read: (file) => readFileSync(inShare(file), 'utf8'),
    unpack: (file) => gunzipSync(readFileSync(inShare(file))),
    list: (file) => readdirSync(inShare(file)).toSorted(),
  };
}
