/** Marks the words of a query in a text. */
import { tokenize, type Token } from './tokenize';
import type { LanguageRules } from './load-language';

/** A part of a text, marked where it is a word of the query. */
export interface ExcerptPart {
  readonly text: string;
  readonly marked: boolean;
}

/** The fewest letters of a word whose beginnings are marked. */
const shortestBeginning = 3;

/**
 * Marks words in any form, and words that begin like them: `('Wells, pumps', pump) -> [{ text: 'Wells' }, { text: ', ' }, {
 * text: 'pumps', marked }]`. Undefined where there is none.
 */
export function markWords(
  text: string,
  words: readonly Token[],
  { stem }: LanguageRules,
): readonly ExcerptPart[] | undefined {
  const stems = new Set(words.map(({ spelled }) => stem(spelled)));
  const isMarked = (part: string) =>
    tokenize(part).some(
      ({ spelled, folded }) =>
        stems.has(stem(spelled)) ||
        words.some((word) => word.folded.length >= shortestBeginning && folded.startsWith(word.folded)),
    );
  const parts = text
    .split(/([\p{L}\p{M}\p{N}]+)/u)
    .filter((part) => part !== '')
    .map((part) => ({ text: part, marked: words.length > 0 && isMarked(part) }));
  return parts.some(({ marked }) => marked) ? parts : undefined;
}
