/** Builds the props of the page of saved opportunities (build side). */
import { pathOf } from '@/i18n/routes';
import type { Translate } from '@/i18n/translate';
import type { SiteOpportunity } from '@/site/site';
import { comparisonRows } from '../saved/comparison-rows';
import { cardFileCount } from '../saved/saved-card';
import { fitStringsUrl } from '../fit-page/fit-strings';
import type { ReplyReportTarget } from '../applied/reply-entry';
import { savedStrings, type SavedProps } from './saved-props';

/** The address of the form for messages to the editors. */
export type MessagesFormTarget = Pick<ReplyReportTarget, 'endpoint' | 'formId'>;

function replyReportTarget(t: Translate, form: MessagesFormTarget): ReplyReportTarget {
  return {
    ...form,
    thanksPath: pathOf(t.locale, { to: 'section', section: 'received' }),
    logPath: pathOf(t.locale, { to: 'section', section: 'saved' }),
    locale: t.locale,
    subjects: { yes: t('applied.subject.yes'), no: t('applied.subject.no') },
  };
}

/**
 * Builds the props in the language of `t`, for a site with these opportunities, and with the form for reports to the
 * editors, where there is one.
 */
export function buildSavedProps(
  t: Translate,
  opportunities: readonly SiteOpportunity[],
  messages: MessagesFormTarget | undefined,
): SavedProps {
  return {
    locale: t.locale,
    files: cardFileCount(opportunities.length),
    fit: {
      words: fitStringsUrl(t),
      page: pathOf(t.locale, { to: 'section', section: 'fit' }),
    },
    searchPath: pathOf(t.locale, { to: 'section', section: 'search' }),
    ...(messages ? { reply: replyReportTarget(t, messages) } : {}),
    facts: Object.fromEntries(comparisonRows.map(({ name, label }) => [name, label(t)])),
    strings: t.all(...savedStrings),
  };
}
