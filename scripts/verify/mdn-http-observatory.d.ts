/** The parts of MDN's HTTP Observatory that are used here; the package has no types for its inner modules. */
declare module '@mdn/mdn-http-observatory/src/constants.js' {
  /** Each takes what was retrieved of a site, and resolves to the name of a row of the table of scores. */
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
