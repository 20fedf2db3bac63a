/** What the last build put into a folder, kept beside the reports so that the next one can tell what is gone. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { locales } from '@/i18n/locales';
import { contentTypeNames } from '@/model/entry';
import type { Prepared } from '@/pipeline/prepare';
import { publishRecord, recordPublish, type PublishRecord } from '@/report/record';
import { z } from 'zod';
import { jsonNote, type Note } from './notes';
import { reportDir } from './report';

const publishedDir = path.join(reportDir, 'published');

const published = z.object({
  /** The source, as people say it. */
  source: z.string(),
  locales: z.array(z.enum(locales)),
  /** Entries on the site by type. */
  shown: z.partialRecord(z.enum(contentTypeNames), z.number()),
});

export type Published = z.infer<typeof published>;

/** `dist` -> `.local/report/published/dist.json`; a path becomes one name. */
function fileOf(outDir: string, kind = ''): string {
  const name = path.relative('.', outDir).split(path.sep).join('--');
  return path.join(publishedDir, `${name}${kind}.json`);
}

const recordFile = (outDir: string) => fileOf(outDir, '.entries');

/** What the last build into the folder put there; undefined where there was none, or it can’t be told any more. */
export async function readPublished(outDir: string): Promise<Published | undefined> {
  try {
    return published.parse(JSON.parse(await readFile(fileOf(outDir), 'utf8')));
  } catch {
    // Written by another version, or cut off: there is nothing to compare with, as after a first build.
    return undefined;
  }
}

/** What is to be remembered of what is put into the folder. */
export function publishedNote(outDir: string, { source, content, counts }: Prepared): Note {
  const shown = Object.fromEntries(
    contentTypeNames.map((type) => [type, counts[type].shown]),
  ) as Published['shown'];
  return jsonNote(fileOf(outDir), { source, locales: content.locales, shown });
}

/** The entries that the last build put into the folder; undefined where there is nothing to compare with. */
export async function readRecord(outDir: string): Promise<PublishRecord | undefined> {
  try {
    return publishRecord.parse(JSON.parse(await readFile(recordFile(outDir), 'utf8')));
  } catch {
    return undefined;
  }
}

/** What is to be remembered of the entries that are put into the folder. */
export function recordNote(outDir: string, { source, content }: Prepared): Note {
  // Without spaces: it has a line of every field of every entry.
  return {
    file: recordFile(outDir),
    text: `${JSON.stringify(recordPublish(content.entries, source, content.now))}\n`,
  };
}
