/** Reads thesauri in MyThes’ format: a word with its number of lists, and the lists, one a line. */

/** Words that mean nearly the same as a word in one of its senses. */
export interface WordList {
  readonly head: string;
  /** The part of speech as the thesaurus writes it: `(Nom)`, `-`. */
  readonly part: string;
  readonly members: readonly string[];
}

/** Notes to words that aren’t wanted: antonyms, vulgar and seldom used ones. */
const unwanted = /\((?:ant[^)]*nimo|vulg\.|p\. us\.)\)/iu;
const note = /\s*\([^)]*\)/gu;

/** Reads a `.dat` file, in lower case and without notes, in its order. */
export function readMyThes(text: string): WordList[] {
  const lists: WordList[] = [];
  let [head, left] = ['', 0];
  // The first line names the encoding.
  for (const line of text.split('\n').slice(1)) {
    const [first = '', ...words] = line.trim().split('|');
    if (left > 0) {
      const wanted = words.filter((word) => !unwanted.test(word));
      const members = new Set(wanted.map((word) => word.replace(note, '').toLowerCase()));
      lists.push({ head, part: first, members: [...members].filter((word) => word !== '' && word !== head) });
      left -= 1;
    } else {
      head = first.toLowerCase();
      left = Number(words[0] ?? 0);
    }
  }
  return lists;
}
