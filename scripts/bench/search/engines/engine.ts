/** What every engine that is compared gives: an index of one language's opportunities, and answers from it. */
import type { Locale } from '@/i18n/locales';
import { metaWeights } from '@/search/ranking';
import type { JudgedQuery } from '../cases/judgements';

export interface EngineQuery {
  readonly text: string;
  /** The task type that results are narrowed to. */
  readonly task?: string | undefined;
  /** How many are wanted, where it isn't ten. */
  readonly most?: number;
}

export interface BenchEngine {
  /** The ids of the first, best first; ten but where this search is asked for more. */
  readonly search: (asked: EngineQuery) => Promise<readonly string[]>;
  /** What a browser loads before the first answer as gzip, bytes; undefined where it is counted at the server. */
  readonly download?: number | undefined;
  readonly close?: () => Promise<void>;
}

export interface EngineKind {
  readonly name: string;
  /** How it is set up, for the reader of the table. */
  readonly settings: string;
  readonly open: (judged: readonly JudgedQuery[], locale: Locale) => Promise<BenchEngine>;
}

/** The fields that every engine gets, and what a hit in each counts: those of our own index. */
export const fieldWeights = {
  title: metaWeights.title,
  organization: metaWeights.organization,
  summary: metaWeights.summary,
  words: metaWeights.words,
  text: 1,
} as const;

export type IndexedField = keyof typeof fieldWeights;

export const fields = Object.keys(fieldWeights) as IndexedField[];

/** An opportunity as the engines take it that index whole documents. */
export type Flat = Readonly<Record<IndexedField, string>> & { readonly id: string; readonly task: string[] };

export function flatten({ id, document, facets }: JudgedQuery): Flat {
  const { title = '', organization = '', summary = '', words = '' } = document.meta;
  return { id, title, organization, summary, words, text: document.content, task: [...facets.task] };
}

/** Small letters without accents and signs, as our index takes words. */
export const foldText = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
