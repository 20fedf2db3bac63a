/** Parses what was typed into the search box. Pure, shared with the browser. */
import { searchWords } from '../words/spelling';
import { tokenize, type Token } from './tokenize';

/** A typed word. */
export interface TypedWord {
  /** As it was typed, without punctuation around it. */
  readonly typed: string;
  readonly token: Token;
  /** The parts of a compound, which stand for it where no text has it as one word: `well-being -> well, being`. */
  readonly parts: readonly Token[];
}

interface ParsedQuery {
  /** All words to find, with those of the phrases. */
  readonly words: readonly TypedWord[];
  /** The words of each phrase in quotation marks, of two words or more. */
  readonly phrases: readonly (readonly Token[])[];
  /** Words that results must not have: `-hospice`. */
  readonly excluded: readonly Token[];
}

const phrase = /["“”«»]\s*(?<words>[^"“”«»]+?)\s*["“”«»]/gu;
/** These separate words, with or without a space. `+`, `#`, `.` and `-` may belong to one. */
const separators = /[\s"“”«»,;:!?¡¿/\\|()[\]{}<>=–—…·•*]+/u;

function typedWords(text: string): TypedWord[] {
  return searchWords(text)
    .split(separators)
    .flatMap((typed) => {
      const [token, ...parts] = tokenize(typed);
      return token ? [{ typed: typed.replace(/[.'’]+$/u, ''), token, parts }] : [];
    });
}

const isExcluded = (raw: string) => /^[-−][\p{L}\p{N}]/u.test(raw);

/** `'teach "sign language" -hospice' -> words teach, sign, language; phrase sign language; excluded hospice` */
export function parseQuery(text: string): ParsedQuery {
  const phrases = [...text.matchAll(phrase)].map(({ groups }) => tokenize(groups?.['words'] ?? ''));
  const rest = text.split(/\s+/u);
  const excluded = rest.filter(isExcluded).flatMap((raw) => tokenize(raw.slice(1)).slice(0, 1));
  return {
    words: typedWords(rest.filter((raw) => !isExcluded(raw)).join(' ')),
    phrases: phrases.filter(({ length }) => length > 1),
    excluded,
  };
}
