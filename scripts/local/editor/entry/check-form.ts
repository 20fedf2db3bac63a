/** Checks what is in a form while it is written: findings in the editor's language, and translations that are older. */
import { editorTranslator } from '@/i18n/editor';
import type { Locale } from '@/i18n/locales';
import { findingWords, nameField, typeWords } from '@/model/fields/field-words';
import type { Problem } from '@/model/problems';
import type { FieldFinding } from '@scripts/forms/ui/form-context';
import { isEmpty, valueAt } from '@scripts/forms/values/values';
import { findOutdated, recordTranslations } from '@/model/translation-age';
import type { ContentTypeName, RawFields } from '@/model/types/entry';
import { findEntryProblems, findMissingTitle, isFault, isUnfinished, toEntry } from './entry-problems';

/** What the checks say of a form. */
export interface FormCheck {
  readonly findings: readonly FieldFinding[];
  readonly outdated: Readonly<Partial<Record<Locale, readonly string[]>>>;
}

/** A save fills it in: here it only has to be valid. */
const anyDay = '2000-01-01';

/** Describes problems for the form of an entry. */
export function describeFindings(
  type: ContentTypeName,
  problems: readonly Problem[],
  locale: Locale,
): readonly FieldFinding[] {
  const t = editorTranslator(locale);
  const found = problems.map((problem): FieldFinding => {
    const { locale: language, field = '' } = problem;
    const name = nameField(type, field, language !== undefined, t) || typeWords(t, type).label;
    return {
      place: [language, field].filter((part) => part !== undefined && part !== '').join('.'),
      text: findingWords(t, name, problem),
      isFault: isFault(problem),
      isMissing: problem.code === 'field-missing',
    };
  });
  return found.filter(
    ({ place, text }, index) => found.findIndex((one) => one.place === place && one.text === text) === index,
  );
}

/**
 * Checks a form. `before` are the fields of its file; undefined for a new entry, in which any field without a value only isn't
 * filled in yet.
 */
export function checkForm(
  type: ContentTypeName,
  id: string,
  { fields, before, locale }: { fields: RawFields; before: RawFields | undefined; locale: Locale },
): FormCheck {
  const own = findEntryProblems(type, id, { ...fields, updated: anyDay });
  const problems = isUnfinished(fields)
    ? [...findMissingTitle(type, fields), ...own.filter((one) => one.code !== 'field-missing')]
    : own;
  const isUntouched = ({ place }: FieldFinding) =>
    before === undefined && place !== '' && isEmpty(valueAt(fields, place.split('.')));
  // As it would be if it were saved now.
  const saved = recordTranslations(type, before && toEntry(type, '', before), toEntry(type, '', fields));
  return {
    findings: describeFindings(type, problems, locale).map((one) => ({
      ...one,
      isMissing: one.isMissing || isUntouched(one),
    })),
    outdated: Object.fromEntries(
      findOutdated(type, saved).map(({ locale: language, fields: names }) => [language, names]),
    ),
  };
}
