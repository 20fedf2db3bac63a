/** The names of ids in the island: from the page's options, else from the browser. */
import { unpackLanguage } from '@/device/fit/fit-needs';
import { alternativesText } from '@/i18n/format/language-text';
import { label } from '@/i18n/names';
import { languageConditions } from '@/model/language-needs';
import { formatHours } from '@/i18n/format/number';
import { facetIds, type FacetId, type SearchState } from './search-address';
import { splitLanguageValue, type LanguageValue } from './language-value';
import type { RowFacts } from '../ui/results/result-card';
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
  /** A language's name inside a sentence. */
  readonly language: (tag: string) => string;
  /** The facts of a row, with the requested task where it has one, else its main task. */
  readonly facts: (
    facts: RowFacts,
    tasks: readonly string[],
  ) => readonly { readonly kind: string; readonly text: string }[];
}

/** The browser's name of a code, as it stands inside a sentence. */
function nameInBrowser(locale: string, type: 'region' | 'language', code: string): string {
  try {
    return new Intl.DisplayNames(locale, { type }).of(code) ?? code;
  } catch {
    return code;
  }
}

const capital = (locale: string, name: string) => name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);

/** Creates the names for one page's props. */
export function createLabels({ locale, options, t }: SearchIslandProps): Labels {
  const names = new Map(
    facetIds.flatMap((facet) => options[facet].map(({ id, label }) => [`${facet} ${id}`, label])),
  );

  const option = (facet: FacetId, value: string): string => {
    const { tag, level }: LanguageValue = facet === 'lang' ? splitLanguageValue(value) : { tag: value };
    const isPlace = facet === 'country' || facet === 'region';
    // The page doesn't have the names of places and languages that no opportunity uses, nor those of bands of hours.
    const name =
      names.get(`${facet} ${tag}`) ??
      capital(
        locale,
        facet === 'lang' || isPlace
          ? nameInBrowser(locale, isPlace ? 'region' : 'language', tag)
          : label(t, facet, tag),
      );
    return level === undefined
      ? name
      : t('facts.language', { language: name, level: label(t, 'level', level) });
  };

  /** The page's names of languages begin with a capital, as they stand in a list. */
  const language = (tag: string) => {
    const name = option('lang', tag);
    const inSentence = nameInBrowser(locale, 'language', tag);
    return inSentence.toLocaleLowerCase(locale) === name.toLocaleLowerCase(locale) ? inSentence : name;
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
    return t.count(key, max, { n: formatHours(locale, min, max, t('facts.hours.half')) });
  };

  return {
    option,
    closes,
    language,
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
      ...languageConditions(facts.languages.map(unpackLanguage)).map((alternatives) => ({
        kind: 'lang',
        text: alternativesText(
          t,
          locale,
          alternatives.map(({ language: tag, level }, index) => ({
            language: index === 0 ? option('lang', tag) : language(tag),
            level: label(t, 'level', level),
          })),
        ),
      })),
      { kind: 'hours', text: hours(facts) },
      { kind: 'length', text: length(facts.length) },
    ],
  };
}
