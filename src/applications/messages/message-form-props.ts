/** The props of a form for the editors in one language. */
import { capitalize, label, languageName } from '@/i18n/names';
import { pathOf, type MessageForm } from '@/i18n/routes';
import type { Translate } from '@/i18n/translate';
import { createCollator, formatNumber } from '@/i18n/format/format';
import { readerLabel } from '@/model/fields/field-text';
import { maxHoursPerWeek, maxWeeks } from '@/model/vocabularies/bands';
import { languageLevels, workLanguages } from '@/model/vocabularies/languages';
import { taskTypes } from '@/model/vocabularies/task-types';
import type { FormsSetup } from '@/config/forms';
import type { ApplicationFormProps, FormChoice, FieldView, FormSection } from '../form/form-props';
import { formFile, formStrings } from '../form/form-strings';
import type { ChoiceSource, MessageField } from './message-field';
import { messageSections } from './message-fields';

export interface MessageFormOptions {
  readonly t: Translate;
  readonly form: MessageForm;
  /** The service's name. */
  readonly siteName: string;
  /** The site's absolute address. */
  readonly siteUrl: string;
  readonly contactEmail: string | undefined;
}

const reasons = ['money', 'conduct', 'unfair', 'false', 'other'] as const;

/** Reply times in days that an organization can promise. */
const replyDayChoices = [3, 5, 7, 10, 14, 21, 30];

const upTo = (most: number) => Array.from({ length: most }, (_, index) => index + 1);

function sortedChoices(
  t: Translate,
  values: readonly string[],
  nameOf: (value: string) => string,
): FormChoice[] {
  const compare = createCollator(t.locale);
  return values
    .map((value): FormChoice => [value, capitalize(t, nameOf(value))])
    .toSorted(([, a], [, b]) => compare(a, b));
}

function choicesOf(t: Translate, of: ChoiceSource): readonly FormChoice[] {
  const labelled = (values: readonly string[], prefix: string) =>
    values.map((value): FormChoice => [value, capitalize(t, label(t, prefix, value))]);
  const languages = (values: readonly string[]) => sortedChoices(t, values, (tag) => languageName(t, tag));
  if (typeof of === 'object')
    return of.labels === 'language' ? languages(of.ids) : labelled(of.ids, of.labels);
  const numbers = (values: readonly number[]) =>
    values.map((value): FormChoice => [String(value), formatNumber(t.locale, value)]);
  switch (of) {
    case 'yes-no':
      return [
        ['yes', t('message.yes')],
        ['no', t('message.no')],
      ];
    case 'task':
      return labelled(taskTypes, 'task');
    case 'level':
      return labelled(languageLevels, 'level');
    case 'reason':
      return labelled(reasons, 'message.reason');
    case 'language':
      return languages(workLanguages);
    case 'hours':
      return numbers(upTo(maxHoursPerWeek));
    case 'weeks':
      return numbers(upTo(maxWeeks));
    case 'days':
      return numbers(replyDayChoices);
  }
}

function fieldView(t: Translate, { words, of, fallback, ...rule }: MessageField): FieldView {
  const key = words?.startsWith('apply.') ? words : `message.${words ?? rule.name}`;
  const shown = t.maybe(key) ?? (fallback ? readerLabel(t, fallback.type, fallback) : rule.name);
  const options = of && choicesOf(t, of);
  const hint = t.maybe(`${key}.hint`);
  const no = t.maybe(`${key}.no`);
  return {
    ...rule,
    label: shown,
    missing:
      t.maybe(`${key}.missing`) ??
      t(of === 'yes-no' ? 'message.missing.yesNo' : 'message.missing', { label: shown }),
    ...(hint ? { hint } : {}),
    ...(no ? { no } : {}),
    ...(options ? { options, choices: options.map(([value]) => value) } : {}),
  };
}

/** The sections of a form, with headings and questions. */
export function messageFormSections(t: Translate, form: MessageForm): readonly FormSection[] {
  return messageSections[form].map(({ id, fields }) => {
    const note = t.maybe(`message.section.${id}.note`);
    return {
      legend: t(`message.section.${id}`),
      ...(note ? { note } : {}),
      fields: fields.map((field) => fieldView(t, field)),
    };
  });
}

/** The content type that a proposal or a registration becomes. */
const types: Readonly<Partial<Record<MessageForm, string>>> = {
  register: 'organization',
  propose: 'opportunity',
};

/** The subject of the e-mail that the editors receive. */
export const messageSubject = ({ t, form, siteName }: Pick<MessageFormOptions, 't' | 'form' | 'siteName'>) =>
  t('message.subject', { form: t(`message.${form}.title`), site: siteName });

/** The props of a form that sends to an endpoint. */
export function messageFormProps(
  facts: MessageFormOptions,
  { endpoint, formId }: Pick<FormsSetup, 'endpoint'> & { readonly formId: string },
): ApplicationFormProps {
  const { t, form, siteName, siteUrl, contactEmail } = facts;
  const path = pathOf(t.locale, { to: 'section', section: form });
  const thanksPath = pathOf(t.locale, { to: 'section', section: 'received' });
  const page = new URL(path, siteUrl).href;
  const subject = messageSubject(facts);
  const type = types[form];
  return {
    kind: 'message',
    locale: t.locale,
    endpoint,
    formId,
    sections: messageFormSections(t, form),
    hidden: [
      ['purpose', form],
      ...(type ? [['type', type] as const, ['originalLanguage', t.locale] as const] : []),
      ['language', t.locale],
      ['page', page],
      ['_subject', subject],
      ['_next', new URL(thanksPath, siteUrl).href],
      ['_language', t.locale],
    ],
    page,
    log: {
      opportunity: form,
      title: t(`message.${form}.title`),
      organization: siteName,
      lang: t.locale,
      path,
    },
    thanksPath,
    ...(contactEmail ? { contactEmail } : {}),
    subject,
    strings: formStrings(t, 'message'),
    filePath: formFile(t, 'message').path,
  };
}
