import { translateIsland, type IslandStrings } from '@/i18n/create-translate';
import type { TellingTranslate } from './tell-submission';

/** Loads the strings of what is told of submissions, from the file that every page names. */
export async function loadTold(): Promise<TellingTranslate> {
  const place = document.querySelector<HTMLElement>('[data-outbox]');
  const response = await fetch(place?.dataset['outbox'] ?? '');
  if (!response.ok) throw new Error(`The strings answered ${response.status}.`);
  return translateIsland(document.documentElement.lang, (await response.json()) as IslandStrings<'told.'>);
}
