/** The source that reads YAML files: one folder per type, one file per entry. */
import { createHash } from 'node:crypto';
import { lstatSync, readFileSync, statSync, type Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { isLocale } from '@/i18n/locales';
import type { RawEntry, RawFields } from '@/model/types/entry';
import { entryId } from '@/model/fields/fields';
import type { Problem } from '@/model/problems';
import { contentTypes } from '@/model/types/types';
import { entryKey } from '@/status/build-record';
import { hashFile } from '@/status/entry-hash';
import { mapShared } from '@/model/fields/walk';
import { compareByTypeAndId, type IsKnown, type SourceContent, type Source } from '../source';
import { OperatorError } from '@/model/operator-error';
import { findLocales } from '../entry-locales';
import { checkSize } from '../entry-size';
import { createLinkError, linkFault } from './content-links';
import { decodeText, EncodingError } from './decode-text';
import { pictureAssetId, readMedia } from './media';
import { parseYaml, YamlError } from './parse-yaml';

/** Folders below the content folder that hold no entries. */
const otherFolders = new Set(['media', 'i18n', 'brand']);

type ContentType = (typeof contentTypes)[keyof typeof contentTypes];

/** The version of a file's content. */
interface FileVersion {
  /** Of the entry in it (`SourceContent.fingerprints`). */
  readonly fingerprint: string;
  /** For the tools of editors (`SourceContent.hashes`). */
  readonly hash: string;
}

/** Creates the source that reads a folder such as `content/`. */
export function createFilesSource(dir: string): Source {
  return {
    name: `files in ${dir}`,
    folder: dir,
    mark: () => markFolder(dir),
    countEntries: () => countFiles(dir),
    async read(progress, isKnown = () => false) {
      await assertFolders(dir);
      const fingerprints = new Map<RawEntry, string>();
      const hashes = new Map<string, string>();
      const reader: EntryReader = { isKnown, fingerprints, hashes };
      const read: Awaited<ReturnType<typeof readType>>[] = [];
      for (const type of Object.values(contentTypes)) read.push(await readType(dir, type, reader));
      const entries = read.flatMap(({ entries }) => entries).toSorted(compareByTypeAndId);
      const problems = read.flatMap(({ problems }) => problems);
      if (entries.length === 0 && problems.length === 0) {
        throw new OperatorError(
          `The content folder ${path.resolve(dir)} has no entry.`,
          'Put entries into its folders, or set CONTENT_DIR to a folder that has some.',
        );
      }
      return {
        entries,
        fingerprints,
        hashes,
        assets: await readMedia(dir, progress),
        locales: findLocales(entries),
        fallbacks: {},
        problems,
      } satisfies SourceContent;
    },
  };
}

async function countFiles(dir: string): Promise<number> {
  const folders = Object.values(contentTypes).map(({ folder }) => path.join(dir, folder));
  const names = await Promise.all(folders.map((folder) => readdir(folder).catch(() => [])));
  return names.flat().length;
}

/**
 * Returns a mark of names, sizes and times of all files, also those of pictures, the brand and texts of the interface. Rejects
 * with the system's error.
 */
export async function markFolder(dir: string): Promise<string> {
  const hash = createHash('sha256');
  const visit = async (folder: string): Promise<void> => {
    const entries = await readdir(folder, { withFileTypes: true });
    for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
      // Editors leave temporary files with such names. `public/` may have the one that is published.
      if (entry.name.startsWith('.') && entry.name !== '.well-known') continue;
      const file = path.join(folder, entry.name);
      if (entry.isDirectory()) await visit(file);
      else {
        const stats = lstatSync(file, { throwIfNoEntry: false });
        hash.update(`${file}\0${stats?.size}\0${stats?.mtimeMs}\0${stats?.ino}\n`);
      }
    }
  };
  await visit(dir);
  return hash.digest('base64url');
}

/** Throws an `OperatorError` for a link that isn't followed among the files and folders of the content folder. */
function assertLinks(dir: string, found: readonly Dirent[]): void {
  for (const entry of found.filter((one) => one.isSymbolicLink() && !one.name.startsWith('.'))) {
    const link = path.join(entry.parentPath, entry.name);
    const fault = linkFault(dir, link);
    if (fault) throw createLinkError(link, fault);
  }
}

async function assertFolders(dir: string): Promise<void> {
  const names = await readdir(dir, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    throw new OperatorError(
      `The content folder ${path.resolve(dir)} can’t be read (${error.code ?? error.message}).`,
      'Set CONTENT_DIR to a folder with entries, or CONTENTFUL_SPACE_ID to build from Contentful.',
    );
  });
  assertLinks(dir, names);
  for (const folder of ['brand', 'i18n'])
    assertLinks(dir, await readdir(path.join(dir, folder), { withFileTypes: true }).catch(() => []));
  const known = new Set<string>(Object.values(contentTypes).map((type) => type.folder));
  for (const entry of names) {
    if (!entry.isDirectory() && /\.ya?ml$/.test(entry.name)) {
      throw new OperatorError(
        `${path.join(dir, entry.name)} is in no type’s folder, so the site wouldn’t show it.`,
        `Move it into one of ${[...known].join(', ')}, or out of the content folder.`,
      );
    }
    if (
      entry.isDirectory() &&
      !known.has(entry.name) &&
      !otherFolders.has(entry.name) &&
      !entry.name.startsWith('.')
    ) {
      throw new OperatorError(
        `${path.join(dir, entry.name)} is a folder of no known type.`,
        `Rename it to one of ${[...known].join(', ')}, or move it out of the content folder.`,
      );
    }
  }
}

interface EntryReader {
  readonly isKnown: IsKnown;
  readonly fingerprints: Map<RawEntry, string>;
  readonly hashes: Map<string, string>;
}

/** Files that are read before other tasks get a turn, such as the signal that ends the build. */
const atATime = 100;

async function readType(
  dir: string,
  type: ContentType,
  reader: EntryReader,
): Promise<Pick<SourceContent, 'entries' | 'problems'>> {
  const folder = path.join(dir, type.folder);
  const found = await readdir(folder, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw createUnreadableError(folder, error);
  });
  const links = new Set(found.filter((entry) => entry.isSymbolicLink()).map(({ name }) => name));
  const files = found
    .map(({ name }) => name)
    .filter((name) => !name.startsWith('.'))
    .toSorted();
  const results: ReturnType<typeof readEntry>[] = [];
  for (const [index, name] of files.entries()) {
    if (index % atATime === 0) await setImmediate();
    const file = path.join(folder, name);
    const fault = links.has(name) ? linkFault(dir, file) : undefined;
    results.push(
      fault
        ? { problem: leftOut(file, type, { code: 'file-link', ...fault }) }
        : readEntry(file, type, reader),
    );
  }
  return {
    entries: results.flatMap((result) => ('entry' in result ? [result.entry] : [])),
    problems: [
      ...results.flatMap((result) => ('problem' in result ? [result.problem] : [])),
      ...(await findNested(folder, type)),
    ],
  };
}

/** Returns a problem for each entry in a subfolder, so that each counts as left out. */
async function findNested(folder: string, type: ContentType): Promise<Problem[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return found
    .filter((entry) => entry.isFile() && entry.name.endsWith('.yml') && entry.parentPath !== folder)
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter(
      (file) =>
        !path
          .relative(folder, file)
          .split(path.sep)
          .some((name) => name.startsWith('.')),
    )
    .toSorted()
    .map((file) =>
      leftOut(file, type, {
        code: 'file-name',
        message: 'is in a folder among the entries, where it isn’t read',
        hint: `Move it into ${folder}.`,
      }),
    );
}

function createUnreadableError(place: string, error: NodeJS.ErrnoException): OperatorError {
  return new OperatorError(
    `${place} can’t be read (${error.code ?? error.message}).`,
    'Check its permissions.',
  );
}

/** Runs `work` with a file. Throws an `OperatorError` if the system refuses. */
function withSourceError<T>(file: string, work: (file: string) => T): T {
  try {
    return work(file);
  } catch (error) {
    throw createUnreadableError(file, error as NodeJS.ErrnoException);
  }
}

/** The problem of a file that isn't an entry. */
function leftOut(
  file: string,
  type: ContentType,
  fault: Pick<Problem, 'code' | 'message'> & { readonly hint: string },
): Problem {
  return { severity: 'blocks', type: type.name, id: path.parse(file).name, where: file, ...fault };
}

/** Reads a file in one go: thousands of small files take a third of the time in which they are read concurrently. */
function readEntry(
  file: string,
  type: ContentType,
  { isKnown, fingerprints, hashes }: EntryReader,
): { entry: RawEntry } | { problem: Problem } {
  const { name: id, ext } = path.parse(file);
  const problem = (code: string, message: string, hint: string) => ({
    problem: leftOut(file, type, { code, message, hint }),
  });
  const stats = withSourceError(file, (name) => statSync(name));
  if (stats.isDirectory()) {
    return problem(
      'file-name',
      'is a folder, and entries are files',
      'Move the files in it one folder up, and delete it.',
    );
  }
  if (ext !== '.yml') {
    return problem(
      'file-name',
      'is not a .yml file',
      'Rename it to end in .yml, or move it out of this folder.',
    );
  }
  if (!entryId.safeParse(id).success) {
    return problem(
      'file-name',
      'has a name that can’t be an id',
      'Use 1 to 64 letters, digits, dots, hyphens or underscores.',
    );
  }
  if (!stats.isFile()) {
    return problem('file-name', 'can’t be read to the end', 'Put a file in its place, or delete it.');
  }
  const fault = checkSize(stats.size);
  if (fault) return problem(fault.code, fault.message, fault.hint);
  const remember = (entry: RawEntry, { fingerprint }: FileVersion) => {
    fingerprints.set(entry, fingerprint);
    return { entry };
  };
  const bytes = withSourceError(file, (name) => readFileSync(name));
  const version = versionOf(file, bytes);
  hashes.set(entryKey({ type: type.name, id }), version.hash);
  if (isKnown(version.fingerprint)) return remember(lazyEntry(id, type, file, version), version);
  try {
    const fields: unknown = parseYaml(decodeText(bytes));
    if (typeof fields !== 'object' || fields === null || Array.isArray(fields)) {
      return problem('file-unreadable', 'holds no fields', 'Write `name: value` lines, or delete the file.');
    }
    return remember(toRawEntry(id, type, fields as RawFields, file), version);
  } catch (error) {
    if (!(error instanceof YamlError || error instanceof EncodingError)) throw error;
    return problem('file-unreadable', error.message, error.hint ?? '');
  }
}

const versionOf = (file: string, bytes: Buffer): FileVersion => ({
  fingerprint: createHash('sha256').update(`${file}\0`).update(bytes).digest('base64url'),
  hash: hashFile(bytes),
});

/**
 * Creates an entry from a file that was read without fault before. It is read once its fields are asked for, and then has to
 * be of the same version.
 */
function lazyEntry(id: string, type: ContentType, file: string, version: FileVersion): RawEntry {
  let parsed: RawEntry | undefined;
  const parse = () => (parsed ??= toRawEntry(id, type, readSame(file, version), file));
  return {
    id,
    type: type.name,
    get locales() {
      return parse().locales;
    },
    get shared() {
      return parse().shared;
    },
    origin: { label: file },
  };
}

/** Reads the fields of a file whose version is known. Throws an `OperatorError` if it has another one by now. */
function readSame(file: string, { fingerprint }: FileVersion): RawFields {
  const bytes = withSourceError(file, (name) => readFileSync(name));
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
