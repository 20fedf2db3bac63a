/** Types for the parts of MDN's HTTP Observatory that are used here. The package has none for its inner modules. */
declare module '@mdn/mdn-http-observatory/src/constants.js' {
  /** Each gets the retrieved responses of a site, and returns the name of a row in the table of scores. */
  export const ALL_TESTS: readonly ((requests: unknown) => {
    readonly constructor: { readonly name: string };
    readonly result: string | null;
  })[];
}
declare module '@mdn/mdn-http-observatory/src/grader/grader.js' {
  export function getScoreModifier(expectation: string): number;
}
declare module '@mdn/mdn-http-observatory/src/grader/charts.js' {
  export const MINIMUM_SCORE_FOR_EXTRA_CREDIT: number;
}
declare module '@mdn/mdn-http-observatory/src/retriever/utils.js' {
  export function parseHttpEquivHeaders(html: string, baseUrl: string): Map<string, string[]>;
}
