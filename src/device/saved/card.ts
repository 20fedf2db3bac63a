/**
 * What the page of saved opportunities knows of one that is still on the site: a part of one small file, so that
 * neither the page nor what it loads grows with the site. Shared by the build, which writes it, and the browser.
 */
import type { OpportunityStatus } from '@/model/vocabularies/kinds';
import type { PackedNeeds } from '../fit/fit-needs';

/** The facts that are compared, in the order of the table, after when it closes and for whom it is. */
export const factNames = [
  'task',
  'languages',
  'hours',
  'schedule',
  'length',
  'starts',
  'benefits',
  'skills',
  'device',
  'reply',
  'gets',
] as const;

export type FactName = (typeof factNames)[number];

/** An opportunity in one language, its facts in words. */
export interface SavedCard {
  readonly path: string;
  readonly title: string;
  /** The language of the title, where it isn't the page's. */
  readonly lang?: string | undefined;
  /** Name and country. */
  readonly organization: string;
  readonly status: OpportunityStatus;
  /** The first instant (ms) at which it is closed; none for open-ended. */
  readonly closesAt?: number | undefined;
  /** The days within which every applicant is promised an answer. */
  readonly replyDays?: number | undefined;
  readonly facts: Readonly<Partial<Record<FactName, readonly string[]>>>;
  /** What it needs, for the fit check. */
  readonly needs: PackedNeeds;
}

/** The file `saved/<locale>/<number>.json`. */
export interface CardFile {
  /** How many files there are in this language. */
  readonly files: number;
  /** By id. */
  readonly cards: Readonly<Record<string, SavedCard>>;
}

/** About so many cards are in a file, 300 bytes each when compressed. */
const cardsInFile = 24;

/** How many files so many cards take. At least one, which then is empty. */
export function fileCount(cards: number): number {
  return Math.max(1, Math.ceil(cards / cardsInFile));
}

/** The number of the file that an id's card is in: FNV-1a over its characters, which ids keep to ASCII. */
export function fileOf(id: string, files: number): number {
  let hash = 0x811c9dc5;
  for (const character of id) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0) % files;
}

/** The address of a file. */
export function fileUrl(locale: string, number: number): string {
  return `/saved/${locale}/${number}.json`;
}
