import { readFileSync } from 'node:fs';

/** The budgets of package.json. */
interface Budgets {
  /** HTML and CSS of an opportunity's page, of the search page, of any other; Brotli. */
  readonly opportunityPage: number;
  readonly searchPage: number;
  readonly page: number;
  /** All JavaScript that these can come to load, gzip. */
  readonly opportunityJs: number;
  /** What an opportunity's page may load besides where its form takes a file. */
  readonly attachmentJs: number;
  readonly searchJs: number;
  readonly pageJs: number;
  /** What any page loads besides where an application waits to be sent. */
  readonly sendingJs: number;
  /** A woven band as SVG, not compressed. */
  readonly band: number;
  /** What a server sends for a whole visit, from home to a sent application, without the typeface. */
  readonly trip: number;
}

/** Bytes. */
export const budgets = (JSON.parse(readFileSync('package.json', 'utf8')) as { readonly budgets: Budgets })
  .budgets;

/** How much JavaScript an opportunity's page may come to load, by its HTML. */
export const opportunityJsOf = (html: string): number =>
  budgets.opportunityJs + (html.includes(' type="file"') ? budgets.attachmentJs : 0);
