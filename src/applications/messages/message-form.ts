/** A form for the editors: its questions and props in one language (build side). */
import { pathOf, type MessageForm } from '@/i18n/routes';
import type { Translate } from '@/i18n/translate';
import { buildFormProps } from '../form/build-form-props';
import type { FormProps, FormSection } from '../form/form-props';
import { formField } from '../form/questions';
import { messageSections } from './message-questions';

export interface MessageFormOptions {
  readonly t: Translate;
  readonly form: MessageForm;
  /** The service's name. */
  readonly siteName: string;
  /** The site's absolute address. */
  readonly siteUrl: string;
  readonly contactEmail: string | undefined;
}

/** The sections of a form, with headings and questions. */
export const messageFormSections = (t: Translate, form: MessageForm): readonly FormSection[] =>
  messageSections[form].map(({ id, fields }) => ({
    legend: t(`message.section.${id}`),
    note: t.maybe(`message.section.${id}.note`),
    fields: fields.map((question) => formField(t, question)),
  }));

/** The content type that a proposal or a registration becomes. */
const types: Readonly<Partial<Record<MessageForm, string>>> = {
  register: 'organization',
  propose: 'opportunity',
};

/** The subject of the e-mail that the editors receive. */
export const messageSubject = ({ t, form, siteName }: Pick<MessageFormOptions, 't' | 'form' | 'siteName'>) =>
  t('message.subject', { form: t(`message.${form}.title`), site: siteName });

/** The props of a form that is sent to an address. */
export function messageForm(options: MessageFormOptions, { action }: Pick<FormProps, 'action'>): FormProps {
  const { t, form, siteName, siteUrl, contactEmail } = options;
  const type = types[form];
  return buildFormProps(t, {
    kind: 'message',
    action,
    sections: messageFormSections(t, form),
    hidden: [
      ['purpose', form],
      ...(type ? [['type', type] as const, ['originalLanguage', t.locale] as const] : []),
    ],
    siteUrl,
    thanks: 'received',
    about: {
      opportunity: form,
      title: t(`message.${form}.title`),
      organization: siteName,
      lang: t.locale,
      path: pathOf(t.locale, { to: 'section', section: form }),
    },
    contact: contactEmail,
    subject: messageSubject(options),
  });
}
