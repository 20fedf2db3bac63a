/** The matches of the finder: a file for each language of work, and one for any (build side). */
import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { rowNames } from '@/components/opportunity/opportunity-facts';
import { hoursText, languageConditionTexts, organizationLine } from '@/components/opportunity/row-facts';
import { packLanguages } from '@/device/fit/fit-needs';
import { translator, type Translate } from '@/i18n/translate';
import { cacheByObject } from '@/model/cache-by-object';
import { acceptsApplications } from '@/model/time/lifecycle';
import { opportunityCard } from '@/site/cards';
import type { LocaleSite, SiteOpportunity } from '@/site/site';
import { finderFile } from '../page/search-paths';
import { neededMatches, type FinderMatch } from './finder-matches';
import { finderValues } from './finder-values';

/** An opportunity as the finder shows it. */
export function finderMatch(t: Translate, opportunity: SiteOpportunity): FinderMatch {
  const { shared, closesAt } = opportunity;
  const card = opportunityCard(opportunity);
  return {
    path: card.path,
    title: card.title,
    lang: card.lang === t.locale ? undefined : card.lang,
    facts: [organizationLine(card), ...languageConditionTexts(t, rowNames(t), shared), hoursText(t, shared)]
      .join(' · ')
      // No line ends within a range.
      .replaceAll('–', '\u2060–\u2060'),
    tasks: shared.taskTypes,
    languages: packLanguages(shared),
    hours: shared.hours.min,
    closesAt,
  };
}

interface FinderFiles {
  /** The content of each file by its path below the root of the site. */
  readonly files: ReadonlyMap<string, string>;
  /** Changes with any of them: ten hexadecimal digits. */
  readonly version: string;
}

/** The files of a language: one for each language of work in which something is open, and one for any. */
export const finderFiles = cacheByObject(({ locale, opportunities }: LocaleSite): FinderFiles => {
  const t = translator(locale);
  const open = opportunities
    .filter(({ stage }) => acceptsApplications(stage))
    .map((view) => [view, finderValues(view)] as const);
  const languages = new Set(open.flatMap(([{ shared }]) => shared.languages.map(({ language }) => language)));
  const hash = createHash('sha256');
  const files = new Map<string, string>();
  for (const lang of ['', ...[...languages].toSorted()]) {
    const under = open.filter(([, values]) => lang === '' || values.lang.includes(lang));
    const json = `${JSON.stringify(neededMatches(under).map((view) => finderMatch(t, view)))}\n`;
    hash.update(json);
    files.set(finderFile(locale, lang), json);
  }
  return { files, version: hash.digest('hex').slice(0, 10) };
});

/** Writes the files of a language below the root of the site. */
export async function writeFinder(site: LocaleSite, outDir: string): Promise<void> {
  await mkdir(path.join(outDir, 'search'), { recursive: true });
  for (const [file, json] of finderFiles(site).files) await writeFile(path.join(outDir, file), json);
}
