import { readFileSync } from 'node:fs';

/** The budgets of package.json. */
interface Budgets {
  /** Largest HTML and CSS of an opportunity's page, the search page, and any other; Brotli. */
  readonly opportunityPage: number;
  readonly searchPage: number;
  readonly page: number;
  /** Largest JavaScript that these pages can load, gzip. */
  readonly opportunityJs: number;
  /** Additional JavaScript of an opportunity's page if its form accepts a file. */
  readonly attachmentJs: number;
  readonly searchJs: number;
  readonly pageJs: number;
  /** Additional JavaScript of any page if an application is waiting to be sent. */
  readonly sendingJs: number;
  /** Additional JavaScript of the search page for a search by words. */
  readonly wordsJs: number;
  /** Additional JavaScript of any page that only a press of a button loads. */
  readonly pressedJs: number;
  /** Additional JavaScript of any page if something was saved at an earlier visit. */
  readonly savedJs: number;
  /** The service worker, gzip: every visitor loads it. */
  readonly serviceWorker: number;
  /** A woven band as SVG, uncompressed. */
  readonly band: number;
  /** A whole visit, from home to a sent application, without fonts. */
  readonly trip: number;
}

/** In bytes. */
export const budgets = (JSON.parse(readFileSync('package.json', 'utf8')) as { readonly budgets: Budgets })
  .budgets;

/** The JavaScript budget of an opportunity's page, given its HTML. */
export const opportunityJsBudget = (html: string): number =>
  budgets.opportunityJs + (html.includes(' type="file"') ? budgets.attachmentJs : 0);
