/** The props of the search island, with all its strings and labels. */
import type { SaveStrings } from '@/device/saved/save-strings';
import type { FeedFormat } from '@/i18n/feed-files';
import type { PluralForms } from '@/i18n/interpolate';
import type { Locale } from '@/i18n/locales';
import type { FacetChoice, FacetId, Sort, StatusValue } from '../facets/search-address';
import type { ResultCard } from '../ui/result-card';
import type { EntryType } from '../entries/entries-file';
import type { Suggestion } from '../query/suggest';

/** The addresses of the island's data. */
export interface SearchUrls {
  /** The folder of the language's Pagefind bundle, with a slash at the end. */
  readonly bundle: string;
  readonly columns: string;
  /** Columns for the fit check. */
  readonly fit: string;
  readonly words: string;
  readonly meanings: string;
  readonly names: string;
  /** The page that lists everything without JavaScript. */
  readonly browse: string;
}

/** The folders of feeds. */
export interface FeedFolders {
  /** The folder above those of facets and values. */
  readonly browse: string;
  /** The folder with the feeds of all open opportunities. */
  readonly open: string;
}

/** The strings of the search; gaps are `{named}`. */
export interface SearchStrings {
  readonly label: string;
  readonly hint: string;
  readonly button: string;
  readonly browse: string;
  readonly filters: string;
  readonly clear: string;
  readonly chosen: string;
  /** `{filter}` */
  readonly remove: string;
  readonly results: string;
  readonly count: PluralForms;
  /** `{words}` */
  readonly countFor: PluralForms;
  readonly loading: string;
  readonly sort: string;
  readonly sorts: Readonly<Record<'relevance' | Sort, string>>;
  /** The link to the visitor's answers. */
  readonly fitOffer: string;
  readonly fitChange: string;
  /** Why the best match can't come first yet, and the link to the page for that. */
  readonly fitFirst: string;
  readonly fitPage: string;
  readonly none: string;
  readonly noneHint: string;
  /** `{words}` that no opportunity has. */
  readonly noneMissing: PluralForms;
  /** For a search without a letter or digit. */
  readonly noneSigns: string;
  /** `{words}` found instead of the typed ones. */
  readonly readInstead: string;
  /** `{words}` found in addition to the typed ones. */
  readonly readBesides: string;
  /** `{terms}` that the words are synonyms of. */
  readonly readMeant: string;
  /** `{words}` in `{language}`, which are synonyms of `{terms}` */
  readonly readForeign: string;
  /** `{name}` of a term, and its `{facet}` */
  readonly readTerm: string;
  /** The link to the typed `{words}`, instead of their corrections. */
  readonly readTyped: string;
  /** The link to only the typed `{words}`. */
  readonly readOnly: string;
  readonly readExact: string;
  readonly readFreely: string;
  /** `{filter}`, `{n}` */
  readonly without: PluralForms;
  readonly error: string;
  /** For browsers that can't run the search. */
  readonly errorBrowser: string;
  readonly errorRetry: string;
  readonly errorBrowse: string;
  readonly closes: string;
  readonly closesAny: string;
  readonly closesDays: PluralForms;
  /** `{language}` */
  readonly level: string;
  readonly levelAny: string;
  /** For each other language of the service: the note that a text is in it. */
  readonly shownIn: Readonly<Partial<Record<string, string>>>;
  /** `{what}`, `{page}`: the window's title. */
  readonly documentTitle: string;
  readonly facets: Readonly<Record<FacetId, string>>;
  readonly levels: Readonly<Record<string, string>>;
  readonly statuses: Readonly<Record<StatusValue, string>>;
  readonly factsLabel: string;
  readonly hours: PluralForms;
  /** Hours of a one-off task. */
  readonly once: PluralForms;
  readonly weeks: PluralForms;
  /** `{language}`, `{level}` */
  readonly language: string;
  readonly rowCloses: string;
  readonly rowOpenEnded: string;
  readonly save: SaveStrings;
  readonly follow: string;
  readonly followHow: string;
  /** `{list}` */
  readonly followNearest: string;
  readonly everything: string;
  readonly feeds: Readonly<Record<FeedFormat, { readonly name: string; readonly use: string }>>;
  readonly suggestions: string;
  readonly suggestionCount: PluralForms;
  readonly suggestionNone: string;
  /** The names of the kinds of suggestions. */
  readonly kinds: Readonly<Record<Suggestion['kind'], string>>;
  readonly groupsTitle: string;
  /** Introduces the counts of other entries. */
  readonly groupsAlso: string;
  readonly groups: Readonly<Record<EntryType, PluralForms>>;
  /** `{what}`: a count with its noun. */
  readonly groupAll: string;
  readonly pager: string;
  readonly pagerPrevious: string;
  readonly pagerNext: string;
  /** `{page}`, `{pages}` */
  readonly pagerHere: string;
}

/** Props of the island, serialized into the page. */
export interface SearchProps {
  readonly locale: Locale;
  /** Changes with the content: data cached under another version isn't used. */
  readonly version: string;
  readonly urls: SearchUrls;
  /** The addresses of the other entries, and of the names of organizations; with a version of their own. */
  readonly others: { readonly entries: string; readonly organizations: string };
  readonly feedFolders: FeedFolders;
  readonly strings: SearchStrings;
  /** The address of the fit check's strings, and the page for the visitor's answers. */
  readonly fit: { readonly words: string; readonly page: string };
  /** The facets in the order of display. */
  readonly order: readonly FacetId[];
  readonly options: Readonly<Record<FacetId, readonly FacetChoice[]>>;
  /** The newest open ones at the build, so that the first page needs nothing else. */
  readonly newest: readonly ResultCard[];
}
