import type { FitStrings } from './fit-lines';

/** Thrown where the strings could not be loaded: then the fit isn't shown. */
class FitStringsError extends Error {
  override readonly name = 'FitStringsError';
}

/** Loads the strings of the fit check; rejects on failure. Their address changes with their content. */
export async function loadFitStrings(url: string): Promise<FitStrings> {
  const response = await fetch(url);
  if (!response.ok) throw new FitStringsError(`${url} answered ${response.status}.`);
  return (await response.json()) as FitStrings;
}
