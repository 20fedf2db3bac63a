/** Builds the props of the page of saved opportunities (build side). */
import { pathOf } from '@/i18n/routes';
import type { Translate } from '@/i18n/translate';
import { shownInNotes } from '@/components/opportunity/opportunity-facts';
import { rowStringsFile } from '@/components/opportunity/build-row-strings';
import { comparisonRows } from './comparison-rows';
import { fitStringsFile } from '../fit-page/fit-strings';
import type { ReplyReportTarget } from '../applied/reply';
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

/** Builds the props in the language of `t`, with the form for reports to the editors, where there is one. */
export function buildSavedProps(t: Translate, messages: MessagesFormTarget | undefined): SavedProps {
  return {
    locale: t.locale,
    rowStrings: rowStringsFile(t).path,
    shownIn: shownInNotes(t),
    fit: {
      words: fitStringsFile(t).path,
      page: pathOf(t.locale, { to: 'section', section: 'fit' }),
    },
    searchPath: pathOf(t.locale, { to: 'section', section: 'search' }),
    ...(messages ? { reply: replyReportTarget(t, messages) } : {}),
    facts: Object.fromEntries(comparisonRows.map(({ name, label }) => [name, label(t)])),
    strings: t.all(...savedStrings),
  };
}
