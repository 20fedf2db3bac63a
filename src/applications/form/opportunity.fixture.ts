/** An opportunity for tests, as the pipeline makes it. */
import type { Locale } from '@/i18n/locales';
import type { SiteOpportunity } from '@/site/site';

/** An open opportunity with two languages, two questions and everything that the apply room reads. */
export function opportunityFixture(
  locale: Locale,
  changes: {
    questionsIn?: Locale;
    attachment?: string;
    attachmentIn?: Locale;
    length?: 'one-off' | undefined;
  } = {},
): SiteOpportunity {
  const said = <T>(value: T, lang = locale) => ({ value, lang });
  const view = {
    id: 'translate-sheets',
    locale,
    path: `/${locale}/o/translate-sheets/`,
    stage: 'open',
    texts: {
      title: said('Translate 24 sheets & “more”'),
      ...(changes.attachment ? { attachment: said(changes.attachment, changes.attachmentIn ?? locale) } : {}),
      questions: said(['Where did you learn Khmer?', 'Why <b>now</b>?'], changes.questionsIn ?? locale),
    },
    shared: {
      applyBy: 'form',
      languages: [
        { language: 'fr', level: 'good', need: 'required' },
        { language: 'km', level: 'fluent', need: 'welcome' },
        { language: 'fr', level: 'fluent', need: 'welcome' },
      ],
      length: { kind: changes.length ?? 'ongoing' },
      replyDays: 10,
    },
    organization: { id: 'riverbank', texts: { name: said('Riverbank Institute') }, shared: {} },
  };
  return view as unknown as SiteOpportunity;
}
