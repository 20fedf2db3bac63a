/** Makes the files of meanings of a language (build side): editors' synonyms, and terms' names in other languages. */
import type { Locale } from '@/i18n/locales';
import { countryName, languageName, regionName } from '@/i18n/names';
import { translator, type Translate } from '@/i18n/translate';
import { facetValuesOf, type FacetValues } from '@/model/facet-values';
import type { LocaleSite } from '@/site/site';
import { foldPhrase, meaningsVersion, packPhrases, readMeaning, type SynonymsFile } from '../query/meanings';

/** Facets whose terms have names that people look for. */
const named = [
  'task',
  'cause',
  'sdg',
  'country',
  'region',
  'lang',
  'kind',
] as const satisfies readonly (keyof FacetValues)[];

type Named = (typeof named)[number];

/** Between the parts of a name that are names too: _Water & sanitation_, _Rédaction et relecture_. */
const betweenParts = /\s*(?:[,;/&()]|\s(?:and|et|y|e|or|ou|o|u)\s)\s*/iu;
/** The fewest letters of a part that is a name by itself. */
const shortestPart = 4;

function namesOf(t: Translate, facet: Named, value: string): string[] {
  if (facet === 'country') return [countryName(t, value)];
  if (facet === 'region') return [regionName(t, value)];
  const name = facet === 'lang' ? languageName(t, value) : (t.maybe(`${facet}.${value}`) ?? '');
  const number = facet === 'sdg' ? [t('search.sdg', { n: value })] : [];
  const parts = name.split(betweenParts).filter((part) => part.length >= shortestPart);
  return [name, ...parts, ...number];
}

/** The values of each facet that some opportunity is filed under. */
function valuesIn({ opportunities }: LocaleSite): Map<Named, Set<string>> {
  const values = new Map(named.map((facet) => [facet, new Set<string>()]));
  for (const { shared, organization } of opportunities) {
    const filed = facetValuesOf(shared, organization.shared);
    for (const [facet, known] of values) for (const value of filed[facet]) known.add(value);
  }
  return values;
}

type ByMeaning = Map<string, Set<string>>;

function add(to: ByMeaning, means: string, phrases: readonly string[]): void {
  const known = to.get(means) ?? new Set<string>();
  for (const phrase of phrases.map(foldPhrase)) if (phrase !== '') known.add(phrase);
  if (known.size > 0) to.set(means, known);
}

function namesIn(locale: Locale, values: ReadonlyMap<Named, ReadonlySet<string>>): ByMeaning {
  const t = translator(locale);
  const names: ByMeaning = new Map();
  for (const [facet, some] of values) {
    for (const value of [...some].sort()) add(names, `${facet}:${value}`, namesOf(t, facet, value));
  }
  return names;
}

/** What editors' lists say, of what some opportunity is filed under; other words stand behind `=`. */
function synonymsOf({ synonyms }: LocaleSite, values: ReadonlyMap<Named, ReadonlySet<string>>): ByMeaning {
  const said: ByMeaning = new Map();
  for (const { texts } of synonyms) {
    for (const { words, means } of texts.entries?.value ?? []) {
      const meaning = readMeaning(means);
      if (!meaning) continue;
      const { term } = meaning;
      if (!term) {
        add(said, `=${meaning.words ?? ''}`, words);
        continue;
      }
      const facet = named.find((one) => one === term.facet);
      if (facet === undefined || values.get(facet)?.has(term.value))
        add(said, `${term.facet}:${term.value}`, words);
    }
  }
  return said;
}

/** Drops what the page's own words find anyway: a term's own name. */
function without(phrases: ByMeaning, own: ByMeaning): ByMeaning {
  const kept: ByMeaning = new Map();
  for (const [means, some] of phrases) {
    const others = [...some].filter((phrase) => !own.get(means)?.has(phrase));
    if (others.length > 0) kept.set(means, new Set(others));
  }
  return kept;
}

/** The synonyms of a language, and the names of its terms in the others of the site, as files. */
export function encodeMeanings(
  site: LocaleSite,
  locales: readonly Locale[],
): { readonly synonyms: SynonymsFile; readonly names: SynonymsFile } {
  const values = valuesIn(site);
  const own = namesIn(site.locale, values);
  const synonyms = packPhrases(without(synonymsOf(site, values), own));
  const others = locales.filter((locale) => locale !== site.locale);
  const names = others.map((locale) => [locale, packPhrases(without(namesIn(locale, values), own))]);
  return {
    synonyms: { version: meaningsVersion, phrases: { [site.locale]: synonyms } },
    names: {
      version: meaningsVersion,
      phrases: Object.fromEntries(names) as SynonymsFile['phrases'],
    },
  };
}
