/** Writes the vectors of a language's words, and of its opportunities (build side). */
import { cacheByText } from '@/i18n/cache-by-text';
import type { SearchDocument } from '../index/documents';
import { readWordVectors } from '../language/language-tables';
import { wordWeight } from '../terms/rank-rows';
import { divideLines, writeWordFiles } from '../word-files/write-word-files';
import type { LanguageRules } from '../words/load-language';
import { tokenize } from '../words/tokenize';
import { vectorLine, type MeaningFile } from './meaning-file';
import { decodeVector, encodeVector, similarity, sumVectors, type Vector } from './vectors';

/** The weight of a word in the title; in the summary it is 1. */
const titleWeight = 3;

/** Characters of a file of words: about four kilobytes as hosts send it. */
const fileLength = 8000;

/** How often centres move to the middle of their opportunities. */
const rounds = 6;

interface Placed {
  readonly serial: number;
  readonly vector: Vector;
}

/** The vectors of opportunities by what their titles and summaries say; of those with a word that has a vector. */
function placeDocuments(
  documents: readonly SearchDocument[],
  table: ReadonlyMap<string, string>,
  { stem }: LanguageRules,
): Placed[] {
  const stemsOfWord = cacheByText((word: string) => tokenize(word).map(({ spelled }) => stem(spelled)));
  const stemsOf = (text = '') => text.split(/\s+/u).flatMap((word) => stemsOfWord(word));
  const texts = documents.map(({ meta }) => [stemsOf(meta.title), stemsOf(meta.summary)] as const);
  const counts = new Map<string, number>();
  for (const [title, summary] of texts)
    for (const one of new Set([...title, ...summary])) counts.set(one, (counts.get(one) ?? 0) + 1);
  const vectorOf = cacheByText((one: string) => {
    const digits = table.get(one);
    return digits === undefined ? undefined : decodeVector(digits);
  });
  const weigh = (stems: readonly string[], weight: number) =>
    stems.flatMap((one) => {
      const vector = vectorOf(one);
      return vector ? [[vector, weight * wordWeight(counts.get(one) ?? 0, texts.length)] as const] : [];
    });
  return texts.flatMap(([title, summary], serial) => {
    const vector = sumVectors([...weigh(title, titleWeight), ...weigh(summary, 1)]);
    return vector ? [{ serial, vector }] : [];
  });
}

interface Group {
  readonly centre: Vector;
  readonly placed: readonly Placed[];
}

/** Divides opportunities by their meaning into about as many groups as each has of them (k-means). */
function groupSimilar(placed: readonly Placed[]): Group[] {
  const count = Math.round(Math.sqrt(placed.length));
  const first = Array.from(
    { length: count },
    (_, place) => placed[Math.floor((place * placed.length) / count)],
  );
  let groups: Group[] = first.flatMap((one) => (one ? [{ centre: one.vector, placed: [] }] : []));
  for (let round = 0; round < rounds; round++) {
    const centres = groups.map(({ centre }) => centre);
    const nearest = Map.groupBy(placed, ({ vector }) => {
      const near = centres.map((centre) => similarity(centre, vector));
      return near.indexOf(Math.max(...near));
    });
    groups = [...nearest.values()].flatMap((some) => {
      const centre = sumVectors(some.map(({ vector }) => [vector, 1]));
      return centre ? [{ centre, placed: some }] : [];
    });
  }
  return groups;
}

interface MeaningOptions {
  readonly rules: LanguageRules;
  /** The name of the index. */
  readonly index: string;
  /** The root of the site. */
  readonly outDir: string;
}

/** Writes the vectors of a language, oldest opportunity first, and returns where they are. Without a table there are none. */
export function writeMeaning(
  locale: string,
  documents: readonly SearchDocument[],
  { rules, index, outDir }: MeaningOptions,
): MeaningFile {
  const table = readWordVectors(locale);
  const groups = groupSimilar(placeDocuments(documents, table, rules));
  const words = Array.from(table, ([word, digits]) => ({ word, line: vectorLine(word, digits) }));
  const groupFiles = groups.map(({ placed }) => ({
    firstWord: '',
    text: placed.map(({ serial, vector }) => `${vectorLine(serial, encodeVector(vector))}\n`).join(''),
  }));
  return {
    index,
    words: writeWordFiles(locale, groups.length > 0 ? divideLines(words, fileLength) : [], outDir),
    centres: groups.map(({ centre }) => encodeVector(centre)).join(''),
    groups: writeWordFiles(locale, groupFiles, outDir).names,
  };
}
