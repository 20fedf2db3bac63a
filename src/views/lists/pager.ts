/** The links between the pages of a list of opportunities. */
import { formatDays } from '@/i18n/format/format';
import type { Locale } from '@/i18n/locales';
import { pathOf, type Route } from '@/i18n/routes';
import type { DatedPage, DatedPlace } from '@/site/lists/dated-pages';

export interface PagerView {
  /** The path of the page with newer opportunities, and of that with older ones. */
  readonly newer: string | undefined;
  readonly older: string | undefined;
  /** The days between which those of this page were posted. */
  readonly days: string;
}

/** Returns nothing where there is only one page. */
export function pagerView(
  locale: Locale,
  { page, newer, older }: DatedPlace,
  route: (page: string | undefined) => Route,
): PagerView | undefined {
  if (!newer && !older) return undefined;
  const pathTo = (other: DatedPage | undefined) => other && pathOf(locale, route(other.until));
  const posted = page.opportunities.map(({ shared }) => shared.posted);
  return {
    newer: pathTo(newer),
    older: pathTo(older),
    days: formatDays(locale, posted.at(-1) ?? '', posted[0] ?? ''),
  };
}

/** The last day of an older page, for its title. */
export const lastDay = ({ until }: DatedPage): string | undefined => until?.slice(0, 'YYYY-MM-DD'.length);
