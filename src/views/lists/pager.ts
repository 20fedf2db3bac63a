/** The links between the pages of a list of opportunities. */
import { formatDays } from '@/i18n/format/format';
import { pathOf, type Route } from '@/i18n/routes';
import type { DatedPage, DatedPlace } from '@/site/lists/dated-pages';
import type { ViewContext } from '../frame/context';

/** The paths of the pages with newer and with older ones, and when those of this page were posted; undefined for a single page. */
export function pagerView(
  { locale, t }: ViewContext,
  { page, newer, older }: DatedPlace,
  route: (page: string | undefined) => Route,
) {
  if (!newer && !older) return undefined;
  const pathTo = (other: DatedPage | undefined) => other && pathOf(locale, route(other.until));
  const posted = page.opportunities.map(({ shared }) => shared.posted);
  const days = formatDays(locale, posted.at(-1) ?? '', posted[0] ?? '');
  return { previous: pathTo(newer), next: pathTo(older), here: t('list.posted', { days }) };
}

/** The last day of an older page, for its title. */
export const lastDay = ({ until }: DatedPage): string | undefined => until?.slice(0, 'YYYY-MM-DD'.length);
