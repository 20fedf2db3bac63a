/** Finds opportunities that are similar in meaning to words. Loaded where the words alone find little. */
import { loadEachOnce } from '../query/load-once.client';
import { readWordFileList, wordFileNameLength } from '../word-files/word-file-list';
import { readVectors, type MeaningFile } from './meaning-file';
import { decodeVector, dimensions, similarity, sumVectors } from './vectors';

/** So many groups of opportunities are looked through, the most similar ones. */
const groupsRead = 8;

/** Finds how similar opportunities are, by serial, to stems, each with what it is worth. */
export type FindSimilar = (stems: ReadonlyMap<string, number>) => Promise<ReadonlyMap<number, number>>;

const inParts = (text: string, length: number): string[] =>
  Array.from({ length: text.length / length }, (_, place) =>
    text.slice(place * length, (place + 1) * length),
  );

/** Opens the vectors of a language. */
export function openMeaning(
  { words, centres, groups }: MeaningFile,
  load: (name: string) => Promise<string>,
): FindSimilar {
  const loadVectors = loadEachOnce(async (name) => readVectors(await load(name)));
  const filesOf = readWordFileList(words);
  const middles = inParts(centres, dimensions).map(decodeVector);
  const names = inParts(groups, wordFileNameLength);
  return async (stems) => {
    const weighted = await Promise.all(
      Array.from(stems, async ([stem, weight]) => {
        const files = await Promise.all(filesOf(stem, stem).map(loadVectors));
        return files.flatMap((file) => file.get(stem) ?? []).map((vector) => [vector, weight] as const);
      }),
    );
    const asked = sumVectors(weighted.flat());
    if (!asked) return new Map();
    const nearest = middles
      .map((middle, group) => ({ group, by: similarity(asked, middle) }))
      .sort((a, b) => b.by - a.by)
      .slice(0, groupsRead);
    const read = await Promise.all(nearest.map(({ group }) => loadVectors(names[group] ?? '')));
    return new Map(
      read.flatMap((some) =>
        Array.from(some, ([serial, vector]) => [Number(serial), similarity(asked, vector)] as const),
      ),
    );
  };
}
