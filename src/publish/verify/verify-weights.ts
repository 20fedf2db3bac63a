/** Compares pages with the budgets of package.json. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { pagesByKind } from '@/site/kind-paths';
import { kinds } from '@/site/kinds';
import type { Site } from '@/site/site';
import { budgets, opportunityJsBudget } from './budgets';
import { createPageWeigher } from './page-bytes';
import { defectHint, VerifyError } from './verify-error';

/** Kinds of pages that have a budget of their own. */
type Kind = 'opportunity' | 'search' | 'page';

/** The search page has no budget for HTML: its size depends on the number of filters, which editors can't shorten. */
const limits: Readonly<Record<Kind, { readonly page: number; readonly js: (html: string) => number }>> = {
  opportunity: { page: budgets.opportunityPage, js: opportunityJsBudget },
  search: { page: Infinity, js: () => budgets.searchJs },
  page: { page: budgets.page, js: () => budgets.pageJs },
};

/**
 * The number of pages that are measured, the largest of each kind. A page above its budget takes a tenth of a second.
 */
const measuredPages = 5;

const kB = (bytes: number) => (bytes / 1000).toFixed(1);

function createKindFinder({ byLocale }: Site): (page: string) => Kind {
  const kindByPage = new Map<string, Kind>();
  for (const own of byLocale.values()) {
    for (const [name, paths] of pagesByKind(own)) {
      const { budget } = kinds[name];
      if (budget) for (const page of paths) kindByPage.set(page, budget);
    }
  }
  return (page) => kindByPage.get(page) ?? 'page';
}

export interface WeighOptions {
  readonly site: Site;
  readonly staging: string;
  /** Characters of every page by its path. */
  readonly sizes: ReadonlyMap<string, number>;
}

/**
 * Measures the largest pages of each kind. Resolves to warnings about those over their budget, which long texts
 * cause. Rejects with a `VerifyError` if scripts are over their budget, which is a defect.
 */
export async function weighPages({ site, staging, sizes }: WeighOptions): Promise<string[]> {
  const kind = createKindFinder(site);
  const byKind = Map.groupBy(sizes.keys(), kind);
  const warnings: string[] = [];
  for (const [name, pages] of byKind) {
    const limit = limits[name];
    const weigh = createPageWeigher(staging, limit.page);
    const largest = pages
      .toSorted((a, b) => (sizes.get(b) ?? 0) - (sizes.get(a) ?? 0))
      .slice(0, measuredPages);
    const fileOf = (page: string) => path.join(staging, page.endsWith('/') ? `${page}index.html` : page);
    // Concurrently: compression is slow and runs in other threads.
    const weights = await Promise.all(
      largest.map(async (page) => {
        const text = await readFile(fileOf(page), 'utf8');
        return { page, mostJs: limit.js(text), ...(await weigh(text)) };
      }),
    );
    for (const { page, mostJs, html, css, js, sendingJs, savedJs, pressedJs, drawingJs } of weights) {
      if (savedJs > budgets.savedJs) {
        throw new VerifyError(
          `The scripts that tell of what was saved weigh ${kB(savedJs)} kB on ${page}, and at most ${kB(budgets.savedJs)} kB are allowed (package.json, “budgets”). ${defectHint}`,
        );
      }
      if (sendingJs > budgets.sendingJs) {
        throw new VerifyError(
          `The scripts that send what waits weigh ${kB(sendingJs)} kB on ${page}, and at most ${kB(budgets.sendingJs)} kB are allowed (package.json, “budgets”). ${defectHint}`,
        );
      }
      if (pressedJs > budgets.pressedJs) {
        throw new VerifyError(
          `The scripts that buttons load weigh ${kB(pressedJs)} kB on ${page}, and at most ${kB(budgets.pressedJs)} kB are allowed (package.json, “budgets”). ${defectHint}`,
        );
      }
      if (drawingJs > budgets.drawingJs) {
        throw new VerifyError(
          `The scripts that draw a picture and a code weigh ${kB(drawingJs)} kB on ${page}, and at most ${kB(budgets.drawingJs)} kB are allowed (package.json, “budgets”). ${defectHint}`,
        );
      }
      if (js > mostJs) {
        throw new VerifyError(
          `The scripts of ${page} weigh ${kB(js)} kB, and at most ${kB(mostJs)} kB are allowed (package.json, “budgets”). ${defectHint}`,
        );
      }
      if (html + css > limit.page) {
        warnings.push(
          `  ${page} weighs ${kB(html + css)} kB, and should weigh ${kB(limit.page)} kB at most — Shorten its texts: visitors pay by the megabyte.`,
        );
      }
    }
  }
  return warnings;
}
