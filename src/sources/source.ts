import type { Locale } from '@/i18n/locales';
import type { RawEntry } from '@/model/types/entry';
import type { Problem } from '@/model/problems';

/** A picture of a source. Its bytes aren't read yet. */
export interface Asset {
  readonly id: string;
  /** The picture's place in the source, for messages. */
  readonly where: string;
  /** The bytes as the editor uploaded them. Rejects with an `OperatorError`. */
  readonly read: () => Promise<Uint8Array>;
}

/** Everything that a source contains at one moment. */
export interface SourceContent {
  /** Sorted by type and id; a type has an id once. */
  readonly entries: readonly RawEntry[];
  /**
   * The fingerprints of entries, where the source has them: what has the same fingerprint is the same entry, also in
   * another build by the same code.
   */
  readonly fingerprints?: ReadonlyMap<RawEntry, string>;
  /** The version of each entry by `type/id` (`src/status/entry-hash.ts`), also of those that couldn't be read. */
  readonly hashes?: ReadonlyMap<string, string>;
  readonly assets: ReadonlyMap<string, Asset>;
  /** The source's languages, in the order of `src/i18n/locales.ts`. */
  readonly locales: readonly Locale[];
  /** The source's fallback languages for each language. An entry's original language comes before them. */
  readonly fallbacks: Readonly<Partial<Record<Locale, readonly Locale[]>>>;
  /** The published entries by type and id (`story/x`), if drafts were read too. */
  readonly live?: ReadonlyMap<string, RawEntry>;
  /**
   * True if what isn't among the entries was unpublished, archived or deleted by someone. Files can't tell: one that is gone
   * may have been lost.
   */
  readonly isAbsenceDecided?: boolean;
  /** Entries that couldn't be read at all, such as a file that doesn't parse. */
  readonly problems: readonly Problem[];
}

/**
 * Tells whether an entry was read and checked before, by its fingerprint. The source may then leave it unparsed: it creates
 * an entry that is parsed when its fields are asked for.
 */
export type IsKnown = (fingerprint: string) => boolean;

/** Reports the progress of a long step, a line at a time. */
export type Progress = (line: string) => void;

/** A place from which content is read. */
export interface Source {
  /** The name for people: `files in content/`. */
  readonly name: string;
  /** The folder of entries as YAML files, if there is one: `npm run dev` watches it, and its editor writes there. */
  readonly folder?: string;
  /**
   * Returns a mark of the state of the content that changes when it does, without reading it all. Rejects if it can't be
   * asked for.
   */
  readonly mark: () => Promise<string>;
  /** Estimates the number of entries, if that is quick. A build prepares for that number. */
  readonly countEntries?: () => Promise<number>;
  /**
   * Reads everything, or rejects with an `OperatorError`. It never returns only a part, which would publish a smaller
   * site.
   */
  readonly read: (progress: Progress, isKnown?: IsKnown) => Promise<SourceContent>;
}

/** Compares entries by type and id, in code units, so that the order is the same on every machine. */
export function compareByTypeAndId(
  a: Pick<RawEntry, 'type' | 'id'>,
  b: Pick<RawEntry, 'type' | 'id'>,
): number {
  if (a.type !== b.type) return a.type < b.type ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
