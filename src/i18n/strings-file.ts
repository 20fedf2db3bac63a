/**
 * Strings that scripts load when they are needed, a file for each language: in every page they would be a tenth of it. The
 * route in `src/pages/assets` writes them (build side).
 */
import { createHash } from 'node:crypto';
import { strings } from './strings';
import type { Translate } from './translate';

/** A file whose name changes with its content, like those of scripts: caches may keep it for ever. */
export interface StringsFile {
  /** Without its ending: `fit-words.fr.1a2b3c4d` */
  readonly name: string;
  /** Its path on the site: `/assets/fit-words.fr.1a2b3c4d.json` */
  readonly path: string;
  readonly text: string;
}

/** The files of each language, by what they are of. */
const made = new WeakMap<object, Map<string, StringsFile>>();

/** Returns the file of a language, made once for all pages. */
export function stringsFile(t: Translate, of: string, make: () => unknown): StringsFile {
  const language = strings[t.locale];
  const files = made.get(language) ?? new Map<string, StringsFile>();
  made.set(language, files);
  const known = files.get(of);
  if (known) return known;
  const text = JSON.stringify(make());
  const version = createHash('sha256').update(text).digest('hex').slice(0, 8);
  const name = `${of}-words.${t.locale}.${version}`;
  const file = { name, path: `/assets/${name}.json`, text };
  files.set(of, file);
  return file;
}
