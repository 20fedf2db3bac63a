/** `/build.json` of a site: what it was built from. Public, so it has nothing about drafts or refused entries. */
import { z } from 'zod';

export const buildRecordPath = '/build.json';

/** ISO. */
export const instant = z.iso.datetime();

const buildRecord = z.object({
  /** It increases when the shape changes. */
  version: z.literal(1),
  /** The instant that the build took for now. */
  built: instant,
  /** Identifies the code of the site. */
  code: z.string(),
  /** The instant of the content: everything that was saved before is in the build, or was left out of it. */
  content: instant,
  /** The hash of each public entry by `type/id`: `{ 'story/x': '8BvQz1c0' }`. */
  entries: z.record(z.string(), z.string()).readonly(),
});

export type BuildRecord = Readonly<z.infer<typeof buildRecord>>;

/** Formats a record, the same for the same entries. Each entry has its line, so that changes are easy to see. */
export const formatBuildRecord = (record: BuildRecord): string => `${JSON.stringify(record, null, 1)}\n`;

/** Parses JSON of a schema; returns undefined for anything else, such as the page that a server shows for a missing file. */
export function parseRecord<Schema extends z.ZodType>(schema: Schema, text: string) {
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** Parses a record; returns undefined for anything else. */
export const parseBuildRecord = (text: string): BuildRecord | undefined => parseRecord(buildRecord, text);
