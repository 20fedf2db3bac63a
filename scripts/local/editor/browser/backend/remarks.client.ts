/** The model's findings in a saved or refused entry, and in entries that the site can't show. */
import { findingWords } from '@/model/fields/field-words';
import { isLocale, localeTable } from '@/i18n/locales';
import type { Problem } from '@/model/problems';
import type { EditorCollection } from '../../config/editor-config';
import { isFault } from '../../entry/entry-problems';
import type { EditorField } from '../../config/fields';
import { askStorage, RefusedError } from '../page/api.client';
import { t } from '../page/language.client';
import { showList, showSaved } from '../page/notice.client';

/** `('fr', 'questions.0') -> 'Questions de présélection, 1 (Français)'` */
function labelOf(
  { fields, label_singular: label }: EditorCollection,
  { locale, field = '' }: Problem,
): string {
  const partsOf = (holder: EditorField | undefined) => (holder?.['fields'] ?? []) as readonly EditorField[];
  let known = locale === undefined ? fields : partsOf(fields.find(({ name }) => name === locale));
  const labels = field.split('.').flatMap((name) => {
    const found = known.find((one) => one.name === name);
    if (/^\d+$/.test(name)) return [String(Number(name) + 1)];
    known = partsOf(found);
    return found ? [found.label] : [];
  });
  const own = labels.length > 0 ? labels.join(', ') : label;
  return isLocale(locale) ? `${own} (${localeTable[locale].name})` : own;
}

const sentence = (collection: EditorCollection, problem: Problem) =>
  findingWords(t, labelOf(collection, problem), problem);

/** Says what could be better in an entry that was saved. */
export function tellRemarks(collection: EditorCollection, remarks: readonly Problem[]): void {
  if (remarks.length === 0) return;
  // Of anything but a draft, faults aren’t saved.
  const isDraft = remarks.some(isFault);
  showSaved(isDraft ? t('Saved as a draft. Before it can be shown:') : t('Saved, with these remarks'), [
    ...new Set(remarks.map((problem) => sentence(collection, problem))),
  ]);
}

/** The error that Decap shows for an entry that the server refused. */
export function describeFaults(
  collection: EditorCollection,
  { message, problems }: { readonly message: string; readonly problems: readonly Problem[] },
): RefusedError {
  return new RefusedError([message, ...problems.map((problem) => sentence(collection, problem))].join(' '));
}

let told = '';

/** Says which entries the site can't show as they are in their files, once for each change of that. */
export async function tellBroken(collections: readonly EditorCollection[]): Promise<void> {
  const problems = await askStorage<readonly Problem[]>({ action: 'problems' }).catch(() => []);
  const lines = problems.map((problem) => {
    const collection = collections.find(({ name }) => name === problem.type);
    return `${problem.where}: ${collection ? sentence(collection, problem) : problem.message}`;
  });
  if (lines.join('\n') === told) return;
  told = lines.join('\n');
  if (lines.length > 0)
    showList(
      t(
        'The site can’t show these entries as they are now, and shows their last good version, if there is one',
      ),
      lines,
    );
}
