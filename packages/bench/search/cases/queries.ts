/** Draws queries of every class with a seed, each with its right results. */
import type { Locale } from '@/i18n/locales';
import { foldWord } from '@/search/words/tokenize';
import { createRandom, type Random } from '../../content/random';
import { editKinds, misspell } from './misspell';
import {
  findGainsOfAll,
  findGainsOfPrefix,
  findGainsOfValue,
  narrowGains,
  type Corpus,
  type Gains,
  type JudgedOpportunity,
} from './judgements';
import type { LocalePhrases } from './phrases';

export const queryClasses = [
  'two words',
  ...editKinds,
  ...editKinds.map((edit) => `${edit}, first too` as const),
  'accents dropped',
  'prefix',
  'synonym',
  'other language',
  'facet + word',
] as const;

export type QueryClass = (typeof queryClasses)[number];

export interface BenchQuery {
  readonly kind: QueryClass;
  readonly text: string;
  /** The task type that results are narrowed to. */
  readonly task?: string;
  readonly gains: Gains;
}

/** The fewest letters of a misspelt word. */
const longWord = 6;
const accented = /[^\u0000-\u007f]/;

/** True for a word in at most eight entries, or in at most one of a hundred. */
const isRare = ({ opportunities, byWord }: Corpus, word: string) =>
  (byWord.get(foldWord(word))?.size ?? Infinity) <= Math.max(8, opportunities.length / 100);

/** Draws words of random entries until one fits. */
function drawWord(
  corpus: Corpus,
  random: Random,
  fits: (word: string) => boolean,
): { word: string; of: JudgedOpportunity } {
  for (let attempt = 0; attempt < 10_000; attempt++) {
    const of = random.pick(corpus.opportunities);
    const words = of.written.filter((word) => corpus.byWord.has(foldWord(word)) && fits(word));
    if (words.length > 0) return { word: random.pick(words), of };
  }
  throw new RangeError('No entry has a word that fits.');
}

const removeAccents = (word: string) => word.normalize('NFD').replace(/\p{M}/gu, '');

/** Draws the queries of a language: `each` of every class that it has, in the order of the classes. */
export function drawQueries(
  corpus: Corpus,
  phrases: LocalePhrases,
  { locale, seed, each }: { locale: Locale; seed: number; each: number },
): BenchQuery[] {
  const random = createRandom(seed, locale.charCodeAt(0));
  const isLongAndRare = (word: string) => word.length >= longWord && isRare(corpus, word);
  const word = (fits: (word: string) => boolean) => drawWord(corpus, random, fits);
  const misspelt = (edit: (typeof editKinds)[number], first: 0 | 1) => {
    const { word: meant } = word(isLongAndRare);
    return { text: misspell(meant, edit, first, random), gains: findGainsOfAll(corpus, [meant]) };
  };
  const phrase = (from: LocalePhrases[keyof LocalePhrases]) => {
    const { text, facet, value } = random.pick(from);
    return { text, gains: findGainsOfValue(corpus, facet, value) };
  };
  const draw: Record<QueryClass, () => Omit<BenchQuery, 'kind'>> = {
    'two words': () => {
      const fits = (one: string) => one.length >= 4 && isRare(corpus, one);
      const { word: first, of } = word(fits);
      const others = of.written.filter((other) => other.length >= 4 && other !== first);
      const words = [first, random.pick(others)];
      return { text: words.join(' '), gains: findGainsOfAll(corpus, words) };
    },
    ...(Object.fromEntries(
      editKinds.flatMap((edit) => [
        [edit, () => misspelt(edit, 1)],
        [`${edit}, first too`, () => misspelt(edit, 0)],
      ]),
    ) as Record<
      (typeof editKinds)[number] | `${(typeof editKinds)[number]}, first too`,
      () => Omit<BenchQuery, 'kind'>
    >),
    'accents dropped': () => {
      const { word: meant } = word((one) => one.length >= 4 && accented.test(one));
      return { text: removeAccents(meant), gains: findGainsOfAll(corpus, [meant]) };
    },
    prefix: () => {
      const { word: meant } = word(isLongAndRare);
      const text = meant.slice(0, Math.max(4, Math.ceil(meant.length * 0.6)));
      return { text, gains: findGainsOfPrefix(corpus, text) };
    },
    synonym: () => phrase(phrases.synonyms),
    'other language': () => phrase(phrases.foreign),
    'facet + word': () => {
      const { word: meant, of } = word((one) => one.length >= 4);
      const task = random.pick(of.facets.task);
      return { text: meant, task, gains: narrowGains(corpus, findGainsOfAll(corpus, [meant]), 'task', task) };
    },
  };
  const classes = queryClasses.filter((kind) => locale !== 'en' || kind !== 'accents dropped');
  return classes.flatMap((kind) =>
    Array.from({ length: each }, (): BenchQuery => {
      for (let attempt = 0; attempt < 100; attempt++) {
        const query = { kind, ...draw[kind]() };
        if (query.gains.size > 0) return query;
      }
      throw new RangeError(`No query of the class “${kind}” has an answer.`);
    }),
  );
}
