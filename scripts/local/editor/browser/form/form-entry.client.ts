/** The entry in the form, as Decap has it, with what the model says about it. */
import { isLocale, type Locale } from '@/i18n/locales';
import type { Problem } from '@/model/problems';
import { findOutdated, recordTranslations } from '@/model/translation-age';
import type { ContentTypeName, RawFields } from '@/model/types/entry';
import {
  findEntryProblems,
  findMissingTitle,
  isFault,
  isUnfinished,
  toEntry,
} from '../../entry/entry-problems';
import { baseField, toFileFields, tryParseFields } from '../../entry/format';

/** The used part of Immutable's maps. */
export interface ImmutableMap {
  readonly get: (key: string) => unknown;
  readonly toJS: () => RawFields;
}

/** The entry in the form. */
interface FormEntry {
  readonly type: ContentTypeName;
  readonly fields: RawFields;
  /** Faults that keep it from being saved; in a draft only that it has no title. */
  readonly faults: readonly Problem[];
  readonly original: Locale | undefined;
  /** The fields of each language that are older than the original. */
  readonly outdated: ReadonlyMap<Locale, readonly string[]>;
  /** True for the copy of another entry. */
  readonly isCopy: boolean;
}

/** A save fills it in: here it only has to be valid. */
const anyDay = '2000-01-01';

function readEntry(entry: ImmutableMap): FormEntry {
  const type = entry.get('collection') as ContentTypeName;
  const slug = entry.get('slug');
  const form = (entry.get('data') as ImmutableMap).toJS();
  const fields = toFileFields(type, form);
  const base = form[baseField];
  const before = typeof base === 'string' ? tryParseFields(base) : undefined;
  const problems = isUnfinished(fields)
    ? findMissingTitle(type, fields)
    : findEntryProblems(type, typeof slug === 'string' ? slug : '', { ...fields, updated: anyDay });
  // As it would be if it were saved now.
  const saved = recordTranslations(type, before && toEntry(type, '', before), toEntry(type, '', fields));
  const original = fields['originalLanguage'];
  return {
    type,
    fields,
    faults: problems.filter(isFault),
    original: isLocale(original) ? original : undefined,
    outdated: new Map(findOutdated(type, saved).map(({ locale, fields: names }) => [locale, names])),
    isCopy: entry.get('newRecord') === true && typeof base === 'string',
  };
}

let latest: { readonly entry: ImmutableMap; readonly read: FormEntry } | undefined;

/** Reads Decap's entry, once for all controls of a form. */
export function readFormEntry(entry: ImmutableMap): FormEntry {
  if (latest?.entry !== entry) latest = { entry, read: readEntry(entry) };
  return latest.read;
}

/** Faults that only the server has found, in the entry that it refused. */
let refused: { readonly fields: string; readonly problems: readonly Problem[] } | undefined;

/** Remembers why the server refused an entry. */
export function rememberRefusal(entryFields: RawFields, problems: readonly Problem[]): void {
  refused = { fields: JSON.stringify(entryFields), problems };
}

/** All known faults of the entry in the form. */
export function knownFaults({ fields, faults }: FormEntry): readonly Problem[] {
  return faults.length === 0 && refused?.fields === JSON.stringify(fields) ? refused.problems : faults;
}
