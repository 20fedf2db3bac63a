/** What the search island gets from the page. Strings and labels come from here, never from the island itself. */
import type { SaveStrings } from '@/device/saved/save-strings';
import type { FeedFormat } from '@/i18n/feed-files';
import type { PluralForms } from '@/i18n/interpolate';
import type { Locale } from '@/i18n/locales';
import type { FacetId, Sort, StatusValue } from '../facets/address';
import type { ResultCard } from '../ui/card';
import type { EntryType } from '../entries/entries';
import type { Suggestion } from '../query/suggest';

/** A facet's value with its name, in the order in which it is offered. */
export interface Option {
  readonly id: string;
  readonly label: string;
}

/** Where the island's data is. */
export interface SearchUrls {
  /** Folder of the language's Pagefind bundle, with a slash at its end. */
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

/** Folders that feeds are in. */
export interface FeedFolders {
  /** With those of facets and values below it. */
  readonly browse: string;
  /** With the feeds of everything that is open. */
  readonly open: string;
}

/** Messages by their place; gaps are `{named}`. */
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
  /** Leads to where one says what one can. */
  readonly fitOffer: string;
  readonly fitChange: string;
  /** Why what fits can't come first yet, and the page that mends it. */
  readonly fitFirst: string;
  readonly fitPage: string;
  readonly none: string;
  readonly noneHint: string;
  /** `{words}`: those that no opportunity has. */
  readonly noneMissing: PluralForms;
  /** For a search without any letter or digit. */
  readonly noneSigns: string;
  /** `{words}`: what was looked for in place of what was typed. */
  readonly readInstead: string;
  /** `{words}`: what was looked for beside it. */
  readonly readBesides: string;
  /** `{terms}`: what the words stand for. */
  readonly readMeant: string;
  /** `{words}` in `{language}`, which stand for `{terms}` */
  readonly readForeign: string;
  /** `{name}` of a term, and the `{facet}` that it is of */
  readonly readTerm: string;
  /** `{words}`: the way to what was typed, in place of what was looked for. */
  readonly readTyped: string;
  /** `{words}`: the way to what was typed alone. */
  readonly readOnly: string;
  readonly readExact: string;
  readonly readFreely: string;
  /** `{filter}`, `{n}` */
  readonly without: PluralForms;
  readonly error: string;
  /** Where the browser can't run it. */
  readonly errorBrowser: string;
  readonly errorRetry: string;
  readonly errorBrowse: string;
  readonly closes: string;
  readonly closesAny: string;
  readonly closesDays: PluralForms;
  /** `{language}` */
  readonly level: string;
  readonly levelAny: string;
  /** For each other language of the service: that something is shown in it. */
  readonly shownIn: Readonly<Partial<Record<string, string>>>;
  /** `{what}`, `{page}`: the window's title. */
  readonly documentTitle: string;
  readonly facets: Readonly<Record<FacetId, string>>;
  readonly levels: Readonly<Record<string, string>>;
  readonly statuses: Readonly<Record<StatusValue, string>>;
  readonly factsLabel: string;
  readonly hours: PluralForms;
  /** Hours of what is done once. */
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
  /** What each kind of suggestion is. */
  readonly kinds: Readonly<Record<Suggestion['kind'], string>>;
  readonly groupsTitle: string;
  /** Before how many there are of each. */
  readonly groupsAlso: string;
  readonly groups: Readonly<Record<EntryType, PluralForms>>;
  /** `{what}`: how many of what. */
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
  /** Changes with the content: what is cached under another one isn't used. */
  readonly version: string;
  readonly urls: SearchUrls;
  /** Where what is found beside opportunities is, and the names of organizations alone; with a version of their own. */
  readonly others: { readonly entries: string; readonly organizations: string };
  readonly feedFolders: FeedFolders;
  readonly strings: SearchStrings;
  /** Where the words of the fit check are, and the page on which one says what one can. */
  readonly fit: { readonly words: string; readonly page: string };
  /** The facets in the order in which they are offered. */
  readonly order: readonly FacetId[];
  readonly options: Readonly<Record<FacetId, readonly Option[]>>;
  /** The newest open ones at the build, so that the first page needs nothing else. */
  readonly newest: readonly ResultCard[];
}
