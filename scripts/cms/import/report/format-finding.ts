/** Words a finding about a row for an editor. */
import type { EditorTranslate } from '@/i18n/editor';
import type { Locale } from '@/i18n/locales';
import type { ProblemFinding } from '@/model/problems';
import { fieldWords } from '@/model/fields/field-words';
import { getImportFields } from '../import-fields';
import { addedPlace } from '../review/choices';
import type { ImportType } from '../import-types';
import type { ImportColumns } from '../table/match-columns';

/** The fields and columns of a sheet that findings name. */
export interface FindingContext {
  readonly type: ImportType;
  readonly columns: ImportColumns;
}

/** The name of a field as editors know it, with its language: `'closes.date' -> 'Closes · Last day'`, `Title (fr)`. */
export function formatFieldName(path: string, type: ImportType, t: EditorTranslate, locale?: Locale): string {
  const fields = getImportFields(type);
  const parts = path.split('.').filter((part) => !/^\d+$/.test(part));
  const labels = parts.map((part, index) => {
    const field = fields.get(parts.slice(0, index + 1).join('.'));
    return field ? fieldWords(t, field.schema).label : part;
  });
  return `${labels.join(' · ')}${locale === undefined ? '' : ` (${locale})`}`;
}

/** Lists the columns that a finding is about. */
export function findColumns({ locale, field = '' }: ProblemFinding, { targets }: ImportColumns): string[] {
  return [...targets].flatMap(([name, own]) =>
    own.some(
      ({ field: { path }, locale: language }) =>
        (language === undefined || locale === undefined || language === locale) &&
        (field === path || field.startsWith(`${path}.`)),
    )
      ? [name]
      : [],
  );
}

/** Names the columns of a finding: ` (column “Thèmes”)`. */
function formatColumns(finding: ProblemFinding, { columns }: FindingContext, t: EditorTranslate): string {
  const place = [finding.locale, finding.field].filter(Boolean).join('.');
  const names = findColumns(finding, columns)
    // A column that is called as the field needn't be named.
    .filter((name) => name !== place && !place.startsWith(`${name}.`) && addedPlace(name) === undefined)
    .map((name) => t('“{name}”', { name }));
  return names.length === 0 ? '' : ` ${t('(column {names})', { names: names.join(', ') })}`;
}

/** `'Closes · Last day (fr) (column “Fin”) is missing. Fill it in.'` */
export function formatFinding(finding: ProblemFinding, context: FindingContext, t: EditorTranslate): string {
  const { locale, field = '' } = finding;
  const name = formatFieldName(field, context.type, t, locale);
  const place = `${name}${formatColumns(finding, context, t)}`;
  const parts = { label: place, message: t.filled(finding.message), hint: t.filled(finding.hint) };
  // A finding about the whole row has no label.
  return t('{label} {message}. {hint}', parts).replace(/^[\s:]+/u, '');
}
