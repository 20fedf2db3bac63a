import type { Locale } from '@/i18n/locales';
import type { RawEntry } from '@/model/types/entry';
import { OperatorError } from '@/model/operator-error';
import type { Problem } from '@/model/problems';

/** A picture of a source, not read yet. */
export interface Asset {
  readonly id: string;
  /** For messages and for the source's own address of it. */
  readonly where: string;
  /** The bytes as the editor uploaded them. Rejects with a `SourceError`. */
  readonly read: () => Promise<Uint8Array>;
}

/** Everything that a source has, at one moment. */
export interface PulledContent {
  /** Sorted by type and id. */
  readonly entries: readonly RawEntry[];
  readonly assets: ReadonlyMap<string, Asset>;
  /** The languages that the source has, in the order of `src/i18n/locales.ts`. */
  readonly locales: readonly Locale[];
  /** For each language the ones to fall back to, as the source says; after the entry's original language. */
  readonly fallbacks: Readonly<Partial<Record<Locale, readonly Locale[]>>>;
  /** Where drafts were read too: what is published, by type and id (`story/x`). */
  readonly live?: ReadonlyMap<string, RawEntry>;
  /** What could not be made an entry at all: a file that doesn't parse, a type that the model doesn't have. */
  readonly problems: readonly Problem[];
}

/** Says how far a long step has come. */
export type Progress = (line: string) => void;

/** A place that content comes from. */
export interface Source {
  /** As people say it: `files in content/`. */
  readonly name: string;
  /** The folder that all content is in, where it is in one: what changes below it changes the content. */
  readonly folder?: string;
  /** About how many entries it has, where that is known at once: what a build has to do is prepared by it. */
  readonly size?: () => Promise<number>;
  /**
   * Reads everything, or rejects with a `SourceError`. It never yields less than the source has: a source that can't
   * be read completely is an error, not a smaller site.
   */
  readonly pull: (progress: Progress) => Promise<PulledContent>;
}

/** A source that could not be read: what happened, and what to do about it. */
export class SourceError extends OperatorError {
  override readonly name = 'SourceError';

  constructor(
    message: string,
    override readonly hint: string,
  ) {
    super(message);
  }
}

/** Orders entries by type and id, in code units, so that no machine's collation shows in the output. */
export function byTypeAndId(a: Pick<RawEntry, 'type' | 'id'>, b: Pick<RawEntry, 'type' | 'id'>): number {
  if (a.type !== b.type) return a.type < b.type ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
