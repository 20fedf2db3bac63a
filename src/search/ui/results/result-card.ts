/** The data of a result row. Shared by the build, which has the newest ones, and the browser. */
import { unpackLanguage } from '@/device/fit/fit-needs';
import type { Locale } from '@/i18n/locales';
import { isClosingNamed, stageAt } from '@/model/time/lifecycle';
import type { OpportunityStatus } from '@/model/vocabularies/kinds';
import type { OpportunityCard } from '@/site/cards';
import type { PackedCard } from '../../cards/card-files';
import { rowValues, type ColumnName, type FacetTable } from '../../facets/facet-columns';
import { readHours, readLength } from '../../facets/filter-opportunities';
import type { ExcerptPart } from '../../words/excerpt';

/** The card of a list without what depends on the instant. */
export interface ResultCard extends Omit<OpportunityCard, 'stage' | 'isClosingNamed' | 'closes'> {
  /** The summary with the words of the search marked, where it has them. */
  readonly excerpt?: readonly ExcerptPart[] | undefined;
}

/** What the columns have of a card. */
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

/** The number of results on a page. */
export const resultsPerPage = 10;

/** What the columns have of a card. */
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
export function unpackResult({ facts, texts }: PackedResult, locale: string): ResultCard {
  const { tasks, languages, hours, length, status, closesAt, shownIn = locale } = facts;
  const [id, path, title, name, country, summary, nameLang = locale] = texts;
  return {
    id,
    path,
    lang: shownIn as Locale,
    title,
    summary,
    organization: { name: { value: name, lang: nameLang as Locale }, country },
    status,
    closesAt,
    shared: {
      taskTypes: tasks as OpportunityCard['shared']['taskTypes'],
      languages: languages.map(unpackLanguage) as OpportunityCard['shared']['languages'],
      hours: readHours(hours),
      length: readLength(length),
    },
  };
}

/** The card at an instant (ms). */
export const cardAt = (card: ResultCard, now: number): OpportunityCard => ({
  ...card,
  closes: undefined,
  stage: stageAt(card, now),
  isClosingNamed: isClosingNamed(card.closesAt, now),
});
