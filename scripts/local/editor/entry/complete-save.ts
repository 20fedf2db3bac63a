/** Checks an entry that is to be saved, and adds what a save keeps by itself, whatever the page sent. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { linksOf } from '@/model/fields/walk';
import type { Locale } from '@/i18n/locales';
import type { Problem } from '@/model/problems';
import { recordTranslations } from '@/model/translation-age';
import type { ContentTypeName, RawFields } from '@/model/types/entry';
import { contentTypes, type Entry } from '@/model/types/types';
import { linkEntries } from '@/pipeline/check/link-entries';
import { formatEntryYaml } from '@/sources/files/format-yaml';
import { ignoreMissing } from '../storage/content-path';
import { findLeaving } from '../storage/guards';
import { StorageRefusal } from '../storage/storage-refusal';
import { describeFindings, type FormCheck } from './check-form';
import { findEntryProblems, isFault, isUnfinished, parseFields, toEntry } from './entry-problems';

/** The content and origin of a form that is saved. */
export interface FormSave {
  readonly type: ContentTypeName;
  /** Empty for a new entry, whose file is named after its title. */
  readonly id: string;
  readonly fields: RawFields;
  /** The file's text from which the form was filled; null for a new entry, whose file must not exist. */
  readonly base: string | null;
  /** True if the editor agrees that other entries go off the site with this one. */
  readonly isConfirmed?: boolean | undefined;
  readonly locale: Locale;
}

/** The saved entry, with the model's advice. */
export interface CompletedEntry {
  readonly text: string;
  readonly remarks: FormCheck['findings'];
}

/** The fields that only a save changes. */
const keptFields = ['updated', 'provenance'] as const;

const without = (fields: RawFields, names: readonly string[]): RawFields =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)));

/** Sets the day of the change, and what each translation that was changed was translated from. */
function addKept(type: ContentTypeName, before: RawFields | undefined, form: RawFields, today: string) {
  const { provenance } = before ?? {};
  const changed = {
    ...without(form, keptFields),
    ...(provenance !== undefined && { provenance }),
    updated: today,
  };
  const entry = toEntry(type, '', changed);
  const { locales, shared } = recordTranslations(type, before && toEntry(type, '', before), entry);
  return { ...locales, ...shared };
}

/** Reads the fields of an entry that a link leads to; undefined if it can't be read. */
async function readTarget(root: string, type: ContentTypeName, id: string): Promise<RawFields | undefined> {
  const file = path.join(root, contentTypes[type].folder, `${id}.yml`);
  const text = await readFile(file, 'utf8').catch(ignoreMissing);
  return text === undefined ? undefined : parseFields(text);
}

/** Finds links to entries that don't exist, or aren't on the site. */
async function findDeadLinks(root: string, entry: Entry): Promise<Problem[]> {
  const targets = await Promise.all(
    linksOf(entry).map(async ({ to, id }) => {
      const type = to as ContentTypeName;
      return { type, id, fields: await readTarget(root, type, id) };
    }),
  );
  const present = targets.filter(({ fields }) => fields !== undefined);
  const shown = present.filter(({ fields }) => fields && !isUnfinished(fields));
  // Where these lead in turn is told of them.
  const plain = shown.map(({ type, id }) => toEntry(type, id, {}) as unknown as Entry);
  const isPresent = (type: string, id: string) => present.some((one) => one.type === type && one.id === id);
  const found = linkEntries([entry, ...plain], (type, id) => (isPresent(type, id) ? 'draft' : 'missing'));
  return [...found.problems];
}

/**
 * Completes an entry before it is written; `current` is the text of its file. It refuses one that a build would leave out, or a
 * part of it; drafts may be incomplete. It also refuses, until that is confirmed, if other entries go off the site with this one.
 * A save without a change returns the present text.
 */
export async function completeSave(
  root: string,
  { type, id, fields: form, isConfirmed, locale }: Omit<FormSave, 'base'>,
  current: string | null,
  today: string,
): Promise<CompletedEntry> {
  const before = current === null ? undefined : parseFields(current);
  const compared = (fields: RawFields) => formatEntryYaml(type, without(fields, keptFields));
  if (before && current !== null && compared(before) === compared(form))
    return { text: current, remarks: [] };
  const fields = addKept(type, before, form, today);
  const own = findEntryProblems(type, id, fields);
  const links = await findDeadLinks(root, toEntry(type, id, fields) as unknown as Entry);
  const problems = [...own, ...links];
  const faults = problems.filter(isFault);
  if (faults.length > 0 && !isUnfinished(fields))
    throw new StorageRefusal(
      'Nothing was saved: this entry could not be shown as it is. Correct what is marked, or choose the status “Draft” to finish it later.',
      { findings: describeFindings(type, faults, locale) },
    );
  if (before && !isUnfinished(before) && isUnfinished(fields) && isConfirmed !== true) {
    const leaving = await findLeaving(root, toEntry(type, id, fields));
    if (leaving.length > 0) throw new StorageRefusal('These entries go off the site too', { leaving });
  }
  return { text: formatEntryYaml(type, fields), remarks: describeFindings(type, problems, locale) };
}
