/** Compares pages with the budgets of package.json. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { pagesByKind } from '@/site/kind-paths';
import { kinds } from '@/site/kinds';
import type { Site } from '@/site/site';
import { budgets, opportunityJsBudget } from './budgets';
import { createPageWeigher, type PageBytes } from './page-bytes';
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
  /** SHA-256 in hexadecimal of every file by its path. */
  readonly hashes: ReadonlyMap<string, string>;
  /** Pages that the same code measured before. */
  readonly known: WeighedPages;
}

/** The warning about a measured page, empty where there is none, by the hash of its file. */
export type WeighedPages = ReadonlyMap<string, string>;

/** The script budgets that have a message of their own. */
const scriptLimits = {
  savedJs: 'that tell of what was saved',
  sendingJs: 'that send what waits',
  pressedJs: 'that buttons load',
  drawingJs: 'that draw a picture and a code',
} as const;

/** Returns the warning about a page, empty where there is none. Throws a `VerifyError` for scripts over their budget. */
function judgePage(
  page: string,
  bytes: PageBytes,
  limit: { readonly page: number; readonly js: number },
): string {
  const fail = (scripts: string, weight: number, most: number): never => {
    throw new VerifyError(
      `The scripts ${scripts} weigh ${kB(weight)} kB, and at most ${kB(most)} kB are allowed (package.json, “budgets”). ${defectHint}`,
    );
  };
  for (const [name, which] of Object.entries(scriptLimits) as [keyof typeof scriptLimits, string][])
    if (bytes[name] > budgets[name]) fail(`${which} on ${page}`, bytes[name], budgets[name]);
  if (bytes.js > limit.js) fail(`of ${page}`, bytes.js, limit.js);
  const weight = bytes.html + bytes.css;
  if (weight <= limit.page) return '';
  return `  ${page} weighs ${kB(weight)} kB, and should weigh ${kB(limit.page)} kB at most — Shorten its texts: visitors pay by the megabyte.`;
}

/**
 * Measures the largest pages of each kind. Resolves to warnings about those over their budget, which long texts
 * cause. Rejects with a `VerifyError` if scripts are over their budget, which is a defect.
 */
export async function weighPages(options: WeighOptions): Promise<WeighedPages> {
  const { site, staging, sizes, hashes, known } = options;
  const kind = createKindFinder(site);
  const weighed = new Map<string, string>();
  for (const [name, pages] of Map.groupBy(sizes.keys(), kind)) {
    const limit = limits[name];
    const weigh = createPageWeigher(staging, limit.page);
    const largest = pages
      .toSorted((a, b) => (sizes.get(b) ?? 0) - (sizes.get(a) ?? 0))
      .slice(0, measuredPages);
    const weighOne = async (page: string) => {
      const file = page.endsWith('/') ? `${page}index.html` : page;
      const fileHash = hashes.get(file) ?? '';
      const warning = known.get(fileHash);
      if (warning !== undefined) return [fileHash, warning] as const;
      const html = await readFile(path.join(staging, file), 'utf8');
      const bytes = await weigh(html);
      return [fileHash, judgePage(page, bytes, { page: limit.page, js: limit.js(html) })] as const;
    };
    // Concurrently: compression is slow and runs in other threads.
    for (const [fileHash, warning] of await Promise.all(largest.map(weighOne)))
      weighed.set(fileHash, warning);
  }
  return weighed;
}
