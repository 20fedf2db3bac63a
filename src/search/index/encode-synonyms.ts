/**
 * Encodes the synonyms files of a language (build side): editors' synonyms, and the names of terms in other languages.
 */
import type { Locale } from '@/i18n/locales';
import { countryName, languageName, regionName } from '@/i18n/names';
import { translator, type Translate } from '@/i18n/translate';
import { opportunityFacetValues, type FacetValues } from '@/model/facet-values';
import type { LocaleSite } from '@/site/site';
import { idioms } from './idioms';
import { foldPhrase, parseSynonymTarget, type SynonymsFile } from '../query/synonyms';

/** Facets whose terms have names that people search for. */
const namedFacets = [
  'task',
  'cause',
  'sdg',
  'country',
  'region',
  'lang',
  'kind',
] as const satisfies readonly (keyof FacetValues)[];

type NamedFacet = (typeof namedFacets)[number];

/** Separators between parts of a name that are names too: _Water & sanitation_, _Rédaction et relecture_. */
const betweenParts = /\s*(?:[,;/&()]|\s(?:and|et|y|e|or|ou|o|u)\s)\s*/iu;
/** The minimum length of a part that is a name of its own. */
const minPartLength = 4;

function namesOf(t: Translate, facet: NamedFacet, value: string): string[] {
  if (facet === 'country') return [countryName(t, value)];
  if (facet === 'region') return [regionName(t, value)];
  const name = facet === 'lang' ? languageName(t, value) : (t.maybe(`${facet}.${value}`) ?? '');
  const number = facet === 'sdg' ? [t('search.sdg', { n: value })] : [];
  const parts = name.split(betweenParts).filter((part) => part.length >= minPartLength);
  return [name, ...parts, ...number];
}

/** The used values of each facet. */
function usedValues({ opportunities }: LocaleSite): Map<NamedFacet, Set<string>> {
  const values = new Map(namedFacets.map((facet) => [facet, new Set<string>()]));
  for (const opportunity of opportunities) {
    const filed = opportunityFacetValues(opportunity);
    for (const [facet, known] of values) for (const value of filed[facet]) known.add(value);
  }
  return values;
}

type PhrasesByTarget = Map<string, Set<string>>;

function add(to: PhrasesByTarget, means: string, phrases: readonly string[]): void {
  const known = to.get(means) ?? new Set<string>();
  for (const phrase of phrases.map(foldPhrase)) if (phrase !== '') known.add(phrase);
  if (known.size > 0) to.set(means, known);
}

function termNames(locale: Locale, values: ReadonlyMap<NamedFacet, ReadonlySet<string>>): PhrasesByTarget {
  const t = translator(locale);
  const names: PhrasesByTarget = new Map();
  for (const [facet, some] of values) {
    for (const value of [...some].sort()) add(names, `${facet}:${value}`, namesOf(t, facet, value));
  }
  return names;
}

/** The editors' synonyms of used values; other words follow `=`. */
function editorSynonyms(
  { synonyms }: LocaleSite,
  values: ReadonlyMap<NamedFacet, ReadonlySet<string>>,
): PhrasesByTarget {
  const phrasesByTarget: PhrasesByTarget = new Map();
  for (const { texts } of synonyms) {
    for (const { words, means } of texts.entries?.value ?? []) {
      const meaning = parseSynonymTarget(means);
      if (!meaning) continue;
      const { term } = meaning;
      if (!term) {
        add(phrasesByTarget, `=${meaning.words ?? ''}`, words);
        continue;
      }
      const facet = namedFacets.find((one) => one === term.facet);
      if (facet === undefined || values.get(facet)?.has(term.value))
        add(phrasesByTarget, `${term.facet}:${term.value}`, words);
    }
  }
  return phrasesByTarget;
}

function addIdioms(to: PhrasesByTarget, locale: Locale): void {
  for (const { phrases, words } of idioms[locale] ?? [])
    for (const word of words) add(to, `=${word}`, phrases);
}

/** Drops phrases that the page's own words find anyway: a term's own name. */
function dropOwnNames(phrases: PhrasesByTarget, own: PhrasesByTarget): PhrasesByTarget {
  const kept: PhrasesByTarget = new Map();
  for (const [means, some] of phrases) {
    const others = [...some].filter((phrase) => !own.get(means)?.has(phrase));
    if (others.length > 0) kept.set(means, new Set(others));
  }
  return kept;
}

const listPhrases = (phrases: PhrasesByTarget): SynonymsFile['phrases'][string] =>
  Object.fromEntries([...phrases].map(([means, some]) => [means, [...some].sort()]));

/** Encodes the synonyms of a language, and the names of its terms in the site's other languages, as files. */
export function encodeSynonyms(
  site: LocaleSite,
  locales: readonly Locale[],
): { readonly synonyms: SynonymsFile; readonly names: SynonymsFile } {
  const values = usedValues(site);
  const own = termNames(site.locale, values);
  const editors = editorSynonyms(site, values);
  addIdioms(editors, site.locale);
  const synonyms = listPhrases(dropOwnNames(editors, own));
  const others = locales.filter((locale) => locale !== site.locale);
  const names = others.map((locale) => [locale, listPhrases(dropOwnNames(termNames(locale, values), own))]);
  return {
    synonyms: { phrases: { [site.locale]: synonyms } },
    names: {
      phrases: Object.fromEntries(names) as SynonymsFile['phrases'],
    },
  };
}
