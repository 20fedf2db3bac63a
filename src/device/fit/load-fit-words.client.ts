import type { FitWords } from './fit-words';

/** The words could not be loaded: what fits isn't told then. */
export class FitWordsError extends Error {
  override readonly name = 'FitWordsError';
}

/** The words of the fit check; rejects where they can't be had. Their address changes with them. */
export async function loadFitWords(url: string): Promise<FitWords> {
  const response = await fetch(url);
  if (!response.ok) throw new FitWordsError(`${url} answered ${response.status}.`);
  return (await response.json()) as FitWords;
}
