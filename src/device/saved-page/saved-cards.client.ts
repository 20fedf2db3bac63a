import { loadJson } from '@/components/load-file.client';
import { organizationLine } from '@/components/opportunity/row-facts';
import type { FitProfile } from '../fit/fit-check';
import { readFitProfile } from '../storage/fit/fit-answers.client';
import { isEmptyProfile } from '../storage/fit/fit-store';
import type { PresentCard } from './PresentRow';
import { savedCardsPath, savedFileOf, type SavedCards, type SavedFiles } from './saved-cards';

export { ComparisonTable } from './ComparisonTable';
export { PresentRow } from './PresentRow';
export { createTransferFile, importTransferFile } from './transfer-file';

/** What a page loads cards from. */
export interface CardSource {
  readonly locale: string;
  readonly cards: SavedFiles;
  /** The address of the fit check's strings. */
  readonly fitWords: string;
  /** The root of the site, `/`. */
  readonly root?: string;
}

/** Thrown where the site was published again since the page was loaded. */
class StaleCardsError extends Error {
  override readonly name = 'StaleCardsError';
}

async function loadCards(ids: readonly string[], { locale, cards, root = '/' }: CardSource) {
  const load = (file: number, cache: RequestCache) =>
    loadJson<SavedCards>(`${root}${savedCardsPath(locale, file)}?v=${cards.version}`, cache);
  const loadAll = async (files: number, cache: RequestCache) => {
    const places = new Set(ids.map((id) => savedFileOf(id, files)));
    const loaded = await Promise.all([...places].map((file) => load(file, cache)));
    if (loaded.some((file) => file.files !== files)) throw new StaleCardsError();
    return loaded.flatMap((file) => file.cards);
  };
  // The first is always there, and says how many there are now.
  return loadAll(cards.files, 'default').catch(async () =>
    loadAll((await load(0, 'reload')).files, 'reload'),
  );
}

/** The fit is an addition: the list is complete without it. */
async function loadFitCheck(profile: FitProfile, { fitWords, locale }: CardSource) {
  if (isEmptyProfile(profile)) return undefined;
  return import('../fit/load-fit.client')
    .then(({ loadFit }) => loadFit(profile, fitWords, locale))
    .catch(() => undefined);
}

/**
 * Loads the cards of some ids, with how they fit the visitor; an id without a card isn't on the site any more. Rejects where that
 * can't be known.
 */
export async function loadSavedCards(
  ids: readonly string[],
  source: CardSource,
  profile = readFitProfile(),
): Promise<ReadonlyMap<string, PresentCard>> {
  const [cards, fit] = await Promise.all([loadCards(ids, source), loadFitCheck(profile, source)]);
  const wanted = new Set(ids);
  return new Map(
    cards
      .filter(({ card }) => wanted.has(card.id))
      .map(({ card, facts, needs }): [string, PresentCard] => {
        const lines = fit && ((isShort: boolean) => fit.lines(fit.reasons(needs), isShort));
        return [card.id, { card: { ...card, line: organizationLine(card) }, facts, fit: lines }];
      }),
  );
}
