/** Reads entries from YAML files: one folder per type, one file per entry. */
import { createHash } from 'node:crypto';
import { readFileSync, statSync, type Dirent, type Stats } from 'node:fs';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { isLocale } from '@/i18n/locales';
import { entryId } from '@/model/fields/fields';
import { mapShared } from '@/model/fields/walk';
import { OperatorError } from '@/model/operator-error';
import type { Problem } from '@/model/problems';
import { entryKey, type RawEntry, type RawFields } from '@/model/types/entry';
import type { contentTypes } from '@/model/types/types';
import { hashFile } from '@/status/entry-hash';
import { checkSize } from '../entry-size';
import { lazyEntry, type IsKnown } from '../source';
import { decodeText, EncodingError } from './decode-text';
import { pictureAssetId } from './media';
import { parseYaml, YamlError } from './parse-yaml';
import { createUnreadableError, linkFault, readFolder } from './read-folder';

type ContentType = (typeof contentTypes)[keyof typeof contentTypes];

/** The version of a file's content. */
interface FileVersion {
  /** Of the entry in it (`SourceContent.fingerprints`). */
  readonly fingerprint: string;
  /** For the tools of editors (`SourceContent.hashes`). */
  readonly hash: string;
}

type Fault = Pick<Problem, 'code' | 'message' | 'hint'>;

/** Collects the entries that are read, and what is known of them (`SourceContent`). */
export const createEntryReader = (isKnown: IsKnown) => ({
  isKnown,
  entries: [] as RawEntry[],
  problems: [] as Problem[],
  fingerprints: new Map<RawEntry, string>(),
  hashes: new Map<string, string>(),
});

type EntryReader = ReturnType<typeof createEntryReader>;

/** Files that are read before other tasks get a turn, such as the signal that ends the build. */
const atATime = 100;

/** Reads the entries of a type. */
export async function readType(dir: string, type: ContentType, reader: EntryReader): Promise<void> {
  const folder = path.join(dir, type.folder);
  const files = (await readFolder(folder)).filter(({ entry }) => !entry.isDirectory());
  for (const [index, { file, entry }] of files.entries()) {
    if (index % atATime === 0) await setImmediate();
    const result = findPlaceFault(folder, file, entry) ?? readEntry(file, type, reader);
    if ('code' in result) reader.problems.push(leftOut(file, type, result));
    else reader.entries.push(result);
  }
}

function findPlaceFault(folder: string, file: string, entry: Dirent): Fault | undefined {
  if (entry.isSymbolicLink()) return { code: 'file-link', ...linkFault };
  if (path.dirname(file) === folder) return undefined;
  const message = 'is in a folder among the entries, where it isn’t read';
  return { code: 'file-name', message, hint: `Move it into ${folder}.` };
}

/** Runs `work` with a file. Throws an `OperatorError` if the system refuses. */
function withOperatorError<T>(file: string, work: (file: string) => T): T {
  try {
    return work(file);
  } catch (error) {
    throw createUnreadableError(file, error as NodeJS.ErrnoException);
  }
}

/** The problem of a file that isn't an entry. */
const leftOut = (file: string, type: ContentType, fault: Fault): Problem => ({
  severity: 'blocks',
  type: type.name,
  id: path.parse(file).name,
  where: file,
  ...fault,
});

/** Returns the reason why a file isn't read; undefined if there is none. */
function findFault(file: string, stats: Stats): Fault | undefined {
  const { name, ext } = path.parse(file);
  const fault = (message: string, hint: string): Fault => ({ code: 'file-name', message, hint });
  if (ext !== '.yml')
    return fault('is not a .yml file', 'Rename it to end in .yml, or move it out of this folder.');
  if (!entryId.safeParse(name).success)
    return fault(
      'has a name that can’t be an id',
      'Use 1 to 64 letters, digits, dots, hyphens or underscores.',
    );
  if (!stats.isFile()) return fault('can’t be read to the end', 'Put a file in its place, or delete it.');
  return checkSize(stats.size);
}

/** Reads a file in one go: thousands of small files take a third of the time in which they are read concurrently. */
function readEntry(
  file: string,
  type: ContentType,
  { isKnown, fingerprints, hashes }: EntryReader,
): RawEntry | Fault {
  const fault = findFault(
    file,
    withOperatorError(file, (name) => statSync(name)),
  );
  if (fault) return fault;
  const { name: id } = path.parse(file);
  const bytes = withOperatorError(file, (name) => readFileSync(name));
  const version = versionOf(file, bytes);
  hashes.set(entryKey({ type: type.name, id }), version.hash);
  const remember = (entry: RawEntry) => {
    fingerprints.set(entry, version.fingerprint);
    return entry;
  };
  const read = () => toRawEntry(id, type, readSame(file, version), file);
  if (isKnown(version.fingerprint))
    return remember(lazyEntry({ id, type: type.name, origin: { label: file } }, read));
  try {
    const fields: unknown = parseYaml(decodeText(bytes));
    if (typeof fields !== 'object' || fields === null || Array.isArray(fields)) {
      const hint = 'Write `name: value` lines, or delete the file.';
      return { code: 'file-unreadable', message: 'holds no fields', hint };
    }
    return remember(toRawEntry(id, type, fields as RawFields, file));
  } catch (error) {
    if (!(error instanceof YamlError || error instanceof EncodingError)) throw error;
    return { code: 'file-unreadable', message: error.message, hint: error.hint ?? '' };
  }
}

const versionOf = (file: string, bytes: Buffer): FileVersion => ({
  fingerprint: createHash('sha256').update(`${file}\0`).update(bytes).digest('base64url'),
  hash: hashFile(bytes),
});

/** Reads the fields of a file whose version is known. Throws an `OperatorError` if it has another one by now. */
function readSame(file: string, { fingerprint }: FileVersion): RawFields {
  const bytes = withOperatorError(file, (name) => readFileSync(name));
  if (versionOf(file, bytes).fingerprint !== fingerprint) {
    throw new OperatorError(
      `${file} changed while the content was read.`,
      'Nothing was published. Try again once the change is finished.',
    );
  }
  return parseYaml(decodeText(bytes)) as RawFields;
}

/** Creates an entry from the fields of `file`. */
export function toRawEntry(id: string, type: ContentType, fields: RawFields, file: string): RawEntry {
  const isLanguage = (key: string, value: unknown) =>
    isLocale(key) && typeof value === 'object' && value !== null && !Array.isArray(value);
  const pairs = Object.entries(fields);
  const entry = {
    id,
    type: type.name,
    locales: Object.fromEntries(pairs.filter(([key, value]) => isLanguage(key, value))),
    shared: Object.fromEntries(pairs.filter(([key, value]) => !isLanguage(key, value))),
    origin: { label: file },
  };
  const toId = (_meta: unknown, value: unknown) =>
    typeof value === 'string' ? pictureAssetId(value) : value;
  return mapShared(entry, toId, 'media');
}
