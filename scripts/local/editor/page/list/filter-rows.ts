/** Which rows of a list are shown, and in which order. */
import { foldText } from '@/i18n/fold-text';
import type { Locale } from '@/i18n/locales';
import type { EntryRow } from '../../entry/list-entries';

/** What is looked for. Empty texts ask for nothing. */
export interface ListQuery {
  readonly words: string;
  readonly status: string;
  readonly organization: string;
  /** `closes-soon`, `missing-fr`, `outdated-fr`, `unsaved` */
  readonly state: string;
  readonly order: 'title' | 'closes' | 'updated';
}

export const wholeList: ListQuery = { words: '', status: '', organization: '', state: '', order: 'title' };

/** An opportunity closes soon if no more than this many days are left. */
const soonDays = 14;

interface ListFacts {
  /** The names of organizations by their ids: entries are found by them too. */
  readonly organizations: ReadonlyMap<string, string>;
  readonly unsaved: ReadonlySet<string>;
  /** `YYYY-MM-DD` */
  readonly today: string;
  readonly locale: Locale;
}

function closesSoon({ status, closes }: EntryRow, today: string): boolean {
  if (closes === undefined || status !== 'open') return false;
  const left = (Date.parse(closes) - Date.parse(today)) / 86_400_000;
  return left >= 0 && left <= soonDays;
}

function hasState(row: EntryRow, state: string, { unsaved, today }: ListFacts): boolean {
  const [kind = '', locale] = state.split('-');
  if (state === '') return true;
  if (state === 'closes-soon') return closesSoon(row, today);
  if (state === 'unsaved') return unsaved.has(row.id);
  const languages: readonly string[] = kind === 'missing' ? row.missing : row.outdated;
  return locale !== undefined && languages.includes(locale);
}

/** Rows without a value come last. */
const byText = (one: string | undefined, other: string | undefined, locale: Locale) =>
  one === undefined || other === undefined
    ? Number(one === undefined) - Number(other === undefined)
    : one.localeCompare(other, locale);

function compare(one: EntryRow, other: EntryRow, order: ListQuery['order'], locale: Locale): number {
  const byTitle = byText(one.title, other.title, locale);
  if (order === 'closes') return byText(one.closes, other.closes, locale) || byTitle;
  return order === 'updated' ? byText(other.updated, one.updated, locale) || byTitle : byTitle;
}

/** Returns the rows that fit, in their order. Words are found in any order and in any language. */
export function filterRows(
  rows: readonly EntryRow[],
  query: ListQuery,
  facts: ListFacts,
): readonly EntryRow[] {
  const wanted = foldText(query.words).split(/\s+/).filter(Boolean);
  const isFound = ({ words, organization = '' }: EntryRow) => {
    const all = `${words} ${foldText(facts.organizations.get(organization) ?? '')}`;
    return wanted.every((word) => all.includes(word));
  };
  return rows
    .filter(
      (row) =>
        (query.status === '' || row.status === query.status) &&
        (query.organization === '' || row.organization === query.organization) &&
        hasState(row, query.state, facts) &&
        isFound(row),
    )
    .toSorted((one, other) => compare(one, other, query.order, facts.locale));
}
