/** Finds the right opportunities for a query, and their gains, from their own data. */
import type { Translate } from '@/i18n/translate';
import { opportunityDocument, type SearchDocument } from '@/search/index/documents';
import { foldWord, tokenize } from '@/search/words/tokenize';
import type { SiteOpportunity } from '@/site/site';
import { opportunityFacetValues, type FacetValues } from '@/model/facet-values';

/** The gains of the right opportunities, by id. */
export type Gains = ReadonlyMap<string, number>;

/** The gain of a word in each part of an opportunity. */
const fieldGains = { title: 3, beside: 2, text: 1 } as const;

/** An opportunity with its document and the words by which results are judged. */
export interface JudgedOpportunity {
  readonly id: string;
  readonly document: SearchDocument;
  readonly facets: FacetValues;
  /** Its folded words with their gains. */
  readonly words: ReadonlyMap<string, number>;
  /** The unfolded words of its title and text in lower case. */
  readonly written: readonly string[];
}

export interface Corpus {
  readonly opportunities: readonly JudgedOpportunity[];
  /** The gains of a folded word, by opportunity. */
  readonly byWord: ReadonlyMap<string, Gains>;
}

function findWordGains({ content, meta }: SearchDocument): Map<string, number> {
  const words = new Map<string, number>();
  const add = (text: string, gain: number) => {
    for (const { folded } of tokenize(text)) words.set(folded, Math.max(gain, words.get(folded) ?? 0));
  };
  add([content, meta.words].join(' '), fieldGains.text);
  add([meta.summary, meta.organization].join(' '), fieldGains.beside);
  add(meta.title ?? '', fieldGains.title);
  return words;
}

/** Reads the opportunities of a language. */
export function readCorpus(views: readonly SiteOpportunity[], t: Translate): Corpus {
  const byWord = new Map<string, Map<string, number>>();
  const opportunities = views.map((view): JudgedOpportunity => {
    const document = opportunityDocument(view, t);
    const words = findWordGains(document);
    for (const [word, gain] of words) {
      const known = byWord.get(word) ?? new Map<string, number>();
      byWord.set(word, known.set(view.id, gain));
    }
    const written = [document.meta.title ?? '', document.content]
      .join(' ')
      .split(/[^\p{L}\p{M}]+/u)
      .map((word) => word.toLowerCase());
    const facets = opportunityFacetValues(view);
    return { id: view.id, document, facets, words, written: [...new Set(written)] };
  });
  return { opportunities, byWord };
}

/** Finds the opportunities with all of the words, each with its smallest gain. */
export function findGainsOfAll({ byWord }: Corpus, words: readonly string[]): Gains {
  const [first, ...others] = words.map((word) => byWord.get(foldWord(word)) ?? new Map<string, number>());
  return new Map(
    [...(first ?? [])].flatMap(([id, gain]) => {
      const all = others.map((gains) => gains.get(id));
      return all.includes(undefined) ? [] : [[id, Math.min(gain, ...all.map((one) => one ?? 0))]];
    }),
  );
}

/** Finds the opportunities with a word that begins with a prefix. */
export function findGainsOfPrefix({ opportunities }: Corpus, beginning: string): Gains {
  const folded = foldWord(beginning);
  return new Map(
    opportunities.flatMap(({ id, words }) => {
      const found = [...words].filter(([word]) => word.startsWith(folded)).map(([, gain]) => gain);
      return found.length > 0 ? [[id, Math.max(...found)]] : [];
    }),
  );
}

/** Finds the opportunities with a value of a facet. The first value has a larger gain. */
export function findGainsOfValue({ opportunities }: Corpus, facet: keyof FacetValues, value: string): Gains {
  return new Map(
    opportunities.flatMap(({ id, facets }): [string, number][] => {
      const place = facets[facet].indexOf(value);
      return place < 0 ? [] : [[id, place === 0 ? 2 : 1]];
    }),
  );
}

/** Narrows gains to the opportunities with a value of a facet. */
export function narrowGains(corpus: Corpus, some: Gains, facet: keyof FacetValues, value: string): Gains {
  const filed = findGainsOfValue(corpus, facet, value);
  return new Map([...some].filter(([id]) => filed.has(id)));
}
