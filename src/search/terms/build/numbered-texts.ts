/** Divides documents into numbered words, once for all that is built from them (build side, pure). */
import type { SearchDocument } from '../../index/documents';
import { fields, type FieldCode } from '../term-shard';

/** Words as texts have them, each with a number: its place. */
interface WordNumbers {
  readonly words: readonly string[];
  readonly numberOf: (word: string) => number;
}

/** Numbers words in the order in which they come. */
function createWordNumbers(): WordNumbers {
  const words: string[] = [];
  const numbers = new Map<string, number>();
  return {
    words,
    numberOf: (word) => {
      const found = numbers.get(word);
      if (found !== undefined) return found;
      numbers.set(word, words.length);
      return words.push(word) - 1;
    },
  };
}

/**
 * A document: a field's code where a sentence of that field begins, and for each word its number plus `firstWord`. Two
 * million words are four bytes each, where objects would fill the memory.
 */
export type NumberedText = Uint32Array;

/** Smaller numbers are codes of fields. */
export const firstWord = 4;

/** Documents that come newest first, and the words that their numbers mean; there may be more words. */
export interface NumberedTexts {
  readonly words: readonly string[];
  readonly documents: readonly NumberedText[];
}

const codes = (text: string) => new Set(Array.from(text, (sign) => sign.charCodeAt(0)));

/** Before white space these end a sentence: words on both sides are no neighbours. */
const sentenceEnds = codes('.!?…:;');
/** A word is the same without these after it. */
const dropped = codes('.!?…:;,');
const [space, comma, lineFeed] = [0x20, 0x2c, 0x0a];

/** As `\s`. */
const isSpace = (code: number) =>
  code <= space
    ? code === space || (code >= 0x09 && code <= 0x0d)
    : code >= 0xa0 &&
      (code === 0xa0 ||
        code === 0x1680 ||
        (code >= 0x2000 && code <= 0x200a) ||
        code === 0x2028 ||
        code === 0x2029 ||
        code === 0x202f ||
        code === 0x205f ||
        code === 0x3000 ||
        code === 0xfeff);

/** Numbers the words of a document, divided into sentences. Of the names that it is filed under, each is one. */
function numberDocument({ meta, content }: SearchDocument, { numberOf }: WordNumbers): NumberedText {
  const numbers: number[] = [];
  const read = (field: FieldCode, text = '', isList = false) => {
    numbers.push(field);
    let at = 0;
    for (;;) {
      let endsSentence = false;
      for (; at < text.length; at++) {
        const code = text.charCodeAt(at);
        if (!isSpace(code)) break;
        if (code === lineFeed && !isList) endsSentence = true;
      }
      if (at === text.length) return;
      if (endsSentence) numbers.push(field);
      const start = at;
      while (at < text.length && !isSpace(text.charCodeAt(at))) at++;
      let end = at;
      while (end > start && dropped.has(text.charCodeAt(end - 1))) end--;
      if (end > start) numbers.push(numberOf(text.slice(start, end)) + firstWord);
      const last = text.charCodeAt(at - 1);
      if (isList ? last === comma && text.charCodeAt(at) === space : sentenceEnds.has(last))
        numbers.push(field);
    }
  };
  read(fields.title, meta.title);
  read(fields.organization, meta.organization);
  read(fields.text, meta.summary);
  read(fields.text, content);
  read(fields.filed, meta.words, true);
  return Uint32Array.from(numbers);
}

/** Numbers the words of documents. */
export function numberDocuments(documents: Iterable<SearchDocument>): NumberedTexts {
  const numbers = createWordNumbers();
  return {
    words: numbers.words,
    documents: Array.from(documents, (document) => numberDocument(document, numbers)),
  };
}
