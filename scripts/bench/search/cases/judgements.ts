/** Which opportunities are right for a query, and how right, as their own data say. */
import type { Translate } from '@/i18n/translate';
import { opportunityDocument, type SearchDocument } from '@/search/index/documents';
import { foldWord, indexWords } from '@/search/words/query-terms';
import type { SiteOpportunity } from '@/site/site';
import { opportunityFacetValues, type FacetValues } from '@/model/facet-values';

/** What finding an opportunity is worth, by its id; it holds the right ones alone. */
export type Gains = ReadonlyMap<string, number>;

/** What a word is worth where it stands. */
const gains = { title: 3, beside: 2, text: 1 } as const;

/** An opportunity as it is searched and judged. */
export interface JudgedQuery {
  readonly id: string;
  readonly document: SearchDocument;
  readonly facets: FacetValues;
  /** Its folded words with their gains. */
  readonly words: ReadonlyMap<string, number>;
  /** The words of its title and its text as they are written, in small letters. */
  readonly written: readonly string[];
}

export interface Corpus {
  readonly judged: readonly JudgedQuery[];
  /** The gains of a folded word, by opportunity. */
  readonly byWord: ReadonlyMap<string, Gains>;
}

function wordGains({ content, meta }: SearchDocument): Map<string, number> {
  const words = new Map<string, number>();
  const add = (text: string, gain: number) => {
    for (const word of indexWords(text)) words.set(word, Math.max(gain, words.get(word) ?? 0));
  };
  add([content, meta.words].join(' '), gains.text);
  add([meta.summary, meta.organization].join(' '), gains.beside);
  add(meta.title ?? '', gains.title);
  return words;
}

/** Reads the opportunities of a language. */
export function readCorpus(views: readonly SiteOpportunity[], t: Translate): Corpus {
  const byWord = new Map<string, Map<string, number>>();
  const judged = views.map((view): JudgedQuery => {
    const document = opportunityDocument(view, t);
    const words = wordGains(document);
    for (const [word, gain] of words) {
      const known = byWord.get(word) ?? new Map<string, number>();
      byWord.set(word, known.set(view.id, gain));
    }
    const written = [document.meta.title ?? '', document.content]
      .join(' ')
      .split(/[^\p{L}\p{M}]+/u)
      .map((word) => word.toLowerCase());
    const facets = opportunityFacetValues(view.shared, view.organization.shared);
    return { id: view.id, document, facets, words, written: [...new Set(written)] };
  });
  return { judged, byWord };
}

/** Where all of the words stand: the least gain of them. */
export function gainsOfAll({ byWord }: Corpus, words: readonly string[]): Gains {
  const [first, ...others] = words.map((word) => byWord.get(foldWord(word)) ?? new Map<string, number>());
  return new Map(
    [...(first ?? [])].flatMap(([id, gain]) => {
      const all = others.map((gains) => gains.get(id));
      return all.includes(undefined) ? [] : [[id, Math.min(gain, ...all.map((one) => one ?? 0))]];
    }),
  );
}

/** Where a word begins so. */
export function gainsOfBeginning({ judged }: Corpus, beginning: string): Gains {
  const folded = foldWord(beginning);
  return new Map(
    judged.flatMap(({ id, words }) => {
      const found = [...words].filter(([word]) => word.startsWith(folded)).map(([, gain]) => gain);
      return found.length > 0 ? [[id, Math.max(...found)]] : [];
    }),
  );
}

/** What is filed under a value; more where it is the first. */
export function gainsOfValue({ judged }: Corpus, facet: keyof FacetValues, value: string): Gains {
  return new Map(
    judged.flatMap(({ id, facets }): [string, number][] => {
      const place = facets[facet].indexOf(value);
      return place < 0 ? [] : [[id, place === 0 ? 2 : 1]];
    }),
  );
}

/** Those of some gains that are filed under a value. */
export function within(corpus: Corpus, some: Gains, facet: keyof FacetValues, value: string): Gains {
  const filed = gainsOfValue(corpus, facet, value);
  return new Map([...some].filter(([id]) => filed.has(id)));
}
