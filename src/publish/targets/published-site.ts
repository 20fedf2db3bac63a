/** The note on the site that a build published, saved beside the reports so that the next build can detect losses. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { locales } from '@/i18n/locales';
import { contentTypeNames } from '@/model/types/entry';
import type { PreparedContent } from '@/site/prepare/prepare';
import { publishRecord, recordPublish, type PublishRecord } from '@/report/publish-record';
import { z } from 'zod';
import { parseRecord } from '@/status/build-record';
import { manifestFile } from './manifest';
import { createJsonNote, type BuildNote } from './notes';
import { reportDir } from '../report';

const publishedDir = path.join(reportDir, 'published');

const published = z.object({
  /** The name of the source for people. */
  source: z.string(),
  locales: z.array(z.enum(locales)),
  /** Entries on the site by type. */
  shown: z.partialRecord(z.enum(contentTypeNames), z.number()),
  /** Addresses of entries by `type/id`. */
  entries: z.record(z.string(), z.array(z.string())),
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

/** The file of the entries, beside the note. */
const recordFile = (noteFile: string) => noteFile.replace(/\.json$/, '.entries.json');

/** All files that belong to a note. */
export const noteFiles = (noteFile: string) => [noteFile, recordFile(noteFile), manifestFile(noteFile)];

/** Reads a file; undefined if there is none, it is cut off, or another version wrote it: then there is nothing to compare with. */
const readRecord = async <Schema extends z.ZodType>(schema: Schema, file: string) =>
  parseRecord(schema, await readFile(file, 'utf8').catch(() => ''));

/** Reads a note; undefined if there is none, or it can't be read. */
export const readPublishedSite = (file: string): Promise<PublishedSite | undefined> =>
  readRecord(published, file);

/** Reads the entries of a build, beside its note; undefined if there is nothing to compare with. */
export const readPublishRecord = (noteFile: string): Promise<PublishRecord | undefined> =>
  readRecord(publishRecord, recordFile(noteFile));

/** Creates the note on a site. */
export function createPublishedNote(
  file: string,
  { source, content, counts }: PreparedContent,
  rest: Pick<PublishedSite, 'entries' | 'fixedPages' | 'manifest'>,
): BuildNote {
  const shown = Object.fromEntries(
    contentTypeNames.map((type) => [type, counts[type].shown]),
  ) as PublishedSite['shown'];
  return createJsonNote(file, { source, locales: content.locales, shown, ...rest });
}

/** Creates the record of the published entries. */
export function createRecordNote(noteFile: string, { source, content, written }: PreparedContent): BuildNote {
  // Without spaces: it has every field of every entry.
  return {
    file: recordFile(noteFile),
    text: `${JSON.stringify(recordPublish(written, source, content.now))}\n`,
  };
}
