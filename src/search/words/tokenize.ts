/**
 * Splits texts and queries into tokens: whole words, and the parts of compounds beside them. Shared by the build and the
 * browser.
 */
import { spellOutLigatures, withoutElisions } from './spelling';

/** A word as the index has it. */
export interface Token {
  /** In lower case, with its accents and ligatures: `œuvré`. */
  readonly spelled: string;
  /** Without them: `oeuvre`. */
  readonly folded: string;
}

const notWord = /[^\p{L}\p{M}\p{N}_]+/gu;
/** Separators in `well-being`, `and/or`, `OpenStreetMap` and `Cusco–Collao`. */
const betweenParts = /[!-/:-@[-`{-~–—…·•]+|(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u;
/** Names whose signs matter: `C++`, `C#`, `.NET`. Sentences don't end in these. */
const signedName = /^(?:\p{L}{1,3}(?:\+\+|#)|\.\p{L}{2,5})$/u;
const emoji = /\p{Extended_Pictographic}/gu;
/** Punctuation around a word: a name with signs may stand in brackets or end a sentence. */
const around = /^[("'“‘«¿¡]+|[)"'”’»,;:!?.…]+$/gu;

const keepWord = (word: string) => (/[\p{L}\p{N}]/u.test(word) ? word : '');

/** Folds a word, without capitals, accents and punctuation: `'d’Été' -> 'dete'`. Empty where it has no letter and no digit. */
export const foldWord = (word: string): string =>
  keepWord(word.normalize('NFD').replace(/\p{M}/gu, '').replace(notWord, '').toLowerCase());

/** Lowercases a word and drops punctuation, with its accents: `'Été,' -> 'été'`. */
const spellWord = (word: string): string =>
  keepWord(word.normalize('NFC').replace(notWord, '').toLowerCase());

const asIs = (text: string): Token => ({ spelled: text, folded: text });

function tokenizeWord(unread: string): readonly Token[] {
  const raw = withoutElisions(unread);
  const bare = raw.replace(around, '').toLowerCase();
  if (signedName.test(bare)) return [asIs(bare)];
  const parts = raw.split(betweenParts).map(spellWord);
  const spelled = new Set([spellWord(raw), ...parts.filter(({ length }) => length > 1)]);
  spelled.delete('');
  const words = [...spelled].map((word) => ({ spelled: word, folded: foldWord(spellOutLigatures(word)) }));
  return [...words, ...(raw.match(emoji) ?? []).map(asIs)];
}

/** The tokens of a text, in its order and with repetitions: `'C++ et l’œuvre' -> c++, et, oeuvre` */
export const tokenize = (text: string): Token[] => text.split(/\s+/u).flatMap(tokenizeWord);
