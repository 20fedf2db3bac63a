/** Formats a figure of the service: `about 30,000`, `60%`. */
import { formatNumber, formatPercent } from '@/i18n/format/format';
import { label } from '@/i18n/names';
import type { Translate } from '@/i18n/translate';
import type { Figure } from '@/model/figures';
import { developmentGroupLists, type DevelopmentGroup } from '@/model/vocabularies/development-groups';
import { metricUnits } from '@/model/vocabularies/metrics';

/**
 * Formats a figure's value in parts, so that the number can be emphasized: the text around it says how exact it is, and `what`
 * is what it counts: `{ before: 'about ', number: '30,000', after: '', what: 'volunteers' }`.
 */
export function formatFigureParts(t: Translate, { metric, value, precision }: Figure) {
  const unit = metricUnits[metric];
  const number = unit === 'percent' ? formatPercent(t.locale, value) : formatNumber(t.locale, value);
  const [before = '', after = ''] = t(`precision.${precision}.${unit}`, { value: '\0' }).split('\0');
  return { before, number, after, what: label(t, 'metric', metric) };
}

export type FigureParts = Readonly<ReturnType<typeof formatFigureParts>>;

/** Formats a figure's value as one text: `about 30,000`. */
export function formatFigure(t: Translate, figure: Figure): string {
  const { before, number, after } = formatFigureParts(t, figure);
  return before + number + after;
}

/** The name of a figure, for a line of a chart or a table: `2005, people registered`. */
export function figureName(t: Translate, { metric, year }: Figure): string {
  return t('chart.year', { year, what: label(t, 'metric', `${metric}.name`) });
}

/** Tells in words which group of countries a number of organizations is of: `on the list “…” (2024)`, with the year of the list. */
export function groupText(t: Translate, id: DevelopmentGroup): string {
  const year = developmentGroupLists[id].asOf.slice(0, 4);
  return t('factSheet.today.group', { group: label(t, 'group', id), year });
}
