/** The props of the page “What I can do” for its island, with all its strings. */
import type { Locale } from '@/i18n/locales';
import type { HoursLimit } from '@/model/vocabularies/bands';

/** A choice with its name. */
export interface FitOption {
  readonly id: string;
  readonly label: string;
  /** A sentence about it. */
  readonly hint?: string | undefined;
}

/** The strings of a list that answers are added to. */
export interface FitListStrings {
  readonly title: string;
  readonly hint: string;
  readonly add: string;
}

/** The strings of the form; gaps are `{named}`. */
export interface FitFormStrings {
  readonly language: FitListStrings;
  readonly skill: FitListStrings;
  readonly from: FitListStrings;
  readonly hours: string;
  readonly hoursLabel: string;
  readonly hoursNone: string;
  /** `{zone}` */
  readonly zone: string;
  /** `{place}`, `{offset}` */
  readonly zoneName: string;
  readonly addButton: string;
  readonly choose: string;
  /** `{name}` */
  readonly level: string;
  /** `{name}` */
  readonly remove: string;
  readonly kept: string;
  /** `{name}` */
  readonly removed: string;
  readonly see: string;
  readonly seeHint: string;
  readonly full: string;
  readonly forbidden: string;
}

/** Props of the island, serialized into the page. */
export interface FitProps {
  readonly locale: Locale;
  readonly strings: FitFormStrings;
  /** Sorted by name in the page's language. */
  readonly options: Readonly<Record<'language' | 'skill' | 'from', readonly FitOption[]>>;
  /** Weakest first. */
  readonly levels: Readonly<Record<'language' | 'skill', readonly FitOption[]>>;
  readonly hoursLimits: readonly { readonly id: HoursLimit; readonly label: string }[];
  /** The names of places by time zone, where they differ from the zone's own. */
  readonly zonePlaces: Readonly<Record<string, string>>;
  /** The search with best matches first. */
  readonly searchPath: string;
}
