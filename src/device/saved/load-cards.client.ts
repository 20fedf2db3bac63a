/** Loads the cards of some opportunities. */
import { fileOf, fileUrl, type SavedCard, type CardFile } from './card';

/** What could not be loaded. The page then shows what was noted on the device. */
export class CardsError extends Error {
  override readonly name = 'CardsError';
}

async function loadFile(locale: string, number: number): Promise<CardFile | undefined> {
  const url = fileUrl(locale, number);
  // Asked for anew each time: an unchanged file costs an answer without a body.
  const response = await fetch(url, { cache: 'no-cache' });
  if (response.status === 404) return undefined;
  if (!response.ok) throw new CardsError(`${url} answered ${response.status}.`);
  return (await response.json()) as CardFile;
}

function loadFiles(locale: string, ids: readonly string[], files: number): Promise<(CardFile | undefined)[]> {
  const numbers = [...new Set(ids.map((id) => fileOf(id, files)))];
  return Promise.all(numbers.map((number) => loadFile(locale, number)));
}

/**
 * The cards of some ids in a language; an id without one isn't on the site any more. `files` is how many files there
 * were when the page was made: where the site has been published with another number since then, the files say so, and
 * are read by that. Rejects where a file can't be loaded, or the site is being published just now.
 */
export async function loadCards(
  locale: string,
  ids: readonly string[],
  files: number,
): Promise<ReadonlyMap<string, SavedCard>> {
  if (ids.length === 0) return new Map();
  const isCurrent = (
    loaded: readonly (CardFile | undefined)[],
    count: number,
  ): loaded is readonly CardFile[] => loaded.every((file) => file?.files === count);
  let loaded: readonly (CardFile | undefined)[] = await loadFiles(locale, ids, files);
  if (!isCurrent(loaded, files)) {
    // The first file is always there.
    const count = (await loadFile(locale, 0))?.files ?? files;
    loaded = await loadFiles(locale, ids, count);
    if (!isCurrent(loaded, count)) throw new CardsError(`${fileUrl(locale, 0)} doesn’t go with the others.`);
  }
  const wanted = new Set(ids);
  return new Map(loaded.flatMap(({ cards }) => Object.entries(cards)).filter(([id]) => wanted.has(id)));
}
