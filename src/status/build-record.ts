/** `/build.json` of a site: what it was built from. Public, so it has nothing about drafts or refused entries. */

export const buildRecordPath = '/build.json';

export interface BuildRecord {
  /** It increases when the shape changes. */
  readonly version: 1;
  /** The instant that the build took for now, ISO. */
  readonly built: string;
  /** Identifies the code of the site. */
  readonly code: string;
  /** The instant of the content, ISO: everything that was saved before is in the build, or was left out of it. */
  readonly content: string;
  /** The hash of each public entry by `type/id`: `{ 'story/x': '8BvQz1c0' }`. */
  readonly entries: Readonly<Record<string, string>>;
}

/** Formats a record, the same for the same entries. Each entry has its line, so that changes are easy to see. */
export const formatBuildRecord = (record: BuildRecord): string => `${JSON.stringify(record, null, 1)}\n`;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isInstant = (value: unknown): value is string =>
  typeof value === 'string' && !Number.isNaN(Date.parse(value));

/** Returns the JSON of an object; undefined for any other text. */
export function parseObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Parses a record. Returns undefined for anything else, such as the page that a server shows for a missing file. */
export function parseBuildRecord(text: string): BuildRecord | undefined {
  const value = parseObject(text);
  if (value?.['version'] !== 1) return undefined;
  const { built, code, content, entries } = value;
  if (!isInstant(built) || !isInstant(content) || typeof code !== 'string' || !isObject(entries))
    return undefined;
  const pairs = Object.entries(entries);
  if (!pairs.every((pair): pair is [string, string] => typeof pair[1] === 'string')) return undefined;
  return { version: 1, built, code, content, entries: Object.fromEntries(pairs) };
}
