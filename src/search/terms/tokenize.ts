/** Splits texts and queries into tokens for the index of opportunities. Shared by the build and the browser. */
import { foldWord, spelledWords } from '../words/query-terms';
import { rememberWords } from '../words/remember-words';
import { searchWords } from '../words/spelling';

/** A word as the index has it. */
export interface Token {
  /** In lower case, with its accents: `été`. */
  readonly spelled: string;
  /** Without accents: `ete`. */
  readonly folded: string;
}

/** Names whose signs matter: `C++`, `C#`, `.NET`. Sentences don't end in these. */
const signedName = /^(?:\p{L}{1,3}(?:\+\+|#)|\.\p{L}{2,5})$/u;
const emoji = /\p{Extended_Pictographic}/gu;
/** Punctuation around a word: a name with signs may stand in brackets or end a sentence. */
const around = /^[("'“‘«¿¡]+|[)"'”’»,;:!?.…]+$/gu;

const asIs = (text: string): Token => ({ spelled: text, folded: text });

function tokenizeWord(unread: string): readonly Token[] {
  const raw = searchWords(unread);
  const bare = raw.replace(around, '').toLowerCase();
  if (signedName.test(bare)) return [asIs(bare)];
  const words = spelledWords(raw).map((spelled) => ({ spelled, folded: foldWord(spelled) }));
  return [...words, ...(raw.match(emoji) ?? []).map(asIs)];
}

const tokensOf = rememberWords(tokenizeWord);

/**
 * The tokens of a text, in its order and with repetitions: whole words, and the parts of compounds beside them.
 * `'C++ et l’œuvre' -> c++, et, oeuvre`
 */
export function tokenize(text: string): Token[] {
  const all: Token[] = [];
  for (const raw of text.split(/\s+/u)) for (const token of tokensOf(raw)) all.push(token);
  return all;
}
