/** The names of ids in the island: from the page's options, else from the browser. */
import { organizationLine, rowFacts, type Fact, type RowNames } from '@/components/opportunity/row-facts';
import { capitalize, label } from '@/i18n/names';
import { facetIds, type FacetId, type SearchState } from './search-address';
import { splitLanguageValue, type LanguageValue } from './language-value';
import type { ResultCard } from '../query/engine.client';
import type { SearchIslandProps } from '../page/search-props';

/** A filter that can be removed. */
export interface FilterChip {
  readonly facet: FacetId | 'closes';
  readonly value: string;
  readonly label: string;
}

export interface Labels extends RowNames {
  readonly option: (facet: FacetId, value: string) => string;
  readonly chips: (state: SearchState) => readonly FilterChip[];
  readonly closes: (days: number) => string;
  /** For whom a result is, and its facts, for what shows it otherwise than as a row. */
  readonly organization: typeof organizationLine;
  readonly facts: (card: ResultCard, tasks?: readonly string[]) => readonly Fact[];
}

/** The browser's name of a code, as it stands inside a sentence. */
function nameInBrowser(locale: string, type: 'region' | 'language', code: string): string {
  try {
    return new Intl.DisplayNames(locale, { type }).of(code) ?? code;
  } catch {
    return code;
  }
}

/** Creates the names for one page's props. */
export function createLabels({ locale, options, shownIn, t }: SearchIslandProps): Labels {
  const names = new Map(
    facetIds.flatMap((facet) => options[facet].map(({ id, label }) => [`${facet} ${id}`, label])),
  );

  const option = (facet: FacetId, value: string): string => {
    const { tag, level }: LanguageValue = facet === 'lang' ? splitLanguageValue(value) : { tag: value };
    const isPlace = facet === 'country' || facet === 'region';
    // The page doesn't have the names of places and languages that no opportunity uses, nor those of bands of hours.
    const name =
      names.get(`${facet} ${tag}`) ??
      capitalize(
        t,
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

  const rowNames: RowNames = { option, language, shownIn: (lang) => shownIn[lang] };

  return {
    ...rowNames,
    option,
    closes,
    organization: organizationLine,
    facts: (card, tasks) => rowFacts(t, rowNames, card, tasks),
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
  };
}
