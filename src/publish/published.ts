/** What the last build put into a folder, kept beside the reports so that the next one can tell what is gone. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { locales } from '@/i18n/locales';
import { contentTypeNames } from '@/model/entry';
import type { Prepared } from '@/pipeline/prepare';
import { z } from 'zod';
import type { Note } from './notes';
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
function fileOf(outDir: string): string {
  const name = path.relative('.', outDir).split(path.sep).join('--');
  return path.join(publishedDir, `${name}.json`);
}

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
  return { file: fileOf(outDir), value: { source, locales: content.locales, shown } };
}
