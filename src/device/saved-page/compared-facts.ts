/**
 * The compared facts of an opportunity, in the reader's words, by the name of their row. The opportunity's own page has them:
 * a comparison of two to four saved ones loads these pages, and nothing else has to carry what few compare.
 */

export type ComparedFacts = Readonly<Record<string, readonly string[]>>;

/** The id of the element with them. */
export const comparedFactsId = 'compared';

/** Formats the content of a `<script type="application/json">`: no `<` is left that could end it. */
export function formatComparedFacts(facts: ComparedFacts): string {
  return JSON.stringify(facts).replaceAll('<', '\\u003c');
}

const element = new RegExp(`<script[^>]* id="${comparedFactsId}"[^>]*>([^<]*)</script>`);

/** Reads them from the HTML of a page; undefined where it isn't one of an opportunity, or of this site. */
export function readComparedFacts(html: string): ComparedFacts | undefined {
  const [, json] = element.exec(html) ?? [];
  return json === undefined ? undefined : (JSON.parse(json) as ComparedFacts);
}
