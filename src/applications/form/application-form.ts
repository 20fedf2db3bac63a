/** The application form: its questions and props, for one opportunity in one language (build side). */
import { formatFileSize } from '@/i18n/format/file-size';
import { formatNumber } from '@/i18n/format/format';
import { capitalize, languageName } from '@/i18n/names';
import type { Translate } from '@/i18n/translate';
import { languageLevels } from '@/model/vocabularies/languages';
import type { SiteOpportunity } from '@/site/site';
import { attachmentField } from './attachment/attachment-field';
import { acceptedExtensions, maxNameLength, megabytesToBytes } from './attachment/attachment-rules';
import { buildFormProps } from './build-form-props';
import type { FormChoice } from './field-rules';
import type { FormField, FormProps, FormSection } from './form-props';
import { attachmentStringsFile } from './form-strings';
import * as q from './questions';

/** The data that an opportunity's page passes to the form. */
export interface ApplyProps {
  readonly t: Translate;
  readonly opportunity: SiteOpportunity;
  /** The site's absolute address, for links that leave the site. */
  readonly siteUrl: string;
  /** The address for applications by e-mail when the form fails. */
  readonly contactEmail?: string | undefined;
  /** The largest file that forms accept; undefined if they accept none. */
  readonly attachmentMegabytes?: number | undefined;
}

/** The minimum and maximum length of the motivation in characters: a sentence to about a page. */
const motivationLength = { min: 40, max: 3000 } as const;

/** The name of the field for the nth screening question, counted from 1: `2 -> answer_2`. */
const answerField = (n: number) => `answer_${n}`;

/** The props of the application form. */
export function applicationForm(
  { t, opportunity, siteUrl, contactEmail, attachmentMegabytes }: ApplyProps,
  { action }: Pick<FormProps, 'action'>,
): FormProps {
  const { organization, texts } = opportunity;
  const file = attachmentMegabytes === undefined ? undefined : texts.attachment;
  return buildFormProps(t, {
    action,
    sections: applicationSections(t, opportunity, attachmentMegabytes),
    hidden: [
      ...(texts.questions?.value ?? []).map((text, index) => [`question_${index + 1}`, text] as const),
      ...(file ? [[`${attachmentField}_asked`, file.value] as const] : []),
      ['opportunity', opportunity.id],
      ['organization', organization.id],
    ],
    siteUrl,
    thanks: 'thanks',
    closesAt: opportunity.closesAt,
    about: {
      opportunity: opportunity.id,
      title: texts.title.value,
      organization: organization.texts.name.value,
      lang: texts.title.lang,
      path: opportunity.path,
    },
    replyDays: opportunity.shared.replyDays ?? organization.shared.replyDays,
    contact: contactEmail,
    subject: applicationSubject(t, opportunity),
  });
}

/** The subject of the e-mail that the organization receives. */
export function applicationSubject(t: Translate, { texts, organization }: SiteOpportunity): string {
  return t('apply.subject', { title: texts.title.value, organization: organization.texts.name.value });
}

/**
 * The lines of an application by e-mail: the labels of the form's questions without the consent box, and the file to
 * attach, even where the form service accepts no files.
 */
export function emailLabels(t: Translate, opportunity: SiteOpportunity): string[] {
  const { attachment, questions } = opportunity.texts;
  const labels = applicationSections(t, opportunity, undefined)
    .flatMap(({ fields }) => fields)
    .filter(({ kind }) => kind !== 'agree')
    .map(({ name, kind, label, hint }) => {
      // In the form each question has a number, which error messages use.
      const question = questions?.value.find((_, index) => name === answerField(index + 1));
      const level = kind === 'choice' && hint && lowerFirst(hint.replace(/\.$/, ''), t.locale);
      return question ?? (level ? `${label} (${level})` : label);
    });
  if (!attachment) return labels;
  return [...labels, t('apply.attachment.attach', { what: lowerFirst(attachment.value, attachment.lang) })];
}

/** A text for the middle of a line: `A page` -> `a page`. Abbreviations stay: `PDF`. */
const lowerFirst = (text: string, locale: string): string =>
  text.replace(/^\p{Lu}(?!\p{Lu})/u, (first) => first.toLocaleLowerCase(locale));

/** The questions of an application, in the order in which they are asked and sent; without a file where none is accepted. */
export function applicationSections(
  t: Translate,
  opportunity: SiteOpportunity,
  megabytes: number | undefined,
): FormSection[] {
  const { organization, texts, shared } = opportunity;
  const name = organization.texts.name.value;
  // Each language once: the first mention counts.
  const languages = shared.languages.filter(
    ({ language }, index) => shared.languages.findIndex((other) => other.language === language) === index,
  );
  const once = shared.length.kind === 'one-off' && {
    hint: t('apply.availability.once.hint'),
    missing: t('apply.availability.once.missing'),
  };
  // Only some say who can apply by where they live; to others it helps to agree on a time.
  const required = shared.applicantCountries.length > 0;
  const country = q.country('country', { key: 'apply.country', required });
  const { min, max } = motivationLength;
  const gaps = { min: formatNumber(t.locale, min), max: formatNumber(t.locale, max) };
  const answers = (texts.questions?.value ?? []).map((question, index) =>
    q.formField(t, q.text(answerField(index + 1), 1500), {
      label: `${index + 1}. ${question}`,
      missing: t('apply.answer.missing', { n: index + 1 }),
      lang: texts.questions?.lang === t.locale ? undefined : texts.questions?.lang,
    }),
  );
  const sections: FormSection[] = [
    {
      legend: t('apply.about'),
      fields: [q.name, q.email, country].map((question) => q.formField(t, question)),
    },
    {
      legend: t('apply.languages'),
      note: t('apply.languages.note'),
      fields: [...languages.map((needed) => languageField(t, needed)), q.formField(t, q.otherLanguages)],
    },
    {
      legend: t('apply.offer'),
      fields: [
        q.formField(t, q.availability, { ...once }),
        q.formField(t, q.text('motivation', max, { min, key: 'apply.motivation' }), {
          hint: t('apply.motivation.hint', gaps),
        }),
      ],
    },
    { legend: t('apply.questions', { organization: name }), fields: answers },
    { legend: t('apply.attachment'), fields: fileFields(t, opportunity, megabytes) },
    {
      legend: t('apply.consent'),
      fields: [q.formField(t, q.agree('apply.agree'), { label: t('apply.agree', { organization: name }) })],
    },
  ];
  return sections.filter(({ fields }) => fields.length > 0);
}

function languageField(
  t: Translate,
  { language, level, need }: SiteOpportunity['shared']['languages'][number],
): FormField {
  const label = capitalize(t, languageName(t, language));
  const levels = languageLevels.map((id): FormChoice => {
    const known = { level: capitalize(t, t(`level.${id}`)), hint: t(`level.${id}.hint`) };
    return [id, t('apply.language.level', known)];
  });
  const required = need !== 'welcome';
  const question = q.choice(`language_${language}`, undefined, { key: 'apply.language', required });
  return q.formField(t, question, {
    label,
    hint: t(`apply.language.${need}`, { level: t(`level.${level}`) }),
    missing: t('apply.language.missing', { language: label }),
    options: [['none', t('apply.language.none')], ...levels],
  });
}

/** The field for a file, in the organization's own wording; none if it asks for none or the form accepts none. */
function fileFields(
  t: Translate,
  { texts, organization }: SiteOpportunity,
  megabytes: number | undefined,
): FormField[] {
  const what = texts.attachment;
  if (!what || megabytes === undefined) return [];
  const most = megabytesToBytes(megabytes);
  const gaps = { most: formatFileSize(t.locale, most), organization: organization.texts.name.value };
  return [
    {
      name: attachmentField,
      kind: 'file',
      required: false,
      max: maxNameLength,
      label: what.value,
      hint: t('apply.attachment.hint', gaps),
      missing: '',
      lang: what.lang === t.locale ? undefined : what.lang,
      file: { accept: acceptedExtensions, most, strings: attachmentStringsFile(t).path },
    },
  ];
}
