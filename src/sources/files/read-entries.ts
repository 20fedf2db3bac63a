/** Reads entries from YAML files: one folder per type, one file per entry. */
import { createHash } from 'node:crypto';
import { readFileSync, statSync, type Dirent } from 'node:fs';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { isLocale } from '@/i18n/locales';
import { entryId } from '@/model/fields/fields';
import { mapShared } from '@/model/fields/walk';
import { isRecord } from '@/model/json';
import { OperatorError } from '@/model/operator-error';
import { createProblems, type Problem, type ProblemFinding } from '@/model/problems';
import { entryKey, type RawEntry, type RawFields } from '@/model/types/entry';
import type { contentTypes } from '@/model/types/types';
import { hashFile } from '@/status/entry-hash';
import { checkSize, leavesOut } from '../entry-size';
import type { IsKnown } from '../source';
import { decodeText, EncodingError } from './decode-text';
import { pictureAssetId } from './media';
import { parseYaml, YamlError } from './parse-yaml';
import { createUnreadableError, linkFault, readFolder } from './read-folder';

type ContentType = (typeof contentTypes)[keyof typeof contentTypes];

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
    const { name: id } = path.parse(file);
    const own = { id, type: type.name, origin: { label: file } };
    const fault = findFault(folder, file, entry) ?? readEntry(own, type, reader);
    if (fault) reader.problems.push(...createProblems(own, [fault]));
  }
}

/** Asks the system about a file. Throws an `OperatorError` if it refuses. */
function ask<T>(file: string, call: (file: string) => T): T {
  try {
    return call(file);
  } catch (error) {
    throw createUnreadableError(file, error as NodeJS.ErrnoException);
  }
}

/** Returns the reason why a file isn't read; undefined if there is none. */
function findFault(folder: string, file: string, entry: Dirent): ProblemFinding | undefined {
  const { name, ext, dir } = path.parse(file);
  const fault = (message: string, hint: string) => leavesOut('file-name', message, hint);
  if (entry.isSymbolicLink()) return linkFault;
  if (dir !== folder)
    return fault('is in a folder among the entries, where it isn’t read', `Move it into ${folder}.`);
  if (ext !== '.yml')
    return fault('is not a .yml file', 'Rename it to end in .yml, or move it out of this folder.');
  if (!entryId.safeParse(name).success)
    return fault(
      'has a name that can’t be an id',
      'Use 1 to 64 letters, digits, dots, hyphens or underscores.',
    );
  const stats = ask(file, (one) => statSync(one));
  if (!stats.isFile()) return fault('can’t be read to the end', 'Put a file in its place, or delete it.');
  return checkSize(stats.size);
}

/**
 * Reads a file in one go: thousands of small files take a third of the time in which they are read concurrently. What is known by
 * its fingerprint was read without fault before, and is parsed once its fields are asked for. Returns a fault, if there is one.
 */
function readEntry(
  own: Pick<RawEntry, 'id' | 'type' | 'origin'>,
  type: ContentType,
  { isKnown, fingerprints, hashes, entries }: EntryReader,
): ProblemFinding | undefined {
  const file = own.origin.label;
  const bytes = ask(file, (name) => readFileSync(name));
  const fingerprint = fingerprintOf(file, bytes);
  hashes.set(entryKey(own), hashFile(bytes));
  let known: RawEntry | undefined;
  const parsed = () => (known ??= toRawEntry(own.id, type, readSame(file, fingerprint), file));
  const lazy = {
    ...own,
    get locales() {
      return parsed().locales;
    },
    get shared() {
      return parsed().shared;
    },
  };
  try {
    const entry = isKnown(fingerprint) ? lazy : toRawEntry(own.id, type, parseFields(bytes), file);
    entries.push(entry);
    fingerprints.set(entry, fingerprint);
    return undefined;
  } catch (error) {
    if (!(error instanceof YamlError || error instanceof EncodingError)) throw error;
    return leavesOut('file-unreadable', error.message, error.hint ?? '');
  }
}

/** Parses the fields of a file. Throws a `YamlError` or an `EncodingError`. */
function parseFields(bytes: Buffer): RawFields {
  const fields = parseYaml(decodeText(bytes));
  if (isRecord(fields)) return fields;
  throw new YamlError('holds no fields', 'Write `name: value` lines, or delete the file.');
}

const fingerprintOf = (file: string, bytes: Buffer) =>
  createHash('sha256').update(`${file}\0`).update(bytes).digest('base64url');

/** Reads the fields of a file whose version is known. Throws an `OperatorError` if it has another one by now. */
function readSame(file: string, fingerprint: string): RawFields {
  const bytes = ask(file, (name) => readFileSync(name));
  if (fingerprintOf(file, bytes) === fingerprint) return parseFields(bytes);
  throw new OperatorError(
    `${file} changed while the content was read.`,
    'Nothing was published. Try again once the change is finished.',
  );
}

/** Creates an entry from the fields of `file`. */
export function toRawEntry(id: string, type: ContentType, fields: RawFields, file: string): RawEntry {
  const { languages = [], others = [] } = Object.groupBy(Object.entries(fields), ([key, value]) =>
    isLocale(key) && isRecord(value) ? 'languages' : 'others',
  );
  const entry = {
    id,
    type: type.name,
    locales: Object.fromEntries(languages) as RawEntry['locales'],
    shared: Object.fromEntries(others),
    origin: { label: file },
  };
  const toId = (_meta: unknown, value: unknown) =>
    typeof value === 'string' ? pictureAssetId(value) : value;
  return mapShared(entry, toId, 'media');
}
