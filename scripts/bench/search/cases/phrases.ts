/** Words for terms of the vocabularies: synonyms of a language, and the terms' names in the other ones. */
import { locales, type Locale } from '@/i18n/locales';
import { countryName } from '@/i18n/names';
import { translator } from '@/i18n/translate';
import type { FacetValues } from '@/model/facet-values';
import { foldWord } from '@/search/words/query-terms';
import type { LocaleSite } from '@/site/site';
import { gainsOfValue, type Corpus } from './judgements';

export interface PhraseFor {
  readonly text: string;
  readonly facet: keyof FacetValues;
  readonly value: string;
}

export interface Phrases {
  readonly synonyms: readonly PhraseFor[];
  readonly foreign: readonly PhraseFor[];
}

const facets = ['task', 'cause', 'sdg', 'country', 'region', 'lang', 'hours', 'length', 'kind'] as const;

function readMeans(means: string): Omit<PhraseFor, 'text'> | undefined {
  const [name, value = ''] = means.split(':');
  const facet = facets.find((one) => one === name);
  return facet && { facet, value };
}

/** The phrases of a language that some opportunity is filed under the meaning of. */
export function readPhrases({ locale, synonyms }: LocaleSite, corpus: Corpus): Phrases {
  const isFiled = ({ facet, value }: PhraseFor) => gainsOfValue(corpus, facet, value).size > 0;
  const own = synonyms.flatMap(({ texts }) =>
    (texts.entries?.value ?? []).flatMap(({ words, means }) => {
      const term = readMeans(means);
      return term ? words.map((text): PhraseFor => ({ text, ...term })) : [];
    }),
  );
  return { synonyms: own.filter(isFiled), foreign: foreignNames(locale, corpus).filter(isFiled) };
}

/** Task types, causes and countries as the other languages call them, where that isn't what this one does. */
function foreignNames(locale: Locale, { judged }: Corpus): PhraseFor[] {
  const nameIn = (language: Locale, facet: 'task' | 'cause' | 'country', value: string) => {
    const t = translator(language);
    return facet === 'country' ? countryName(t, value) : (t.maybe(`${facet}.${value}`) ?? value);
  };
  const folded = (text: string) => text.split(' ').map(foldWord).join(' ');
  return (['task', 'cause', 'country'] as const).flatMap((facet) => {
    const values = [...new Set(judged.flatMap((one) => one.facets[facet]))].toSorted();
    return values.flatMap((value) =>
      locales
        .filter((other) => other !== locale)
        .map((other): PhraseFor => ({ text: nameIn(other, facet, value).toLowerCase(), facet, value }))
        .filter(({ text }) => folded(text) !== folded(nameIn(locale, facet, value).toLowerCase())),
    );
  });
}
