/**
 * The other results of the search: organizations, campaigns, stories, resources and pages, in one small file for each
 * language, loaded after the opportunities. Shared with the browser.
 */

/** Raised whenever the meaning of the data changes; other versions aren't read. */
export const entriesVersion = 1;

/** In the order of display. */
export const entryTypes = ['organization', 'campaign', 'story', 'resource', 'page'] as const;

export type EntryType = (typeof entryTypes)[number];

/** Path, title, summary, further words to find it by, and the language of its texts where that isn't the page's. */
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
  /** For an organization, its name. */
  readonly title: string;
  readonly summary: string;
  /** Further words to find it by, such as the names of its causes. */
  readonly words: string;
  /** The language of its texts, where that isn't the page's. */
  readonly lang: string | undefined;
}

/** Packs entries for their file. */
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

/** Reads the file of entries; empty for an unknown version. */
export function readEntries({ version, entries }: EntriesFile): EntryResult[] {
  if (version !== entriesVersion) return [];
  return entryTypes.flatMap((type) =>
    entries[type].map(([path, title, summary, words, lang]) => ({ type, path, title, summary, words, lang })),
  );
}
