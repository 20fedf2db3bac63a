/**
 * The parts of the other search engines that the comparison uses. It installs them when it first runs, and types are
 * checked without them.
 */
declare module 'flexsearch' {
  interface Index {
    add: (document: object) => void;
    export: (take: (key: string, data: string) => void) => void;
    search: (
      text: string,
      options: { limit: number; tag?: Record<string, string> },
    ) => { result: (string | number)[] }[];
  }
  const FlexSearch: {
    Charset: { LatinExtra: object };
    Document: new (options: {
      document: { id: string; index: string[]; tag: string; store: boolean };
      tokenize: 'forward';
      encoder: object;
    }) => Index;
  };
  export default FlexSearch;
}

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

declare module '@orama/orama' {
  interface Database {
    readonly schema: object;
  }
  export function create(options: {
    schema: Record<string, 'string' | 'enum[]'>;
    components: { tokenizer: { language: string; stemmer: (word: string) => string; stemming: boolean } };
  }): Database;
  export function insertMultiple(database: Database, documents: readonly { id: string }[]): Promise<string[]>;
  export function save(database: Database): object;
  export function search(
    database: Database,
    query: {
      term: string;
      properties: string[];
      boost: Record<string, number>;
      tolerance: number;
      threshold: number;
      limit: number;
      where?: Record<string, { containsAny: string[] }>;
    },
  ): Promise<{ hits: { id: string }[] }>;
}

declare module '@orama/stemmers/*' {
  export const stemmer: (word: string) => string;
}

declare module 'lunr' {
  interface Token {
    update: (change: (text: string) => string) => Token;
  }
  export type PipelineFunction = (token: Token) => Token;
  interface Builder {
    use: (plugin: object) => void;
    pipeline: { add: (step: PipelineFunction) => void };
    searchPipeline: Builder['pipeline'];
    field: (name: string, options: { boost: number }) => void;
    add: (document: object) => void;
  }
  interface Query {
    term: (
      term: string | Token[],
      options: {
        boost: number;
        presence?: number;
        wildcard?: number;
        editDistance?: number;
        usePipeline?: boolean;
      },
    ) => void;
  }
  interface Index {
    query: (build: (query: Query) => void) => { ref: string; score: number }[];
  }
  export interface Lunr {
    (build: (this: Builder) => void): Index;
    Pipeline: { registerFunction: (step: PipelineFunction, label: string) => void };
    Query: { presence: { OPTIONAL: number }; wildcard: { TRAILING: number } };
    tokenizer: (text: string) => Token[];
    /** Plugins of lunr-languages. */
    fr: object;
    es: object;
  }
}
