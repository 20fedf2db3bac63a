/** Brings what changed in a file into a form, with the side that the editor chose for each conflict. */
import type { RawFields } from '@/model/types/entry';
import { withValue } from '@scripts/forms/values/values';
import type { EntryMerge, MergeSide } from '../../entry/merge';

/** Returns the fields to save: those of the form, changes in the file only, and the chosen side of each conflict. */
export function applyChoices(
  form: RawFields,
  { conflicts, fromFile }: EntryMerge,
  choices: ReadonlyMap<string, MergeSide>,
): RawFields {
  const taken = [...fromFile, ...conflicts.filter(({ key }) => choices.get(key) === 'file')];
  return taken.reduce(
    (fields, { locale, name, file }) =>
      withValue(fields, locale === undefined ? [name] : [locale, name], file),
    form,
  );
}
