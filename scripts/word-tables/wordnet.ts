/** Reads WordNet: words in senses, the commonest first, and senses that point to each other (`man 5 wndb`). */
import type { Sources } from './fetch-sources';

interface SynsetPointer {
  /** The sign of WordNet’s files: `@` leads to a wider sense. */
  readonly kind: string;
  readonly to: string;
  /** The place of the word that it holds for, from 1; 0 for all. */
  readonly word: number;
}

export interface Synset {
  readonly id: string;
  /** In lower case, with spaces. */
  readonly words: readonly string[];
  readonly pointers: readonly SynsetPointer[];
  /** The definition, without examples. */
  readonly gloss: string;
}

export interface WordNet {
  readonly synsets: ReadonlyMap<string, Synset>;
  /** Of a word: its senses with how often each was found in texts. */
  readonly senses: ReadonlyMap<string, readonly { readonly synset: string; readonly count: number }[]>;
  /** Irregular forms with the words that they are forms of: `['taught', 'teach']`. */
  readonly irregular: readonly (readonly [form: string, word: string])[];
}

const parts = ['noun', 'verb', 'adj', 'adv'] as const;
const letters = ['n', 'v', 'a', 'r'];
/** `s` are adjectives that are like another. */
const partOf = (letter: string) => (letter === 's' ? 'a' : letter);

function readSynset(line: string): Synset {
  const [data = '', explanation = ''] = line.split(' | ');
  const fields = data.split(' ');
  const letter = partOf(fields[2] ?? '');
  const wordCount = Number.parseInt(fields[3] ?? '', 16);
  const words = Array.from({ length: wordCount }, (_, index) =>
    (fields[4 + index * 2] ?? '').replace(/\(\w+\)$/u, '').replaceAll('_', ' '),
  );
  const start = 4 + wordCount * 2;
  const pointers = Array.from({ length: Number(fields[start]) }, (_, index) => {
    const [kind = '', offset = '', to = '', places = ''] = fields.slice(start + 1 + index * 4);
    return { kind, to: `${partOf(to)}${offset}`, word: Number.parseInt(places.slice(0, 2), 16) };
  });
  return { id: `${letter}${fields[0] ?? ''}`, words, pointers, gloss: explanation.split(/[;"]/u)[0] ?? '' };
}

/** Reads the files of the package `wordnet-base`. */
export function readWordNet({ read }: Pick<Sources, 'read'>): WordNet {
  const lines = (file: string) =>
    read(`wordnet/${file}`)
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith(' '));
  const synsets = new Map<string, Synset>();
  const senses = new Map<string, { synset: string; count: number }[]>();
  // `meal%1:13:00:: 1 20`: the word and its part of speech, the number of the sense, and its count.
  const counts = new Map<string, number>();
  for (const line of lines('cntlist.rev')) {
    const [key = '', sense = '', count = ''] = line.split(' ');
    const [word = '', rest = ''] = key.split('%');
    counts.set(`${word}%${partOf(' nvars'[Number(rest[0])] ?? '')}${sense}`, Number(count));
  }
  for (const [index, part] of parts.entries()) {
    for (const line of lines(`data.${part}`)) {
      const synset = readSynset(line);
      synsets.set(synset.id, synset);
    }
    const letter = letters[index] ?? '';
    for (const line of lines(`index.${part}`)) {
      const fields = line.trim().split(' ');
      const [key = ''] = fields;
      const word = key.replaceAll('_', ' ');
      const known = senses.get(word) ?? [];
      senses.set(word, known);
      for (const [rank, offset] of fields.slice(-Number(fields[2])).entries()) {
        known.push({ synset: `${letter}${offset}`, count: counts.get(`${key}%${letter}${rank + 1}`) ?? 0 });
      }
    }
  }
  const irregular = parts.flatMap((part) =>
    lines(`${part}.exc`).map((line) => {
      const [form = '', word = ''] = line.split(' ');
      return [form, word] as const;
    }),
  );
  return { synsets, senses, irregular };
}
