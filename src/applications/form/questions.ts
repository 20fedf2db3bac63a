/** The questions of forms as data, and the fields that they become in a language (build side). */
import { createCollator, formatNumber } from '@/i18n/format/format';
import { capitalize } from '@/i18n/names';
import type { Translate } from '@/i18n/translate';
import { termName } from '@/model/fields/field-text';
import type { FieldRule, FormChoice } from './field-rules';
import type { FormField } from './form-props';

/** The options of a choice: ids, and the prefix of the keys of their labels; numbers have no labels. */
interface Vocabulary {
  readonly ids: readonly string[];
  readonly labels?: string;
}

/** A field without its texts. */
export interface FormQuestion extends Omit<FieldRule, 'options'>, Pick<FormField, 'autocomplete' | 'type'> {
  /** The key of its texts: `<key>`, `<key>.hint`, `<key>.missing` and `<key>.no`, where there are such. */
  readonly key: string;
  readonly of?: Vocabulary | undefined;
  /** Returns its label where its key has none. */
  readonly label?: (t: Translate) => string;
}

type QuestionOptions = Partial<Omit<FormQuestion, 'name' | 'kind'>>;

const question =
  (kind: FieldRule['kind']) =>
  (name: string, max: number, more: QuestionOptions = {}): FormQuestion => ({
    name,
    kind,
    required: true,
    max,
    key: `message.${name}`,
    ...more,
  });

export const line = question('line');
export const text = question('text');
export const choice = (name: string, of: Vocabulary | undefined, more: QuestionOptions = {}): FormQuestion =>
  question('choice')(name, 40, { of, ...more });
export const agree = (key: string) => question('agree')('consent', 10, { key });

export const country = (name: string, more: QuestionOptions = {}) =>
  question('country')(name, 2, { autocomplete: 'country-name', ...more });

/** The questions of several forms. */
export const name = line('name', 120, { key: 'apply.name', autocomplete: 'name' });
// RFC 5321 leaves 254 characters for an address
export const email = question('email')('email', 254, { key: 'apply.email', autocomplete: 'email' });
export const otherLanguages = line('other_languages', 300, {
  key: 'apply.otherLanguages',
  required: false,
});
export const availability = line('availability', 300, { key: 'apply.availability' });

export const yesNo: Vocabulary = { labels: 'message', ids: ['yes', 'no'] };

/** The values of a vocabulary with their labels; languages and countries sorted by name. */
export function choicesOf(t: Translate, { labels, ids }: Vocabulary): FormChoice[] {
  const labelOf = (id: string) =>
    labels === undefined ? formatNumber(t.locale, Number(id)) : capitalize(t, termName(t, labels, id));
  const choices = ids.map((id): FormChoice => [id, labelOf(id)]);
  if (labels !== 'language' && labels !== 'country') return choices;
  const compare = createCollator(t.locale);
  return choices.toSorted(([, a], [, b]) => compare(a, b));
}

/** The field of a question. `own` are texts that aren't those of its key. */
export function formField(t: Translate, question: FormQuestion, own: Partial<FormField> = {}): FormField {
  const { key, of, label: labelOf, ...rule } = question;
  const label = own.label ?? t.maybe(key) ?? labelOf?.(t) ?? rule.name;
  return {
    ...rule,
    label,
    hint: t.maybe(`${key}.hint`),
    missing:
      t.maybe(`${key}.missing`) ?? t(of === yesNo ? 'message.missing.yesNo' : 'message.missing', { label }),
    no: t.maybe(`${key}.no`),
    ...(of ? { options: choicesOf(t, of) } : {}),
    ...own,
  };
}
