/** Writes the texts of results (build side). */
import { hash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Locale } from '@/i18n/locales';
import type { Translate } from '@/i18n/translate';
import { opportunityCard } from '@/site/cards';
import type { SiteOpportunity } from '@/site/site';
import { cardFile, wordsDir } from '../page/search-paths';
import type { CardFiles } from '../facets/facet-columns';
import { cardNameLength, type PackedCard } from './card-files';

/** The usual number of cards in a file, and the largest. */
const size = { usual: 20, largest: 40 } as const;

/** The texts of a card, for a page in a language. */
export function packCard(view: SiteOpportunity, locale: Locale): PackedCard {
  const { id, path, title, organization, summary } = opportunityCard(view);
  const { name, country } = organization;
  const texts = [id, path, title, name.value, country, summary] as const;
  return name.lang === locale ? texts : [...texts, name.lang];
}

const hashOf = (text: string | Uint8Array) => hash('sha256', text, 'buffer');

/** Divides opportunities where their ids say so: a new one changes no file but its own. */
function divide(views: readonly SiteOpportunity[]): SiteOpportunity[][] {
  const files: SiteOpportunity[][] = [];
  for (const view of views) {
    const last = files.at(-1);
    const isStart = hashOf(view.id).readUInt16BE() % size.usual === 0;
    if (!last || isStart || last.length >= size.largest) files.push([view]);
    else last.push(view);
  }
  return files;
}

/** Writes the cards of opportunities, which come newest first, and returns what the browser must know of the files. */
export function writeCards(
  opportunities: readonly SiteOpportunity[],
  t: Translate,
  outDir: string,
): CardFiles {
  mkdirSync(path.join(outDir, wordsDir(t.locale)), { recursive: true });
  let names = '';
  const counts: number[] = [];
  for (const views of divide(opportunities.toReversed())) {
    const bytes = Buffer.from(`${JSON.stringify(views.map((view) => packCard(view, t.locale)))}\n`);
    const name = hashOf(bytes).toString('base64url').slice(0, cardNameLength);
    writeFileSync(path.join(outDir, cardFile(t.locale, name)), bytes);
    names += name;
    counts.push(views.length);
  }
  return { names, counts };
}
