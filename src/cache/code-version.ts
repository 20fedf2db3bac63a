/** Tells whether a result that is cached was computed by the same code. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('../../', import.meta.url));

/** Tests and their samples change no result. */
const isCode = (name: string) => !/\.(?:test|fixture)\.tsx?$|\.md$/.test(name);

function listCode(name: string): string[] {
  const place = path.join(project, name);
  if (statSync(place).isFile()) return [name];
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && isCode(entry.name))
    .map((entry) => path.relative(project, path.join(entry.parentPath, entry.name)))
    .toSorted();
}

const known = new Map<string, string>();

/**
 * Returns a digest of everything that a result depends on besides its input: files and those of folders, such as
 * `['src/model']`, the packages, and the runtime with its Unicode tables and time zones. 32 hexadecimal digits. It is
 * computed once per process, in some ten milliseconds.
 */
export function codeVersion(names: readonly string[]): string {
  const key = names.join('\n');
  const found = known.get(key);
  if (found !== undefined) return found;
  const hash = createHash('sha256').update(JSON.stringify(process.versions));
  for (const file of ['package-lock.json', ...names.flatMap(listCode)]) {
    const bytes = readFileSync(path.join(project, file));
    hash.update(`\n${file.split(path.sep).join('/')} ${bytes.length}\n`).update(bytes);
  }
  const version = hash.digest('hex').slice(0, 32);
  known.set(key, version);
  return version;
}
