/** The names of ids in the island: from the page's options, else from the browser. */
import { label } from '@/i18n/names';
import { formatRange } from '@/i18n/format/number';
import { facetIds, splitLanguageValue, type FacetId, type SearchState } from './search-address';
import type { RowFacts } from '../ui/result-card';
import { readHours } from './filter-opportunities';
import type { SearchIslandProps } from '../page/search-props';

/** A filter that can be removed. */
export interface FilterChip {
  readonly facet: FacetId | 'closes';
  readonly value: string;
  readonly label: string;
}

export interface Labels {
  readonly option: (facet: FacetId, value: string) => string;
  readonly chips: (state: SearchState) => readonly FilterChip[];
  readonly closes: (days: number) => string;
  /** The facts of a row, with the requested task where it has one, else its main task. */
  readonly facts: (
    facts: RowFacts,
    tasks: readonly string[],
  ) => readonly { readonly kind: string; readonly text: string }[];
}

/** A name that the page doesn't have, since no opportunity uses the value. */
function nameInBrowser(locale: string, type: 'region' | 'language', code: string): string {
  try {
    const name = new Intl.DisplayNames(locale, { type }).of(code) ?? code;
    return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);
  } catch {
    return code;
  }
}

/** Creates the names for one page's props. */
export function createLabels({ locale, options, t }: SearchIslandProps): Labels {
  const names = new Map(
    facetIds.flatMap((facet) => options[facet].map(({ id, label }) => [`${facet} ${id}`, label])),
  );

  const option = (facet: FacetId, value: string): string => {
    const { tag, level } = facet === 'lang' ? splitLanguageValue(value) : { tag: value, level: undefined };
    const known = names.get(`${facet} ${tag}`);
    const isPlace = facet === 'country' || facet === 'region';
    const name =
      known ??
      (facet === 'lang' || isPlace ? nameInBrowser(locale, isPlace ? 'region' : 'language', tag) : tag);
    return level === undefined
      ? name
      : t('facts.language', { language: name, level: label(t, 'level', level) });
  };

  const closes = (days: number) => t.count('search.closes.days', days);

  const length = (value: string): string => {
    const weeks = Number(value);
    // Neither one-off nor ongoing is a number.
    if (weeks >= 1) return t.count('facts.weeks', weeks);
    return option('length', weeks < 1 ? 'days' : value);
  };

  const hours = ({ hours: value, length: long }: RowFacts): string => {
    const { min, max } = readHours(value);
    const key = long === 'one-off' ? 'facts.hoursInAll' : 'facts.hours';
    return t.count(key, max, { n: formatRange(locale, min, max) });
  };

  return {
    option,
    closes,
    chips: (state) => [
      ...facetIds.flatMap((facet) =>
        state.chosen[facet]
          .filter((value) => facet !== 'status' || value !== 'open' || state.chosen.status.length > 1)
          .map((value) => ({ facet, value, label: option(facet, value) })),
      ),
      ...(state.closes === undefined
        ? []
        : [{ facet: 'closes' as const, value: '', label: `${t('search.closes')} ${closes(state.closes)}` }]),
    ],
    // The same four facts as in every other list: task, languages, hours, length.
    facts: (facts, tasks) => [
      {
        kind: 'task',
        text: option('task', facts.tasks.find((task) => tasks.includes(task)) ?? facts.tasks[0] ?? ''),
      },
      ...facts.languages
        .filter((need) => !need.endsWith('?'))
        .map((need) => ({ kind: 'lang', text: option('lang', need) })),
      { kind: 'hours', text: hours(facts) },
      { kind: 'length', text: length(facts.length) },
    ],
  };
}
