/** Divides a document into sentences of tokens, once for all that is built from it (build side, pure). */
import type { SearchDocument } from '../index/documents';
import { fields, type FieldCode } from './term-shard';
import { tokenize, type Token } from './tokenize';

export interface Sentence {
  readonly field: FieldCode;
  readonly tokens: readonly Token[];
}

/** Words on both sides of these are no neighbours. */
const sentenceEnd = /[.!?…:;]\s|\n/u;

/** The sentences of a document. Of the names that it is filed under, each is one. */
export function sentencesOf({ meta, content }: SearchDocument): Sentence[] {
  const read = (field: FieldCode, text: string | undefined, end: RegExp | string = sentenceEnd) =>
    (text ?? '').split(end).map((sentence) => ({ field, tokens: tokenize(sentence) }));
  return [
    ...read(fields.title, meta.title),
    ...read(fields.organization, meta.organization),
    ...read(fields.text, meta.summary),
    ...read(fields.text, content),
    ...read(fields.filed, meta.words, ', '),
  ].filter(({ tokens }) => tokens.length > 0);
}
