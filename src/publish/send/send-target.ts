/** Where releases are sent to: `HOST:PATH`, as rsync and scp write it, or a folder of this machine. */
import path from 'node:path';
import { UsageError } from '@/terminal/command-line';

export interface SendTarget {
  /** As it was given, for messages. */
  readonly name: string;
  /** `user@host` or an alias of ssh’s configuration; undefined for this machine. */
  readonly host: string | undefined;
  /** Absolute, or relative to the home folder there. */
  readonly folder: string;
}

/** Characters that no shell gives a meaning, but for `~`. */
const plain = /^[A-Za-z0-9._/~@:-]+$/;

/** Parses `--send-to`. Throws a `UsageError`. */
export function parseSendTarget(name: string): SendTarget {
  const refuse = (what: string): never => {
    throw new UsageError(`--send-to is “${name}”. ${what}`);
  };
  if (!plain.test(name)) return refuse('Use only letters and digits without accents, and . _ / ~ @ : -');
  const [, host, rest = ''] = /^([^/:]*):(.*)$/.exec(name) ?? [];
  if (host === undefined) {
    if (name.startsWith('-') || name.includes('~')) return refuse('Write the whole path of the folder.');
    return { name, host, folder: path.resolve(name) };
  }
  // The path of a remote command begins in the home folder.
  const folder = path.posix.normalize(rest.replace(/^~\//, '')).replace(/\/$/, '');
  if (!/^[A-Za-z0-9]/.test(host) || /^[:/-]/.test(rest.replace(/^\/(?=[^/])/, '')) || rest === '')
    return refuse('Write HOST:PATH, such as web@example.org:/srv/volunteering.');
  if (/[~:]/.test(folder) || /^(?:|\.{1,2}(?:\/.*)?)$/.test(folder))
    return refuse('Give a folder of its own, such as web@example.org:/srv/volunteering.');
  return { name, host, folder };
}
