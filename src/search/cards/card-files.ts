/**
 * The cards of opportunities: their facts are in the columns, their texts in files of twenty opportunities in the order of
 * their age. A search without words shows the newest first, and those of words are spread whatever the order. Shared by the
 * build and the browser.
 */
import type { TimelessCard } from '@/components/opportunity/card-at';
import { unpackLanguage } from '@/device/fit/fit-needs';
import type { Locale } from '@/i18n/locales';
import type { OpportunityStatus } from '@/model/vocabularies/kinds';
import { rowValues, type ColumnName, type FacetTable } from '../facets/facet-columns';
import { readHours, readLength } from '../facets/filter-opportunities';

/** Characters of a file's name, which is made from its content. */
export const cardNameLength = 8;

/** The number of cards in a file; the last has those that are left. */
export const cardsInFile = 20;

/**
 * The texts of an opportunity as a file has them: id, path, title, organization, country, summary, and 1 where the
 * organization's registration was checked; where its name isn't in the language of the file, that language.
 */
export type PackedCard = readonly [string, string, string, string, string, string, 0 | 1, string?];

/** Where the texts of a row are. */
interface CardPlace {
  readonly file: string;
  /** The place in the file. */
  readonly place: number;
}

/** Finds the texts of a row; undefined where the files aren't those of the columns. */
export function findCard(
  { size, cards }: Pick<FacetTable, 'size' | 'cards'>,
  row: number,
): CardPlace | undefined {
  // Files begin with the oldest, rows with the newest.
  const serial = size - 1 - row;
  const start = Math.floor(serial / cardsInFile) * cardNameLength;
  const file = cards.slice(start, start + cardNameLength);
  return file === '' ? undefined : { file, place: serial % cardsInFile };
}

/** The parts of a card that the columns contain. */
interface ColumnFacts {
  /** The main one first. */
  readonly tasks: readonly string[];
  /** As in `PackedNeeds`. */
  readonly languages: readonly string[];
  /** `3-5` */
  readonly hours: string;
  /** `one-off`, `ongoing` or weeks */
  readonly length: string;
  readonly status: OpportunityStatus;
  /** The first instant (ms) at which it is closed. */
  readonly closesAt?: number | undefined;
  /** The language of its texts, where that isn't the page's. */
  readonly shownIn?: string | undefined;
}

/** A card as columns and card files have it, and a page. */
export interface PackedResult {
  readonly facts: ColumnFacts;
  readonly texts: PackedCard;
}

/** Returns what the columns have of a card. */
export function columnFacts(table: FacetTable, row: number): ColumnFacts {
  const values = (name: ColumnName) => rowValues(table.columns[name], row);
  return {
    tasks: values('task'),
    languages: values('lang'),
    hours: values('hours')[0] ?? '0',
    length: values('length')[0] ?? 'one-off',
    status: table.statuses[row] ?? 'closed',
    closesAt: table.closesAt[row],
    shownIn: values('shownIn')[0],
  };
}

/** The card of a page in a language. */
export function unpackCard({ facts, texts }: PackedResult, locale: string): TimelessCard {
  const { tasks, languages, hours, length, status, closesAt, shownIn = locale } = facts;
  const [id, path, title, name, country, summary, isChecked, nameLang = locale] = texts;
  return {
    id,
    path,
    lang: shownIn as Locale,
    title,
    summary,
    organization: { name: { value: name, lang: nameLang as Locale }, country, isChecked: isChecked === 1 },
    status,
    closesAt,
    shared: {
      taskTypes: tasks as TimelessCard['shared']['taskTypes'],
      languages: languages.map(unpackLanguage) as TimelessCard['shared']['languages'],
      hours: readHours(hours),
      length: readLength(length),
    },
  };
}
