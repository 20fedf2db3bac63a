/**
 * The card of a saved opportunity that is still on the site: part of a small file, so that neither the page nor its
 * data grow with the site. Shared by the build, which writes it, and the browser.
 */
import type { OpportunityStatus } from '@/model/vocabularies/kinds';
import type { PackedNeeds } from '../fit/fit-needs';

/** An opportunity in one language, with its facts as text. */
export interface SavedCard {
  readonly path: string;
  readonly title: string;
  /** The language of the title, where it isn't the page's. */
  readonly lang?: string | undefined;
  /** Name and country. */
  readonly organization: string;
  readonly status: OpportunityStatus;
  /** The first instant (ms) at which it is closed; missing for open-ended. */
  readonly closesAt?: number | undefined;
  /** The number of days within which every applicant is promised a reply. */
  readonly replyDays?: number | undefined;
  /** The compared facts by the name of their row; without those that it has none of. */
  readonly facts: Readonly<Record<string, readonly string[]>>;
  /** The needs for the fit check. */
  readonly needs: PackedNeeds;
}

/** The file `saved/<locale>/<number>.json`. */
export interface CardFile {
  /** The number of files in this language. */
  readonly files: number;
  /** Cards by id. */
  readonly cards: Readonly<Record<string, SavedCard>>;
}

/** The average number of cards in a file, 300 bytes each when compressed. */
const cardsInFile = 24;

/** The number of files for so many cards. At least one, which then is empty. */
export function cardFileCount(cards: number): number {
  return Math.max(1, Math.ceil(cards / cardsInFile));
}

/** The number of the file with an id's card: FNV-1a over its characters, which are ASCII. */
export function cardFileNumber(id: string, files: number): number {
  let hash = 0x811c9dc5;
  for (const character of id) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0) % files;
}

/** The address of a file. */
export function cardFileUrl(locale: string, number: number): string {
  return `/saved/${locale}/${number}.json`;
}
