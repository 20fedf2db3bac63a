/** The parts of js-yaml 4 that are used. The package has no types. */
declare module 'js-yaml' {
  export interface YAMLException extends Error {
    readonly reason: string;
    /** From 0. */
    readonly mark?: { readonly line: number; readonly column: number };
  }
  export const YAMLException: new (reason: string) => YAMLException;

  export interface Schema {
    readonly explicit: readonly unknown[];
  }
  export const CORE_SCHEMA: Schema;

  /** The state of the parser: anchors by their names. */
  export interface State {
    readonly anchorMap: Readonly<Record<string, unknown>>;
  }
  export interface LoadOptions {
    readonly schema: Schema;
    readonly maxDepth: number;
    readonly listener: (event: 'open' | 'close', state: State) => void;
    readonly onWarning: (warning: YAMLException) => void;
  }
  /** Returns undefined for an empty text. Throws a `YAMLException`. */
  export function load(source: string, options: LoadOptions): unknown;
}
