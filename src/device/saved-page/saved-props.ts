/** The props of the page of saved opportunities for its island, with all its strings. */
import type { IslandStrings, IslandTranslate, KeyOrPrefix } from '@/i18n/create-translate';
import type { Locale } from '@/i18n/locales';
import type { ReplyReportTarget } from '../applied/reply';

/** The strings that the island receives: prefixes, and single keys of others. */
export const savedStrings = [
  'saved.',
  'searches.',
  'applied.',
  'transfer.',
  'storage.',
  'compare',
  'compare.failed',
  'compare.full',
  'compare.hint',
  'compare.organization',
  'compare.title',
  'apply.number',
  'facts.label',
  'fit.change',
  'fit.forYou',
  'opportunity.strip.closes',
  'row.closes',
  'row.openEnded',
  'status.closed',
  'status.filled',
  'status.paused',
] as const satisfies readonly KeyOrPrefix[];

/** Props of the island, serialized into the page. */
export interface SavedProps {
  readonly locale: Locale;
  /** The address of the strings of rows. */
  readonly rowStrings: string;
  /** For each other language of the service: the note that a text is in it. */
  readonly shownIn: Readonly<Partial<Record<string, string>>>;
  readonly searchPath: string;
  /** The address of the fit check's strings, and the page for the visitor's answers. */
  readonly fit: { readonly words: string; readonly page: string };
  /** The address for reports about replies; missing where the site has none. */
  readonly reply?: ReplyReportTarget | undefined;
  /** The names of the compared facts, in the order of the table, after closing date and organization. */
  readonly facts: Readonly<Record<string, string>>;
  readonly strings: IslandStrings<(typeof savedStrings)[number]>;
}

/** The props in the browser, with the `t()` of their strings. */
export interface SavedIslandProps extends SavedProps {
  readonly t: IslandTranslate<(typeof savedStrings)[number]>;
}
