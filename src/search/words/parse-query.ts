/** Parses what was typed into the search box. Pure, shared with the browser. */
import type { LanguageRules } from './load-language';
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
interface ExcludedWords {
  readonly words: readonly TypedWord[];
  /** The query in which they are wanted. */
  readonly undone: string;
}

interface ParsedQuery {
  /** All words to find. */
  readonly words: readonly TypedWord[];
  readonly excluded: readonly ExcludedWords[];
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

/**
 * Parses a query: `'teach "sign language" but not kids'` has the words teach, sign and language (quoted), and excludes kids;
 * so does `-kids`.
 */
export function parseQuery(
  text: string,
  { findNegations }: Pick<LanguageRules, 'findNegations'>,
): ParsedQuery {
  // Every other part stood in quotation marks.
  const words = text.split(quoted).flatMap((part, place) => splitWords(part, place % 2 === 1));
  const { excluded, fixed } = findNegations(
    words.map(({ token, isQuoted, typed }) => (isQuoted || minus.test(typed) ? '' : token.folded)),
  );
  const byMinus = words.flatMap(({ typed, isQuoted }, place) =>
    !isQuoted && minus.test(typed) ? [{ cue: place, from: place, to: place + 1 }] : [],
  );
  const all = [...excluded, ...byMinus].sort((a, b) => a.cue - b.cue);
  const wanted = ({ typed, isQuoted }: TypedWord) => (isQuoted ? `"${typed}"` : typed.replace(minus, ''));
  return {
    words: words.flatMap((word, place) => {
      if (all.some(({ cue, to }) => cue <= place && place < to)) return [];
      return [{ ...word, isFixed: fixed.has(place) }];
    }),
    excluded: all.map(({ cue, from, to }) => ({
      words: words.slice(from, to).map((word) => ({ ...word, typed: word.typed.replace(minus, '') })),
      undone: words
        .map((word, place) =>
          place >= cue && place < from
            ? ''
            : place >= from && place < to
              ? wanted(word)
              : word.isQuoted
                ? wanted(word)
                : word.typed,
        )
        .filter((word) => word !== '')
        .join(' '),
    })),
  };
}
