/**
 * The parts of Contentful's App SDK that the app uses. The project's types don't need the package: it is installed when the app
 * is built, and the tests run the app with the real one.
 */
declare module '@contentful/app-sdk' {
  type Unsubscribe = () => void;

  /** A field in one locale. */
  export interface FieldValue {
    readonly id: string;
    readonly locale: string;
    getValue(): unknown;
    setValue(value: unknown): Promise<unknown>;
    removeValue(): Promise<unknown>;
    /** Calls at once with the present value, then with each new one. */
    onValueChanged(listener: (value: unknown) => void): Unsubscribe;
    getIsDisabled(): boolean;
    onIsDisabledChanged(listener: (isDisabled: boolean) => void): Unsubscribe;
    setInvalid(isInvalid: boolean): unknown;
  }

  export interface EntryField {
    readonly id: string;
    readonly locales: readonly string[];
    getForLocale(locale: string): FieldValue;
  }

  /** Contentful’s own data about an entry. */
  export interface EntrySys {
    readonly id: string;
    /** It increases with each change, and once more with a publication. */
    readonly version: number;
    readonly updatedAt: string;
    readonly publishedVersion?: number;
    readonly publishedAt?: string;
  }

  export interface SidebarSdk {
    readonly location: { is(location: string): boolean };
    readonly locales: { readonly available: readonly string[]; readonly default: string };
    /** The language of Contentful's own interface: `en-US`. */
    readonly uiLanguageLocale?: string;
    readonly parameters: { readonly installation: unknown };
    readonly ids: { readonly space: string; readonly environment: string };
    readonly contentType: { readonly sys: { readonly id: string } };
    readonly entry: {
      readonly fields: Readonly<Record<string, EntryField>>;
      getSys(): EntrySys;
      /** Calls at once with the present value, then with each new one. */
      onSysChanged(listener: (sys: EntrySys) => void): Unsubscribe;
    };
    readonly window: { startAutoResizer(): void };
  }

  export interface FieldSdk extends SidebarSdk {
    readonly field: FieldValue;
  }

  export function init(start: (sdk: SidebarSdk) => void): void;

  export const locations: { readonly LOCATION_ENTRY_FIELD: string };
}
