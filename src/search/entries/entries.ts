/**
 * What the search finds beside opportunities: organizations, campaigns, stories, resources and pages, in one small file
 * a language, loaded after the opportunities' own results. Shared with the browser.
 */

/** Raised whenever what is written changes its meaning; another number is not read. */
export const entriesVersion = 1;

/** In the order in which they are shown. */
export const entryTypes = ['organization', 'campaign', 'story', 'resource', 'page'] as const;

export type EntryType = (typeof entryTypes)[number];

/**
 * Path, title, summary, further words that it is found by, and the language that it is shown in where that isn't the
 * page's.
 */
type PackedEntry = readonly [string, string, string, string, string?];

/** The file `search/<locale>.entries.json`. */
export interface EntriesFile {
  readonly version: number;
  readonly entries: Readonly<Record<EntryType, readonly PackedEntry[]>>;
}

export interface EntryResult {
  readonly type: EntryType;
  /** Path from the root. */
  readonly path: string;
  /** An organization's is its name. */
  readonly title: string;
  readonly summary: string;
  /** Names of what it is filed under, and the like. */
  readonly words: string;
  /** The language that it is shown in, where that isn't the page's. */
  readonly lang: string | undefined;
}

/** The entries as their file has them. */
export function packEntries(entries: readonly EntryResult[]): EntriesFile {
  const ofType = (type: EntryType) =>
    entries
      .filter((entry) => entry.type === type)
      .map(({ path, title, summary, words, lang }): PackedEntry =>
        lang === undefined ? [path, title, summary, words] : [path, title, summary, words, lang],
      );
  return {
    version: entriesVersion,
    entries: {
      organization: ofType('organization'),
      campaign: ofType('campaign'),
      story: ofType('story'),
      resource: ofType('resource'),
      page: ofType('page'),
    },
  };
}

/** Reads the file of entries; none of a version that this code can't read. */
export function readEntries({ version, entries }: EntriesFile): EntryResult[] {
  if (version !== entriesVersion) return [];
  return entryTypes.flatMap((type) =>
    entries[type].map(([path, title, summary, words, lang]) => ({ type, path, title, summary, words, lang })),
  );
}
