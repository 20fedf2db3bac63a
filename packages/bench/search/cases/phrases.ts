/** Reads words for terms of the vocabularies: synonyms of a language, and the terms' names in the other ones. */
import { locales, type Locale } from '@/i18n/locales';
import { countryName } from '@/i18n/names';
import { translator } from '@/i18n/translate';
import type { FacetValues } from '@/model/facet-values';
import { foldWord } from '@/search/words/tokenize';
import type { LocaleSite } from '@/site/site';
import { findGainsOfValue, type Corpus } from './judgements';

interface TermPhrase {
  readonly text: string;
  readonly facet: keyof FacetValues;
  readonly value: string;
}

export interface LocalePhrases {
  readonly synonyms: readonly TermPhrase[];
  readonly foreign: readonly TermPhrase[];
}

const facets = ['task', 'cause', 'sdg', 'country', 'region', 'lang', 'hours', 'length', 'kind'] as const;

function parseMeaning(means: string): Omit<TermPhrase, 'text'> | undefined {
  const [name, value = ''] = means.split(':');
  const facet = facets.find((one) => one === name);
  return facet && { facet, value };
}

/** Reads the phrases of a language whose value some opportunity has. */
export function readPhrases({ locale, synonyms }: LocaleSite, corpus: Corpus): LocalePhrases {
  const isFiled = ({ facet, value }: TermPhrase) => findGainsOfValue(corpus, facet, value).size > 0;
  const own = synonyms.flatMap(({ texts }) =>
    (texts.entries?.value ?? []).flatMap(({ words, means }) => {
      const term = parseMeaning(means);
      return term ? words.map((text): TermPhrase => ({ text, ...term })) : [];
    }),
  );
  return { synonyms: own.filter(isFiled), foreign: listForeignNames(locale, corpus).filter(isFiled) };
}

/** Lists names of task types, causes and countries in other languages that differ from those of this language. */
function listForeignNames(locale: Locale, { opportunities }: Corpus): TermPhrase[] {
  const nameIn = (language: Locale, facet: 'task' | 'cause' | 'country', value: string) => {
    const t = translator(language);
    return facet === 'country' ? countryName(t, value) : (t.maybe(`${facet}.${value}`) ?? value);
  };
  const folded = (text: string) => text.split(' ').map(foldWord).join(' ');
  return (['task', 'cause', 'country'] as const).flatMap((facet) => {
    const values = [...new Set(opportunities.flatMap((one) => one.facets[facet]))].toSorted();
    return values.flatMap((value) =>
      locales
        .filter((other) => other !== locale)
        .map((other): TermPhrase => ({ text: nameIn(other, facet, value).toLowerCase(), facet, value }))
        .filter(({ text }) => folded(text) !== folded(nameIn(locale, facet, value).toLowerCase())),
    );
  });
}
