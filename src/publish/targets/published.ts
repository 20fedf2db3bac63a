/** What the last build put into a folder, kept beside the reports so that the next one can tell what is gone. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { locales } from '@/i18n/locales';
import { contentTypeNames } from '@/model/types/entry';
import type { PreparedContent } from '@/site/prepare/prepare';
import { publishRecord, recordPublish, type PublishRecord } from '@/report/record';
import { z } from 'zod';
import { manifestFile } from './manifest';
import { jsonNote, type BuildNote } from './notes';
import { reportDir } from '../report';

const publishedDir = path.join(reportDir, 'published');

const published = z.object({
  /** The source, as people say it. */
  source: z.string(),
  locales: z.array(z.enum(locales)),
  /** Entries on the site by type. */
  shown: z.partialRecord(z.enum(contentTypeNames), z.number()),
  /** Addresses of entries by `type/id`. Earlier versions noted none. */
  entries: z.record(z.string(), z.array(z.string())).default({}),
  /** Pages that no entry has. */
  standing: z.array(z.string()).default([]),
  /** SHA-256 of the manifest. Earlier versions wrote none. */
  manifest: z.string().optional(),
});

export type PublishedRecord = z.infer<typeof published>;

/** Where that is kept for a folder to build into: `dist` -> `.local/report/published/dist.json`. */
export function publishedFile(outDir: string): string {
  const name = path.relative('.', outDir).split(path.sep).join('--');
  return path.join(publishedDir, `${name}.json`);
}

/** Where the record of the entries is kept, beside the note. */
const recordFile = (noteFile: string) => noteFile.replace(/\.json$/, '.entries.json');

/** The files of what is remembered, by that of the note. */
export const rememberedFiles = (noteFile: string) => [noteFile, recordFile(noteFile), manifestFile(noteFile)];

/** What a build noted down; undefined where there was none, or it can’t be told any more. */
export async function readPublished(file: string): Promise<PublishedRecord | undefined> {
  try {
    return published.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    // Written by another version, or cut off: there is nothing to compare with, as after a first build.
    return undefined;
  }
}

/** What is to be remembered of what is published. */
export function publishedNote(
  file: string,
  { source, content, counts }: PreparedContent,
  rest: Pick<PublishedRecord, 'entries' | 'standing' | 'manifest'>,
): BuildNote {
  const shown = Object.fromEntries(
    contentTypeNames.map((type) => [type, counts[type].shown]),
  ) as PublishedRecord['shown'];
  return jsonNote(file, { source, locales: content.locales, shown, ...rest });
}

/** The entries of a build, beside its note; undefined where there is nothing to compare with. */
export async function readRecord(noteFile: string): Promise<PublishRecord | undefined> {
  try {
    return publishRecord.parse(JSON.parse(await readFile(recordFile(noteFile), 'utf8')));
  } catch {
    return undefined;
  }
}

/** What is to be remembered of the entries that are published. */
export function recordNote(noteFile: string, { source, content, written }: PreparedContent): BuildNote {
  // Without spaces: it has a line of every field of every entry.
  return {
    file: recordFile(noteFile),
    text: `${JSON.stringify(recordPublish(written, source, content.now))}\n`,
  };
}
