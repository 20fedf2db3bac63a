/** Parses what was typed into the search box. Pure, shared with the browser. */
import type { LanguageRules } from './load-language';
import type { Negation } from './negations';
import { withoutElisions } from './spelling';
import { tokenize, type Token } from './tokenize';

/** A typed word. */
export interface TypedWord {
  /** As it was typed, without punctuation around it. */
  readonly typed: string;
  readonly token: Token;
  /** The parts of a compound, which stand for it where no text has it as one word: `well-being -> well, being`. */
  readonly parts: readonly Token[];
  /** True in quotation marks: results must have it, and it isn’t corrected. */
  readonly isQuoted: boolean;
  /** True for a function word that a fixed expression needs: `sin` in `sin hogar`. */
  readonly isFixed?: boolean;
}

/** Words that results must not all have. */
export interface ExcludedWords {
  readonly words: readonly TypedWord[];
  /** The query in which they are wanted. */
  readonly undone: string;
}

export interface ParsedQuery {
  /** All words to find. */
  readonly words: readonly TypedWord[];
  readonly excluded: readonly ExcludedWords[];
  /** The query with all that says something in quotation marks. */
  readonly quoted: string;
}

const quoted = /["“”«»](?<words>[^"“”«»]+)["“”«»]/gu;
/** These separate words, with or without a space. `+`, `#`, `.` and `-` may belong to one. */
const separators = /[\s"“”«»,;:!?¡¿/\\|()[\]{}<>=–—…·•*]+/u;

/** The words of a text, in its order. */
export const splitWords = (text: string, isQuoted = false): TypedWord[] =>
  withoutElisions(text)
    .split(separators)
    .flatMap((typed) => {
      const [token, ...parts] = tokenize(typed);
      return token ? [{ typed: typed.replace(/[.'’]+$/u, ''), token, parts, isQuoted }] : [];
    });

const minus = /^[-−](?=[\p{L}\p{N}])/u;
/** The end of a part of a sentence. */
const ends = /[,;:!?¿¡()]|\.(?=\s|$)/u;

/** The words of a query, each with whether it stands after punctuation or at a quotation mark. */
function readWords(text: string) {
  // Every other part stood in quotation marks.
  return text.split(quoted).flatMap((part, place, parts) => {
    const isQuoted = place % 2 === 1;
    const isExcluded = isQuoted && /(?:^|\s)[-−]$/u.test(parts[place - 1] ?? '');
    return (isQuoted ? [part] : part.split(ends)).flatMap((clause) =>
      splitWords(clause, isQuoted).map((word, step) => ({
        ...word,
        startsPart: step === 0,
        isExcluded: isQuoted ? isExcluded : minus.test(word.typed),
        typed: isQuoted ? word.typed : word.typed.replace(minus, ''),
      })),
    );
  });
}

type ReadWord = ReturnType<typeof readWords>[number];

const formatWords = (words: readonly ReadWord[]): string =>
  words
    .map(({ typed, isQuoted, startsPart }, place) => {
      if (!isQuoted) return typed;
      const next = words[place + 1];
      const opens = startsPart || words[place - 1]?.isQuoted !== true;
      const closes = next?.isQuoted !== true || next.startsPart;
      return `${opens ? '"' : ''}${typed}${closes ? '"' : ''}`;
    })
    .join(' ');

/** The words that a minus excludes: a word, or all in a pair of quotation marks. */
function findMinuses(words: readonly ReadWord[]): Negation[] {
  return words.flatMap(({ isExcluded, isQuoted, startsPart }, place): Negation[] => {
    if (!isExcluded || (isQuoted && !startsPart)) return [];
    let to = place + 1;
    while (isQuoted && words[to]?.isQuoted && !words[to]?.startsPart) to++;
    return [{ cue: [place, place], words: [place, to], all: [place, to] }];
  });
}

/**
 * Parses a query: `'teach "sign language" but not kids'` has the words teach, sign and language (quoted), and excludes kids;
 * so does `-kids`.
 */
export function parseQuery(
  text: string,
  { findNegations, isFunctionWord }: Pick<LanguageRules, 'findNegations' | 'isFunctionWord'>,
): ParsedQuery {
  const read = readWords(text);
  const { excluded, fixed } = findNegations(
    read.map(({ token, isExcluded, ...word }) => ({ ...word, folded: isExcluded ? '' : token.folded })),
  );
  const negations = [...excluded, ...findMinuses(read)].sort((a, b) => a.all[0] - b.all[0]);
  const wanted = read.filter((_, place) =>
    negations.every(({ all: [from, to] }) => place < from || to <= place),
  );
  const formatNegation = ({ cue, words }: Negation) =>
    cue[0] === cue[1]
      ? `-${formatWords(read.slice(...words))}`
      : `${formatWords(read.slice(...cue))} ${formatWords(read.slice(...words))}`;
  const isTelling = ({ token, isQuoted }: ReadWord) => isQuoted || !isFunctionWord(token.folded);
  const told = wanted.some(isTelling) ? wanted.filter(isTelling) : wanted;
  return {
    words: wanted.map((word) => ({ ...word, isFixed: fixed.has(read.indexOf(word)) })),
    excluded: negations.map((negation) => {
      const words = read.slice(...negation.words);
      const others = negations.filter((other) => other !== negation).map(formatNegation);
      return {
        words: words.filter(isTelling),
        undone: [formatWords([...wanted, ...words]), ...others].join(', '),
      };
    }),
    quoted: [
      formatWords(told.map((word) => ({ ...word, isQuoted: true, startsPart: false }))),
      ...negations.map(formatNegation),
    ]
      .filter((part) => part !== '')
      .join(', '),
  };
}
