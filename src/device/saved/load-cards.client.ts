/** Loads the cards of some opportunities. */
import { cardFileNumber, cardFileUrl, type SavedCard, type CardFile } from './saved-card';

/** Thrown where cards could not be loaded. The page then shows the data on the device. */
export class CardsError extends Error {
  override readonly name = 'CardsError';
}

async function loadFile(locale: string, number: number): Promise<CardFile | undefined> {
  const url = cardFileUrl(locale, number);
  // Revalidated each time: an unchanged file costs an answer without a body.
  const response = await fetch(url, { cache: 'no-cache' });
  if (response.status === 404) return undefined;
  if (!response.ok) throw new CardsError(`${url} answered ${response.status}.`);
  return (await response.json()) as CardFile;
}

function loadFiles(locale: string, ids: readonly string[], files: number): Promise<(CardFile | undefined)[]> {
  const numbers = [...new Set(ids.map((id) => cardFileNumber(id, files)))];
  return Promise.all(numbers.map((number) => loadFile(locale, number)));
}

/**
 * Loads the cards of some ids in a language; an id without one isn't on the site any more. `files` is the number of
 * files when the page was built: if the site has been published with another number since then, the files say so, and
 * are read accordingly. Rejects where a file can't be loaded, or the site is being published just now.
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
    // The first file always exists.
    const count = (await loadFile(locale, 0))?.files ?? files;
    loaded = await loadFiles(locale, ids, count);
    if (!isCurrent(loaded, count))
      throw new CardsError(`${cardFileUrl(locale, 0)} doesn’t go with the others.`);
  }
  const wanted = new Set(ids);
  return new Map(loaded.flatMap(({ cards }) => Object.entries(cards)).filter(([id]) => wanted.has(id)));
}
