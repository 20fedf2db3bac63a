/** An opportunity for tests, as the pipeline produces it. */
import type { Locale } from '@/i18n/locales';
import type { SiteOpportunity } from '@/site/site';

/** An open opportunity with two languages, two questions and all data that the application form reads. */
export function opportunityFixture(
  locale: Locale,
  changes: {
    questionsIn?: Locale;
    attachment?: string;
    attachmentIn?: Locale;
    length?: 'one-off' | undefined;
    applicantCountries?: readonly string[];
  } = {},
): SiteOpportunity {
  const localized = <T>(value: T, lang = locale) => ({ value, lang });
  const view = {
    id: 'translate-sheets',
    locale,
    path: `/${locale}/o/translate-sheets/`,
    stage: 'open',
    isClosingNamed: false,
    texts: {
      title: localized('Translate 24 sheets & “more”'),
      ...(changes.attachment
        ? { attachment: localized(changes.attachment, changes.attachmentIn ?? locale) }
        : {}),
      questions: localized(['Where did you learn Khmer?', 'Why <b>now</b>?'], changes.questionsIn ?? locale),
    },
    shared: {
      applicantCountries: changes.applicantCountries ?? [],
      applyBy: 'form',
      languages: [
        { language: 'fr', level: 'good', need: 'required' },
        { language: 'km', level: 'fluent', need: 'welcome' },
        { language: 'fr', level: 'fluent', need: 'welcome' },
      ],
      length: { kind: changes.length ?? 'ongoing' },
      replyDays: 10,
    },
    organization: { id: 'riverbank', texts: { name: localized('Riverbank Institute') }, shared: {} },
  };
  return view as unknown as SiteOpportunity;
}
