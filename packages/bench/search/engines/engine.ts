/** The interface of the compared engines: each indexes the opportunities of one language, and answers queries. */
import type { Locale } from '@/i18n/locales';
import { relevance } from '@/search/ranking';
import type { JudgedOpportunity } from '../cases/judgements';

interface EngineQuery {
  readonly text: string;
  /** The task type that results are narrowed to. */
  readonly task?: string | undefined;
}

export interface BenchEngine {
  /** Resolves to the ids of the best results, best first, at most ten. */
  readonly search: (asked: EngineQuery) => Promise<readonly string[]>;
  readonly close?: () => Promise<void>;
}

export interface EngineFactory {
  readonly name: string;
  /** Its settings, for the reader of the table. */
  readonly settings: string;
  readonly open: (judged: readonly JudgedOpportunity[], locale: Locale) => Promise<BenchEngine>;
}

/** The weights of the fields besides the text, in every other engine's index. */
const { title, organization, summary, text } = relevance.field;
export const metaWeights = { title, organization, summary, words: 1.5 } as const;

/** The fields of every engine's index with their weights. */
export const fieldWeights = { ...metaWeights, text } as const;

type IndexedField = keyof typeof fieldWeights;

export const indexedFields = Object.keys(fieldWeights) as IndexedField[];

/** An opportunity for engines that index flat documents. */
type FlatDocument = Readonly<Record<IndexedField, string>> & {
  readonly id: string;
  readonly task: string[];
};

export function flattenDocument({ id, document, facets }: JudgedOpportunity): FlatDocument {
  const { title = '', organization = '', summary = '', words = '' } = document.meta;
  return { id, title, organization, summary, words, text: document.content, task: [...facets.task] };
}
