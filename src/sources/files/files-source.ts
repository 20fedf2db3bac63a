/** The source that reads YAML files: one folder per type, one file per entry. */
import { createHash } from 'node:crypto';
import { lstatSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { locales, type Locale } from '@/i18n/locales';
import { OperatorError } from '@/model/operator-error';
import type { RawEntry } from '@/model/types/entry';
import { contentTypes } from '@/model/types/types';
import { compareByTypeAndId, type Source, type SourceContent } from '../source';
import { readMedia } from './media';
import { createEntryReader, readType } from './read-entries';
import { linkFault, readFolder } from './read-folder';

/** Folders below the content folder that hold no entries. */
const otherFolders = new Set(['media', 'i18n', 'brand']);

/** Creates the source that reads a folder such as `content/`. */
export function createFilesSource(dir: string): Source {
  return {
    name: `files in ${dir}`,
    folder: dir,
    mark: () => markFolder(dir),
    countEntries: () => countFiles(dir),
    async read(progress, isKnown = () => false) {
      await assertFolders(dir);
      const reader = createEntryReader(isKnown);
      for (const type of Object.values(contentTypes)) await readType(dir, type, reader);
      const { problems, fingerprints, hashes } = reader;
      const entries = reader.entries.toSorted(compareByTypeAndId);
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

function assertNoLinks(found: Awaited<ReturnType<typeof readFolder>>): void {
  const link = found.find(({ entry }) => entry.isSymbolicLink() && !entry.name.startsWith('.'));
  if (link) throw new OperatorError(`${link.file} ${linkFault.message}.`, linkFault.hint);
}

async function assertFolders(dir: string): Promise<void> {
  const names = await readdir(dir, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    throw new OperatorError(
      `The content folder ${path.resolve(dir)} can’t be read (${error.code ?? error.message}).`,
      'Set CONTENT_DIR to a folder with entries, or CONTENTFUL_SPACE_ID to build from Contentful.',
    );
  });
  assertNoLinks(names.map((entry) => ({ file: path.join(dir, entry.name), entry })));
  for (const folder of ['brand', 'i18n']) assertNoLinks(await readFolder(path.join(dir, folder)));
  const known: readonly string[] = Object.values(contentTypes).map(({ folder }) => folder);
  for (const entry of names) {
    const place = path.join(dir, entry.name);
    const isExpected =
      entry.name.startsWith('.') || otherFolders.has(entry.name) || known.includes(entry.name);
    if (entry.isDirectory() && !isExpected) {
      throw new OperatorError(
        `${place} is a folder of no known type.`,
        `Rename it to one of ${known.join(', ')}, or move it out of the content folder.`,
      );
    }
    if (!entry.isDirectory() && /\.ya?ml$/.test(entry.name)) {
      throw new OperatorError(
        `${place} is in no type’s folder, so the site wouldn’t show it.`,
        `Move it into one of ${known.join(', ')}, or out of the content folder.`,
      );
    }
  }
}

/** Returns the languages of the site settings; without settings, those of all entries. */
function findLocales(entries: readonly RawEntry[]): Locale[] {
  const settings = entries.filter((entry) => entry.type === 'settings');
  const considered = settings.length > 0 ? settings : entries;
  return locales.filter((locale) => considered.some((entry) => entry.locales[locale]));
}
