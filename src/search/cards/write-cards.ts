/** Writes the texts of results (build side). */
import { hash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Locale } from '@/i18n/locales';
import type { Translate } from '@/i18n/translate';
import { opportunityCard } from '@/site/cards';
import type { SiteOpportunity } from '@/site/site';
import { cardFile, wordsDir } from '../page/search-paths';
import { cardNameLength, cardsInFile, type PackedCard } from './card-files';

/** The texts of a card, for a page in a language. */
export function packCard(view: SiteOpportunity, locale: Locale): PackedCard {
  const { id, path, title, organization, summary } = opportunityCard(view);
  const { name, country, isChecked } = organization;
  const texts = [id, path, title, name.value, country, summary, isChecked ? 1 : 0] as const;
  return name.lang === locale ? texts : [...texts, name.lang];
}

/** Writes the cards of opportunities, which come newest first, and returns the names of the files. */
export function writeCards(opportunities: readonly SiteOpportunity[], t: Translate, outDir: string): string {
  mkdirSync(path.join(outDir, wordsDir(t.locale)), { recursive: true });
  const cards = opportunities.toReversed().map((view) => packCard(view, t.locale));
  let names = '';
  for (let start = 0; start < cards.length; start += cardsInFile) {
    const text = `${JSON.stringify(cards.slice(start, start + cardsInFile))}\n`;
    const name = hash('sha256', text, 'base64url').slice(0, cardNameLength);
    writeFileSync(path.join(outDir, cardFile(t.locale, name)), text);
    names += name;
  }
  return names;
}
