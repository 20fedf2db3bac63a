/** The build side of the application form: its questions and strings, for one opportunity in one language. */
import { sentMark } from '@/device/storage/application/sent-mark';
import { formatFileSize } from '@/i18n/format/file-size';
import { formatNumber } from '@/i18n/format/format';
import { capitalize, languageName } from '@/i18n/names';
import { stringsFile } from '@/i18n/strings-file';
import type { Translate } from '@/i18n/translate';
import type { LanguageLevel, LanguageNeed } from '@/model/vocabularies/languages';
import type { SiteOpportunity } from '@/site/site';
import {
  answerField,
  applicationFields,
  knowledge,
  languageField,
  motivationLength,
} from './application-fields';
import { acceptedExtensions, megabytesToBytes } from './attachment/attachment-rules';
import { attachmentField } from './attachment/attachment-field';
import { attachmentStrings } from './attachment/attachment-strings';
import type { ApplicationDestination } from '../transport/application-destination';
import type { ApplicationFormProps, FormChoice, FieldView, FormSection } from './form-props';
import { formFile, formStrings } from './form-strings';
import type { FieldRule } from './field-rules';

/** The data that an opportunity's page passes to the form. */
export interface ApplyProps {
  readonly t: Translate;
  readonly opportunity: SiteOpportunity;
  /** The site's absolute address, for links that leave the site. */
  readonly siteUrl: string;
  /** The path of the thank-you page in this language. */
  readonly thanksPath: string;
  /** The address for applications by e-mail when the form fails. */
  readonly contactEmail?: string | undefined;
  /** The largest file that forms accept; undefined if they accept none. */
  readonly attachmentMegabytes?: number | undefined;
}

type FormDestination = Extract<ApplicationDestination, { readonly by: 'form' }>;

/** The props of the application form. */
export function applicationFormProps(
  { t, opportunity, siteUrl, thanksPath, contactEmail, attachmentMegabytes }: ApplyProps,
  { endpoint, formId }: FormDestination,
): ApplicationFormProps {
  const page = new URL(opportunity.path, siteUrl).href;
  const subject = applicationSubject(t, opportunity);
  const questions = questionsOf(opportunity);
  const file = attachmentMegabytes === undefined ? undefined : opportunity.texts.attachment;
  const replyDays = opportunity.shared.replyDays ?? opportunity.organization.shared.replyDays;
  return {
    locale: t.locale,
    endpoint,
    formId,
    ...(opportunity.closesAt === undefined ? {} : { closesAt: opportunity.closesAt }),
    sections: sectionsOf(t, opportunity, attachmentMegabytes),
    hidden: [
      ...questions.items.map((question, index) => [`question_${index + 1}`, question] as const),
      ...(file ? [[`${attachmentField}_asked`, file.value] as const] : []),
      ['opportunity', opportunity.id],
      ['organization', opportunity.organization.id],
      ['language', t.locale],
      ['page', page],
      ['_subject', subject],
      ['_next', new URL(thanksPath + sentMark, siteUrl).href],
      ['_language', t.locale],
    ],
    page,
    log: {
      opportunity: opportunity.id,
      title: opportunity.texts.title.value,
      organization: opportunity.organization.texts.name.value,
      lang: opportunity.texts.title.lang,
      path: opportunity.path,
    },
    ...(replyDays === undefined ? {} : { replyDays }),
    thanksPath,
    ...(contactEmail ? { contactEmail } : {}),
    subject,
    strings: formStrings(t),
    filePath: formFile(t, 'apply').path,
  };
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
  const file = opportunity.texts.attachment;
  // In the form each question has a number, which error messages use.
  const questions = new Map(
    questionsOf(opportunity).items.map((text, index) => [answerField(index + 1), text]),
  );
  const labels = sectionsOf(t, opportunity, undefined)
    .flatMap(({ fields }) => fields)
    .flatMap(({ name, kind, label, hint }) => {
      if (kind === 'agree') return [];
      const question = questions.get(name);
      if (question !== undefined) return [question];
      const level = hint && lowerFirst(hint.replace(/\.$/, ''), t.locale);
      return [kind === 'choice' && level ? `${label} (${level})` : label];
    });
  return file
    ? [...labels, t('apply.attachment.attach', { what: lowerFirst(file.value, file.lang) })]
    : labels;
}

/** A text for the middle of a line: `A page` -> `a page`. Abbreviations stay: `PDF`. */
const lowerFirst = (text: string, locale: string): string =>
  text.replace(/^\p{Lu}(?!\p{Lu})/u, (first) => first.toLocaleLowerCase(locale));

function questionsOf({ texts }: SiteOpportunity) {
  return { items: texts.questions?.value ?? [], lang: texts.questions?.lang };
}

/** The languages of the work, each once: the first mention counts. */
function languagesOf({ shared }: SiteOpportunity) {
  const tags = shared.languages.map(({ language }) => language);
  return shared.languages.filter(({ language }, index) => tags.indexOf(language) === index);
}

function sectionsOf(
  t: Translate,
  opportunity: SiteOpportunity,
  megabytes: number | undefined,
): FormSection[] {
  const organization = opportunity.organization.texts.name.value;
  const languages = languagesOf(opportunity);
  const questions = questionsOf(opportunity);
  const file = fileView(t, opportunity, megabytes);
  const rules = applicationFields({
    languages: languages.map(({ language, need }) => ({ language, required: need !== 'welcome' })),
    questions: questions.items.length,
    attachment: file !== undefined,
  });
  const views = new Map(
    [
      ...plainWords(t, opportunity),
      ...languages.map(({ language, level, need }) => languageWords(t, language, level, need)),
      ...questions.items.map((question, index) => {
        return questionWords(
          t,
          question,
          index + 1,
          questions.lang === t.locale ? undefined : questions.lang,
        );
      }),
      ...(file ? [file] : []),
    ].map((strings) => [strings.name, strings]),
  );
  const view = (rule: FieldRule): FieldView => {
    const strings = views.get(rule.name);
    if (!strings)
      throw new Error(
        `The field "${rule.name}" has no words in src/applications/form/application-form-props.ts.`,
      );
    return { ...rule, ...strings };
  };
  const section = (legend: string, names: readonly string[], note?: string): FormSection => ({
    legend,
    ...(note ? { note } : {}),
    fields: rules.filter(({ name }) => names.includes(name)).map(view),
  });
  return [
    section(t('apply.about'), ['name', 'email', 'country']),
    section(
      t('apply.languages'),
      [...languages.map(({ language }) => languageField(language)), 'other_languages'],
      t('apply.languages.note'),
    ),
    section(t('apply.offer'), ['availability', 'motivation']),
    section(
      t('apply.questions', { organization }),
      questions.items.map((_, index) => answerField(index + 1)),
    ),
    section(t('apply.attachment'), [attachmentField]),
    section(t('apply.consent'), ['consent']),
  ].filter(({ fields }) => fields.length > 0);
}

type FieldWords = Omit<FieldView, keyof FieldRule> & Pick<FieldRule, 'name'>;

function plainWords(t: Translate, { organization, shared }: SiteOpportunity): FieldWords[] {
  const once = shared.length.kind === 'one-off' && {
    hint: t('apply.availability.once.hint'),
    missing: t('apply.availability.once.missing'),
  };
  const name = organization.texts.name.value;
  return [
    { ...fieldWords(t, 'name'), name: 'name', autocomplete: 'name' },
    { ...fieldWords(t, 'email'), name: 'email', autocomplete: 'email' },
    { ...fieldWords(t, 'country'), name: 'country', autocomplete: 'country-name' },
    { ...fieldWords(t, 'otherLanguages'), name: 'other_languages' },
    { ...fieldWords(t, 'availability'), ...once, name: 'availability' },
    { ...fieldWords(t, 'motivation', motivationGaps(t)), name: 'motivation' },
    { name: 'consent', label: t('apply.agree', { organization: name }), missing: t('apply.agree.missing') },
  ];
}

function motivationGaps({ locale }: Translate) {
  const { min, max } = motivationLength;
  return { min: formatNumber(locale, min), max: formatNumber(locale, max) };
}

type PlainField = 'name' | 'email' | 'country' | 'otherLanguages' | 'availability' | 'motivation';

function fieldWords(t: Translate, field: PlainField, params = {}) {
  return {
    label: t(`apply.${field}`),
    hint: t(`apply.${field}.hint`, params),
    missing: t(`apply.${field}.missing`),
  };
}

function languageWords(t: Translate, tag: string, level: LanguageLevel, need: LanguageNeed): FieldWords {
  const language = capitalize(t, languageName(t, tag));
  return {
    name: languageField(tag),
    label: language,
    hint: t(`apply.language.${need}`, { level: t(`level.${level}`) }),
    missing: t('apply.language.missing', { language }),
    options: knowledge.map((id): FormChoice => {
      if (id === 'none') return [id, t('apply.language.none')];
      const known = { level: capitalize(t, t(`level.${id}`)), hint: t(`level.${id}.hint`) };
      return [id, t('apply.language.level', known)];
    }),
  };
}

/** A question of the organization, with its number, which error messages use. */
function questionWords(t: Translate, question: string, n: number, lang: string | undefined): FieldWords {
  return {
    name: answerField(n),
    label: `${n}. ${question}`,
    missing: t('apply.answer.missing', { n }),
    ...(lang ? { lang } : {}),
  };
}

/**
 * The field for a file, in the organization's own wording; undefined if it asks for none or the form accepts none.
 */
function fileView(
  t: Translate,
  { texts, organization }: SiteOpportunity,
  megabytes: number | undefined,
): FieldWords | undefined {
  const what = texts.attachment;
  if (!what || megabytes === undefined) return undefined;
  const most = megabytesToBytes(megabytes);
  const gaps = { most: formatFileSize(t.locale, most), organization: organization.texts.name.value };
  return {
    name: attachmentField,
    label: what.value,
    hint: t('apply.attachment.hint', gaps),
    missing: '',
    ...(what.lang === t.locale ? {} : { lang: what.lang }),
    file: {
      accept: acceptedExtensions,
      most,
      strings: stringsFile(t, 'attachment', () => attachmentStrings(t)).path,
    },
  };
}
