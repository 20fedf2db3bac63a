/** `npm run bench -- actions`: makes first visits in every language and modality, and prints how many actions they took. */
import { locales } from '@/i18n/locales';
import { openBrowser } from '../browser';
import { buildActionsSite, serveActionsSite } from './actions-site';
import { findWanted } from './fitting';
import { SiteNames } from './names';
import { formatVisits, type VisitResult } from './tally';
import { makeVisit, modalities, type Modality } from './visit';

export interface BenchActionsOptions {
  /** A built site; undefined to build the sample. */
  readonly dist: string | undefined;
  /** Path of the browser; Playwright's own if undefined. */
  readonly executablePath: string | undefined;
}

/** Makes the visits and prints the table, then which ways were taken. */
export async function benchActions(
  { dist, executablePath }: BenchActionsOptions,
  print: (line: string) => void,
): Promise<void> {
  const site = dist === undefined ? await buildActionsSite(print) : await serveActionsSite(dist);
  const browser = await openBrowser(executablePath);
  const visits: VisitResult[] = [];
  try {
    for (const modality of Object.keys(modalities) as Modality[]) {
      for (const locale of locales) {
        const wanted = findWanted(site.dir, locale);
        const visit = await makeVisit(browser, {
          modality,
          names: new SiteNames(locale),
          wanted,
          siteUrl: site.url,
        });
        visits.push(visit);
        print(`Visited: ${visit.name}`);
      }
    }
  } finally {
    await browser.close();
    await site.close();
  }
  print('');
  for (const line of formatVisits(visits)) print(line);
  print('');
  print('Actions: taps, pressed keys, filled fields. In brackets, swipes of one height of the window.');
  for (const { name, notes } of visits) {
    print('');
    print(`${name}: ${notes.join('\n  ')}`);
  }
}
