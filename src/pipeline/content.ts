import type { Locale } from '@/i18n/locales';
import type { StringOverrides } from '@/i18n/strings';
import type { AnyEntry } from './check/validate';
import type { Picture } from './pictures/files';
import type { PreviewMarks } from './preview/preview';

/** What a build has to show: the input of every page, index and feed. Serializable. */
export interface Content {
  /** Languages built, in the order in which they are offered. */
  readonly locales: readonly Locale[];
  readonly fallbacks: Readonly<Partial<Record<Locale, readonly Locale[]>>>;
  /** Valid, linked, sorted by type and id. */
  readonly entries: readonly AnyEntry[];
  /** By asset id. */
  readonly pictures: Readonly<Record<string, Picture>>;
  /** The instant (ms) that the build takes for now. */
  readonly now: number;
  /** Strings of the interface that the content overrides; none where it is missing. */
  readonly strings?: StringOverrides;
  /** In a preview only: where each entry stands. */
  readonly preview?: PreviewMarks;
}
