/** Fields that follow from what a row says. */
import type { Locale } from '@/i18n/locales';
import type { RawFields } from '@/model/types/entry';
import type { RowContext } from './row-context';

type Fields = Record<string, unknown>;

/** The last day for applications, if it can be read. */
function readClosingDay({ closes }: RawFields): string | undefined {
  const date = typeof closes === 'object' && closes !== null && 'date' in closes ? closes.date : undefined;
  return typeof date === 'string' && /^\d{4}-\d\d-\d\d$/.test(date) ? date : undefined;
}

/** The day on which an opportunity was posted, if the row doesn't say it: today, or before it closed. */
function choosePosted(shared: RawFields, today: string): string {
  const closing = readClosingDay(shared);
  return closing !== undefined && closing < today ? closing : today;
}

/** Builds the required fields that the import can fill in itself. */
export function buildRequiredFields(
  { type, today }: RowContext,
  shared: RawFields,
  original: Locale | undefined,
): Fields {
  return {
    ...(original === undefined ? {} : { originalLanguage: original }),
    updated: shared['updated'] ?? today,
    ...(type === 'opportunity'
      ? { posted: shared['posted'] ?? choosePosted(shared, today) }
      : { joined: shared['joined'] ?? today }),
  };
}

/** Adds the way to apply where the mapping names a column with addresses for it and a row doesn't say how. */
export function addApplyWay(shared: Fields): void {
  const way = 'applyUrl' in shared ? 'external' : 'applyEmail' in shared ? 'email' : undefined;
  if (way !== undefined) shared['applyBy'] ??= way;
}
