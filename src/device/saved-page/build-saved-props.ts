/** Builds the props of the page of saved opportunities (build side). */
import { label } from '@/i18n/names';
import { pathOf } from '@/i18n/routes';
import type { Translate } from '@/i18n/translate';
import { opportunityStatuses, type OpportunityStatus } from '@/model/vocabularies/kinds';
import type { SiteOpportunity } from '@/site/site';
import { comparisonRows } from '../saved/comparison-rows';
import { cardFileCount } from '../saved/saved-card';
import { fitStringsUrl } from '../fit-page/fit-strings';
import type { ReplyReportTarget } from '../applied/reply-entry';
import type { SavedProps, SavedStrings } from './saved-props';

function listStrings(t: Translate) {
  return {
    list: t('saved.list'),
    empty: t('saved.empty'),
    emptyHint: t('saved.empty.hint'),
    look: t('saved.look'),
    loading: t('saved.loading'),
    error: t('saved.error'),
    retry: t('saved.retry'),
    gone: t('saved.gone'),
    savedOn: t('saved.on'),
    remove: t('saved.remove'),
    removed: t('saved.removed'),
    undo: t('saved.undo'),
    closes: t('row.closes'),
    openEnded: t('row.openEnded'),
    statuses: Object.fromEntries(
      opportunityStatuses.map((status) => [status, label(t, 'status', status)]),
    ) as Record<OpportunityStatus, string>,
    factsLabel: t('facts.label'),
    forYou: t('fit.forYou'),
    fitOffer: t('saved.fit'),
    fitChange: t('fit.change'),
  };
}

function compareStrings(t: Translate) {
  return {
    compare: t('compare'),
    compareTitle: t('compare.title'),
    compareHint: t('compare.hint'),
    compareFull: t('compare.full'),
    organization: t('compare.organization'),
    factClosing: t('opportunity.strip.closes'),
    facts: Object.fromEntries(comparisonRows.map(({ name, label: rowLabel }) => [name, rowLabel(t)])),
  };
}

function appliedStrings(t: Translate) {
  return {
    applied: t('applied.title'),
    appliedEmpty: t('applied.empty'),
    appliedOn: t('applied.on'),
    appliedNote: t('applied.note'),
    due: t('applied.due'),
    overdue: t('applied.overdue'),
    answered: t('applied.answered'),
    answeredOn: t('applied.answeredOn'),
    wrote: t('applied.wrote'),
    wroteOn: t('applied.wroteOn'),
    telling: t('applied.telling'),
    ask: t('applied.ask'),
    yes: t('applied.yes'),
    no: t('applied.no'),
    tell: t('applied.tell'),
    told: { yes: t('applied.told.yes'), no: t('applied.told.no') },
    number: t('apply.number'),
    sentText: t('applied.text'),
    corrected: t('applied.corrected'),
    withdraw: t('applied.withdraw'),
    withdrawText: t('applied.withdraw.text'),
    withdrawSend: t('applied.withdraw.send'),
    withdrawing: t('applied.withdrawing'),
    withdrawnOn: t('applied.withdrawnOn'),
    withdrawSubject: t('applied.withdraw.subject'),
  };
}

function transferStrings(t: Translate) {
  return {
    transfer: t('transfer.title'),
    transferText: t('transfer.text'),
    save: t('transfer.save'),
    open: t('transfer.open'),
    fileName: t('transfer.fileName'),
    added: t.forms('transfer.added'),
    updated: t.forms('transfer.updated'),
    nothingNew: t('transfer.nothingNew'),
    skipped: t.forms('transfer.skipped'),
    foreign: t('transfer.foreign'),
    newer: t('transfer.newer'),
    large: t('transfer.large'),
    full: t('storage.full'),
    forbidden: t('storage.forbidden'),
  };
}

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
  const strings: SavedStrings = {
    ...listStrings(t),
    ...compareStrings(t),
    ...appliedStrings(t),
    ...transferStrings(t),
  };
  return {
    locale: t.locale,
    files: cardFileCount(opportunities.length),
    fit: {
      words: fitStringsUrl(t, opportunities),
      page: pathOf(t.locale, { to: 'section', section: 'fit' }),
    },
    searchPath: pathOf(t.locale, { to: 'section', section: 'search' }),
    ...(messages ? { reply: replyReportTarget(t, messages) } : {}),
    strings,
  };
}
