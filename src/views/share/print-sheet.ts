/** A sheet for printing, with all of its words. */
import type { Locale } from '@/i18n/locales';
import type { LocalizedText } from '@/site/localized-entry';

/** Sizes in points, upright: ISO 216. The smaller one has the same content, scaled down. */
export const papers = {
  a4: { width: 595.28, height: 841.89 },
  a5: { width: 419.53, height: 595.28 },
} as const;

export type Paper = keyof typeof papers;

/** For a colour printer, and for a copier. */
export const tones = ['colour', 'grey'] as const;

export type Tone = (typeof tones)[number];

/** The texts of a poster. */
export interface PosterStrings {
  readonly above: string;
  readonly title: LocalizedText<string>;
  readonly summary: LocalizedText<string>;
  readonly action: LocalizedText<string>;
  readonly scan: string;
  readonly service: string;
  readonly tagline: string;
  /** The note of invented content, where there is one. */
  readonly sample: string | undefined;
}

/** The common data of all sheets. */
interface SheetBase {
  /** The path from the root, which changes with the content. */
  readonly path: string;
  readonly locale: Locale;
  /** Day of the last change, `YYYY-MM-DD`. */
  readonly updated: string;
  readonly band: string;
  /** Absolute address of its page. */
  readonly url: string;
}

/** A campaign on a sheet of paper. */
export interface Poster extends SheetBase {
  readonly kind: 'poster';
  readonly paper: Paper;
  readonly tone: Tone;
  readonly words: PosterStrings;
}

/** A figure of the service as a row: year, number, meaning, source. */
export type FigureRow = readonly [year: string, figure: string, what: string, source: string];

/** The service's figures for the press. */
export interface PressSheet extends SheetBase {
  readonly kind: 'press';
  readonly words: {
    readonly title: string;
    readonly tagline: string;
    readonly figures: string;
    readonly head: FigureRow;
    readonly rows: readonly FigureRow[];
    readonly note: string | undefined;
    readonly todayTitle: string;
    readonly today: readonly string[];
    readonly whatTitle: string;
    readonly what: string;
    readonly contactTitle: string;
    readonly contact: readonly string[];
    readonly asOf: string;
    /** The service's name, which is the document's author. */
    readonly author: string;
    /** `Published by Online Volunteering` */
    readonly published: string;
    readonly sample: string | undefined;
  };
}

export type PrintSheet = Poster | PressSheet;
