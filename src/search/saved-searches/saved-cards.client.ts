/** The cards of what a visitor has saved. Loaded only where something is. */
import { rowFacts } from '@/components/opportunity/row-facts';
import { readRowStrings, type RowStrings } from '@/components/opportunity/row-strings';
import type { PresentCard } from '@/device/saved-page/use-cards.client';
import type { FitItem } from '@/device/storage/fit/fit-store';
import { shortHash } from '@/model/short-hash';
import { createCardLoader, type CardLoader, type SearchSource } from '../cards/load-cards.client';
import type { FitResults } from '../facets/fit-results.client';
import { loadJson } from '../query/load-file.client';

/** The addresses of strings. */
interface StringsPaths {
  readonly rows: string;
  readonly fit: string;
}

/** The fit is an addition: the list is complete without it. */
async function computeFit(
  cards: CardLoader,
  answers: readonly FitItem[],
  strings: string,
  locale: string,
): Promise<FitResults | undefined> {
  if (answers.length === 0) return undefined;
  return import('../facets/fit-results.client')
    .then(({ computeFitResults }) =>
      computeFitResults(cards, { answers, languages: undefined }, strings, locale),
    )
    .catch(() => undefined);
}

/**
 * Loads the cards of some ids, with how they fit a visitor who has given these answers; an id without a card isn't on the site
 * any more. Rejects as a `CardLoader` does.
 */
export async function loadSavedCards(
  source: SearchSource,
  ids: readonly string[],
  answers: readonly FitItem[],
  strings: StringsPaths,
): Promise<ReadonlyMap<string, PresentCard>> {
  const { locale } = source;
  const cards = createCardLoader(source);
  const [hashes, ofRows, fit] = await Promise.all([
    cards.ids(),
    loadJson<RowStrings>(strings.rows, 'default'),
    computeFit(cards, answers, strings.fit, locale),
  ]);
  const { t, names } = readRowStrings(ofRows, locale);
  const rows = new Map(hashes.map((hash, row) => [hash, row]));
  const found = await Promise.all(
    ids.map(async (id) => {
      const row = rows.get(shortHash(id));
      if (row === undefined) return [];
      const card = await cards.card(row);
      const present: PresentCard = {
        card,
        facts: rowFacts(t, names, card),
        fit: fit && ((isShort) => fit.lines(row, isShort)),
      };
      // Another id may have the same hash.
      return card.id === id ? [[id, present] as const] : [];
    }),
  );
  return new Map(found.flat());
}
