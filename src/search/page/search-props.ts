/** The props of the search island, with all its strings and labels. */
import { translateIsland, type KeyOrPrefix, type KeysOf, type TranslateKeys } from '@/i18n/create-translate';
import type { Locale } from '@/i18n/locales';
import type { StringKey } from '@/i18n/strings';
import type { FacetChoice, FacetId } from '../facets/search-address';
import { unpackCard, type PackedResult } from '../cards/card-files';
import type { ResultCard } from '../query/engine.client';

/** The folders of feeds. */
export interface FeedFolders {
  /** The folder above those of facets and values. */
  readonly browse: string;
  /** The folder with the feeds of all open opportunities. */
  readonly open: string;
}

/** The strings of the search: prefixes, and single keys of others. */
export const searchStrings = [
  'search.',
  'facet.',
  'facts.',
  'follow.',
  'section.subscribe',
  'pager.',
  'save.done',
  'storage.',
  'fits.needs',
  'fits.language.',
  'level.basic',
  'level.good',
  'level.fluent',
  'level.native',
  'status.open',
  'status.paused',
  'status.filled',
  'status.closed',
  'row.closes',
  'row.openEnded',
  'trust.verified',
  'browse.everything',
  'fit.change',
  'fit.title',
  'searches.save',
  'searches.save.text',
  'searches.failed',
  'searches.mine',
  'home.orBrowse',
] as const satisfies readonly KeyOrPrefix[];

/** Those of them that only the page around the island shows: it need not have them twice. */
export const searchPageStrings = [
  'search.title',
  'search.description',
  'search.noScript',
  'search.sdg',
  'facts.language.welcome',
  'follow.embed.for',
] as const satisfies readonly StringKey[];

type SearchString = Exclude<KeysOf<(typeof searchStrings)[number]>, (typeof searchPageStrings)[number]>;

/** Props of the island, serialized into the page. */
export interface SearchProps {
  readonly locale: Locale;
  /** Changes with the content: data cached under another version isn't used. */
  readonly version: string;
  /** The page that lists everything without JavaScript. */
  readonly browsePath: string;
  /** The address of the other entries, with a version of its own. */
  readonly others: {
    readonly entries: string;
    /** The folder of their full texts, with a slash at the end; missing where there are none. */
    readonly texts?: string | undefined;
  };
  readonly feedFolders: FeedFolders;
  /** The page with saved searches. */
  readonly savedPath: string;
  readonly strings: Readonly<Record<SearchString, string>>;
  /** For each other language of the service: the note that a text is in it. */
  readonly shownIn: Readonly<Partial<Record<string, string>>>;
  /** The address of the fit check's strings, and the page for the visitor's answers. */
  readonly fit: { readonly words: string; readonly page: string };
  /** The facets in the order of display. */
  readonly order: readonly FacetId[];
  readonly options: Readonly<Record<FacetId, readonly FacetChoice[]>>;
  /** The newest open ones at the build, so that the first page needs nothing else until one of them closes. */
  readonly newest: readonly PackedResult[];
  /** The start (ms) of the day of the build in UTC: the first of them are in the HTML as on this day. */
  readonly builtOn: number;
}

export type SearchTranslate = TranslateKeys<SearchString>;

/** The props in the browser, with the `t()` of their strings. */
export interface SearchIslandProps extends Omit<SearchProps, 'newest'> {
  readonly t: SearchTranslate;
  readonly newest: readonly ResultCard[];
}

export const islandProps = (props: SearchProps): SearchIslandProps => ({
  ...props,
  t: translateIsland(props.locale, props.strings),
  newest: props.newest.map((packed) => unpackCard(packed, props.locale)),
});
