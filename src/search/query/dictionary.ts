/**
 * The dictionary of a language: every word of its index, sorted as it is folded, with how often it occurs. One file a
 * language, which the browser loads only for a word that the index hasn't as it stands, or hardly has: to tell the
 * beginning of a word from one that isn't there, to find all that begins so, and to find what was meant. Shared with
 * the browser.
 */
import { foldWord } from '../words/terms';

/** Raised whenever what is written changes its meaning; another number is not read. */
export const dictionaryVersion = 2;

/** Above so many words those of a single document are left out: they are half of the file, and seldom typed. */
export const mostWords = 20_000;

/** Most letters that a word takes over from the one before: as many as there are capitals to say so. */
const mostShared = 25;
const codeOfA = 'A'.charCodeAt(0);

/** The file `search/<locale>.words.json`. */
export interface DictionaryFile {
  readonly version: number;
  /** Pagefind's name of the index that the words are in: `fr_5a862cd4d8`. */
  readonly index: string;
  /** Words in fewer documents are left out. */
  readonly leastFrequency: number;
  /**
   * In the spelling that most documents have, front-coded: a capital for how many letters are those of the word before
   * (`A` for none), then the rest. `['water', 'watering', 'well'] -> 'AwaterFingBell'`
   */
  readonly words: string;
  /** For each word how many documents have it, as the whole part of its binary logarithm: `2` for 4 to 7. */
  readonly frequencies: string;
}

/** The dictionary's file is of another version, or not what it should be. */
export class DictionaryError extends Error {
  override readonly name = 'DictionaryError';
}

export interface Dictionary {
  readonly index: string;
  /** Sorted by code units, folded. */
  readonly words: readonly string[];
  /** Each word as it is written, with its accents. */
  readonly spellings: readonly string[];
  /** For each word the least number of documents that it may be in: a power of two. */
  readonly frequencies: readonly number[];
  /** 1 where every word of the index is here, more where rare ones are left out. */
  readonly leastFrequency: number;
}

const byCodeUnits = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function sharedLetters(before: string, word: string): number {
  const most = Math.min(before.length, word.length, mostShared);
  let shared = 0;
  while (shared < most && before[shared] === word[shared]) shared += 1;
  return shared;
}

interface Counted {
  documents: number;
  readonly spellings: Map<string, number>;
}

/** In how many documents each folded word is, and each of its spellings. */
function countWords(documents: Iterable<Iterable<string>>): Map<string, Counted> {
  const counted = new Map<string, Counted>();
  const foldedOf = new Map<string, string>();
  for (const words of documents) {
    const folded = new Set<string>();
    for (const spelling of new Set(words)) {
      const word = foldedOf.get(spelling) ?? foldWord(spelling);
      foldedOf.set(spelling, word);
      const known = counted.get(word) ?? { documents: 0, spellings: new Map<string, number>() };
      counted.set(word, known);
      known.spellings.set(spelling, (known.spellings.get(spelling) ?? 0) + 1);
      if (!folded.has(word)) known.documents += 1;
      folded.add(word);
    }
  }
  return counted;
}

/** The most frequent spelling; of several the first by code units. */
function mostFrequent(spellings: ReadonlyMap<string, number>): string {
  const sorted = [...spellings].sort(([a, often], [b, seldom]) => seldom - often || byCodeUnits(a, b));
  return sorted[0]?.[0] ?? '';
}

/**
 * The dictionary of some documents, given as the words of each (`spelledWords`). `most` words at most stay, unless
 * more are in two documents.
 */
export function encodeDictionary(
  documents: Iterable<Iterable<string>>,
  index: string,
  most = mostWords,
): DictionaryFile {
  const counted = countWords(documents);
  const leastFrequency = counted.size > most ? 2 : 1;
  const kept = [...counted].filter(([, { documents: often }]) => often >= leastFrequency);
  kept.sort(([a], [b]) => byCodeUnits(a, b));
  let before = '';
  const words = kept.map(([, { spellings }]) => {
    const spelling = mostFrequent(spellings);
    const shared = sharedLetters(before, spelling);
    before = spelling;
    return String.fromCharCode(codeOfA + shared) + spelling.slice(shared);
  });
  return {
    version: dictionaryVersion,
    index,
    leastFrequency,
    words: words.join(''),
    frequencies: kept.map(([, { documents: often }]) => Math.floor(Math.log2(often)).toString(36)).join(''),
  };
}

/** Reads a dictionary's file. Throws `DictionaryError` for one that this code can't read. */
export function readDictionary(file: DictionaryFile): Dictionary {
  if (file.version !== dictionaryVersion) {
    throw new DictionaryError(
      `The dictionary has version ${file.version}, and ${dictionaryVersion} is read here.`,
    );
  }
  const spellings: string[] = [];
  for (const [, capital = 'A', rest = ''] of file.words.matchAll(/([A-Z])([^A-Z]*)/g)) {
    spellings.push((spellings.at(-1) ?? '').slice(0, capital.charCodeAt(0) - codeOfA) + rest);
  }
  if (spellings.length !== file.frequencies.length) {
    throw new DictionaryError(
      `The dictionary has ${spellings.length} words and ${file.frequencies.length} frequencies.`,
    );
  }
  return {
    index: file.index,
    // Most words have no accents, and need no folding.
    words: spellings.map((word) => (/^[a-z0-9]*$/.test(word) ? word : foldWord(word))),
    spellings,
    frequencies: Array.from(file.frequencies, (digit) => 2 ** Number.parseInt(digit, 36)),
    leastFrequency: file.leastFrequency,
  };
}

/** The place of the first word that isn't before `word`. */
export function placeOf(words: readonly string[], word: string): number {
  let [from, to] = [0, words.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((words[middle] ?? '') < word) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** The words that begin with these letters, which are folded: the most frequent first, then by code units. */
export function wordsFrom({ words, frequencies }: Dictionary, beginning: string): string[] {
  const from = placeOf(words, beginning);
  const found: { readonly word: string; readonly often: number }[] = [];
  for (let place = from; words[place]?.startsWith(beginning); place += 1) {
    found.push({ word: words[place] ?? '', often: frequencies[place] ?? 0 });
  }
  return found.sort((a, b) => b.often - a.often).map(({ word }) => word);
}
