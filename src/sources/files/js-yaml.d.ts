/** The parts of js-yaml 4 that are used. The package has no types. */
declare module 'js-yaml' {
  export type YAMLException = Error;
  export const YAMLException: new (reason: string) => YAMLException;

  export interface Type {
    readonly tag: string;
  }
  export const Type: new (
    tag: string,
    options: {
      readonly kind: 'scalar';
      readonly resolve: (text: string | null) => boolean;
      readonly construct: (text: string | null) => unknown;
    },
  ) => Type;

  export interface Schema {
    extend(types: { readonly implicit: readonly Type[] }): Schema;
  }
  export const FAILSAFE_SCHEMA: Schema;

  /** The state of the parser: anchors by their names. */
  export interface State {
    readonly anchorMap: Readonly<Record<string, unknown>>;
  }
  export interface LoadOptions {
    readonly schema: Schema;
    readonly listener: (event: 'open' | 'close', state: State) => void;
  }
  /** Returns undefined for an empty text. Throws a `YAMLException`. */
  export function load(source: string, options: LoadOptions): unknown;
}
