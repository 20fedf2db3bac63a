import type { Brand } from '@/brand/brand';
import type { Locale } from '@/i18n/locales';
import type { StringOverrides } from '@/i18n/strings';
import type { Entry } from '@/model/types/types';
import type { Picture } from './pictures/picture-files';
import type { PreviewMarks } from './preview/preview';

/** The content of a build: the input of every page, index and feed. Serializable. */
export interface Content {
  /** Languages built, in the order in which they are offered. */
  readonly locales: readonly Locale[];
  readonly fallbacks: Readonly<Partial<Record<Locale, readonly Locale[]>>>;
  /** Valid, linked, sorted by type and id. */
  readonly entries: readonly Entry[];
  /** By asset id. */
  readonly pictures: Readonly<Record<string, Picture>>;
  /** The time (ms) for which the site is built. */
  readonly now: number;
  /** Strings of the interface that the content overrides; none if it is missing. */
  readonly strings?: StringOverrides;
  /** The look that the content gives the site; the program's own where it is missing. */
  readonly brand?: Brand;
  /** In a preview only: the state of each entry. */
  readonly preview?: PreviewMarks;
}
