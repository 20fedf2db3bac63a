/**
 * Words with others that are related to them and that texts have, in files by the stem of the folded word. A file is text,
 * a line for each stem: `orphan<TAB>child,parents`. Shared by the build and the browser.
 */

/** Encodes a stem with words in their spelling, closest first. */
export const encodeRelatedWords = (stem: string, words: readonly string[]): string =>
  `${stem}\t${words.join(',')}`;

/** Reads the text of a file: the related words of each stem, closest first. */
export function readRelatedWords(text: string): ReadonlyMap<string, readonly string[]> {
  return new Map(
    text.split('\n').flatMap((line) => {
      const [stem = '', words] = line.split('\t');
      return words === undefined ? [] : [[stem, words.split(',')] as const];
    }),
  );
}
