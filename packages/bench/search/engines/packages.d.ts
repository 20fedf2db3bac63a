/** The part of MiniSearch that the comparison uses: types are checked without it, since it is installed when it first runs. */
declare module 'minisearch' {
  export default class MiniSearch {
    constructor(options: {
      fields: string[];
      storeFields: string[];
      processTerm: (term: string) => string;
      searchOptions: {
        prefix: boolean;
        fuzzy: number;
        combineWith: 'AND' | 'OR';
        boost: Record<string, number>;
      };
    });
    addAll(documents: readonly { id: string }[]): void;
    search(text: string, options: { filter?: (found: { task?: string[] }) => boolean }): { id: string }[];
  }
}
