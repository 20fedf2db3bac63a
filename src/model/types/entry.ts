import type { Locale } from '@/i18n/locales';

/** Every content type, in the order in which editors see them. */
export const contentTypeNames = [
  'opportunity',
  'organization',
  'campaign',
  'story',
  'resource',
  'page',
  'synonyms',
  'settings',
] as const;

export type ContentTypeName = (typeof contentTypeNames)[number];

export const isEntryType = (value: string): value is ContentTypeName =>
  (contentTypeNames as readonly string[]).includes(value);

/** Names an entry among those of all types: `story/x`. */
export const entryKey = ({ type, id }: { readonly type: string; readonly id: string }) => `${type}/${id}`;

/** The fields of one language, or the shared ones, before anything has checked them. */
export type RawFields = Readonly<Record<string, unknown>>;

/** The origin of an entry, for messages and for links to the editor. */
interface Origin {
  /** Names the place where an editor finds it: the path of its file, or `Contentful entry ID`. */
  readonly label: string;
  /** An address at which an editor can open the entry, where there is one. */
  readonly editUrl?: string;
}

/**
 * An entry as every source yields it. Links are ids of entries, pictures are ids of assets, dates are
 * `YYYY-MM-DD`, long texts are Markdown.
 */
export interface RawEntry {
  /** Unique within its type: `[A-Za-z0-9._-]{1,64}`. */
  readonly id: string;
  readonly type: ContentTypeName;
  readonly locales: Readonly<Partial<Record<Locale, RawFields>>>;
  readonly shared: RawFields;
  readonly origin: Origin;
}
