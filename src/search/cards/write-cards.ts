/** Writes the texts of results (build side). */
import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { organizationLine } from '@/components/opportunity/opportunity-facts';
import type { Translate } from '@/i18n/translate';
import { opportunityCard } from '@/site/cards';
import type { SiteOpportunity } from '@/site/site';
import { cardFile } from '../page/search-paths';
import { cardKind, cardNameLength, cardsPerFile, type CardNames, type PackedCard } from './card-files';

function packCard(view: SiteOpportunity, t: Translate): PackedCard {
  const card = opportunityCard(view);
  return [card.id, card.path, card.title.value, organizationLine(t, card), card.summary.value];
}

/** Writes the cards of opportunities, which come newest first, and resolves to the names of the files. */
export async function writeCards(
  opportunities: readonly SiteOpportunity[],
  t: Translate,
  outDir: string,
): Promise<CardNames> {
  const byKind = Map.groupBy(opportunities.toReversed(), ({ shared }) =>
    cardKind(shared.taskTypes[0], shared.causes[0]),
  );
  const names: [string, string][] = [];
  for (const [kind, views] of [...byKind].sort(([a], [b]) => (a < b ? -1 : 1))) {
    let ofKind = '';
    for (let from = 0; from < views.length; from += cardsPerFile) {
      const json = `${JSON.stringify(views.slice(from, from + cardsPerFile).map((view) => packCard(view, t)))}\n`;
      const name = createHash('sha256').update(json).digest('base64url').slice(0, cardNameLength);
      const file = path.join(outDir, cardFile(t.locale, name));
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, json);
      ofKind += name;
    }
    names.push([kind, ofKind]);
  }
  return Object.fromEntries(names);
}
