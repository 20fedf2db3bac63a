/** The note on the site that a build published, saved beside the reports so that the next build can detect losses. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { locales } from '@/i18n/locales';
import type { PreparedContent } from '@/site/prepare/prepare';
import { z } from 'zod';
import { rawEntryTitle } from '@/model/fields/entry-title';
import { contentTypeNames, entryKey } from '@/model/types/entry';
import { parseRecord } from '@/status/build-record';
import { manifestFile } from './manifest';
import type { SavedFile } from './saved-files';
import { reportDir } from '../report';

const publishedDir = path.join(reportDir, 'published');

const entryRecord = z.object({
  type: z.enum(contentTypeNames),
  id: z.string(),
  title: z.string(),
  /** The version, where the source has them. */
  hash: z.string().optional(),
});

export type EntryRecord = z.infer<typeof entryRecord>;

const published = z.object({
  /** The source's name for people. */
  source: z.string(),
  /** The instant (ms) that the build used as the present. */
  now: z.number(),
  entries: z.array(entryRecord),
  locales: z.array(z.enum(locales)),
  /** Addresses of entries by `type/id`. */
  addresses: z.record(z.string(), z.array(z.string())),
  /** Pages that don't belong to an entry. */
  fixedPages: z.array(z.string()),
  /** SHA-256 of the manifest. */
  manifest: z.string(),
});

export type PublishedSite = z.infer<typeof published>;

/** The file of the note for an output folder: `dist` -> `.local/report/published/dist.json`. */
export function publishedNoteFile(outDir: string): string {
  const name = path.relative('.', outDir).split(path.sep).join('--');
  return path.join(publishedDir, `${name}.json`);
}

/** All files that belong to a note. */
export const noteFiles = (noteFile: string) => [noteFile, manifestFile(noteFile)];

/** Reads a note; undefined if there is none, it is cut off, or another version wrote it: then there is nothing to compare with. */
export const readPublishedSite = async (noteFile: string): Promise<PublishedSite | undefined> =>
  parseRecord(published, await readFile(noteFile, 'utf8').catch(() => ''));

/** Creates the note on a site. */
export function createPublishedNote(
  file: string,
  { source, content, hashes }: PreparedContent,
  rest: Pick<PublishedSite, 'addresses' | 'fixedPages' | 'manifest'>,
): SavedFile {
  const { entries, locales: written, now } = content;
  const records = entries.map((entry): EntryRecord => {
    const { type, id } = entry;
    return { type, id, title: rawEntryTitle(entry), hash: hashes.get(entryKey(entry)) };
  });
  const note: PublishedSite = { source, now, entries: records, locales: [...written], ...rest };
  // Without spaces: it has every entry.
  return { file, text: `${JSON.stringify(note)}\n` };
}
