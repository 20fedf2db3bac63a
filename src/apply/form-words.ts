/**
 * What the form says around its questions. Gaps that the browser fills (`{label}`, `{n}`, `{address}`) stay open, so that
 * the words are the same for every opportunity of a language.
 */
import { collate } from '@/i18n/format';
import { countryName } from '@/i18n/names';
import type { Translate } from '@/i18n/translate';
import { countries } from '@/model/vocabularies/countries';
import type { Choice, FormWords } from './form-props';

/** The words of a language. */
export function formWords(t: Translate): FormWords {
  return {
    optional: t('apply.optional'),
    choose: t('apply.choose'),
    send: t('apply.send'),
    sending: t('apply.sending'),
    again: t('apply.again'),
    sent: t('apply.sent'),
    sentLink: t('apply.sentLink'),
    errorPrefix: t('apply.error.prefix'),
    errorTitle: t('apply.error.title'),
    problems: {
      short: t('apply.problem.short'),
      long: t('apply.problem.long'),
      line: t('apply.problem.line'),
      email: t('apply.problem.email'),
      choice: t('apply.problem.choice'),
      links: t('apply.problem.links'),
      refused: t('apply.problem.refused'),
    },
    refusedTitle: t('apply.refused.title'),
    refused: {
      inactive: t('apply.refused.inactive'),
      limit: t('apply.refused.limit'),
      long: t('apply.refused.long'),
      other: t('apply.refused.other'),
    },
    unconfirmedTitle: t('apply.unconfirmed.title'),
    unconfirmed: {
      network: t('apply.unconfirmed.network'),
      timeout: t('apply.unconfirmed.timeout'),
      server: t('apply.unconfirmed.server'),
    },
    closedTitle: t('apply.closed.title'),
    closed: t('apply.closed'),
    offlineTitle: t('apply.offline.title'),
    offline: t('apply.offline'),
    offlineUnkept: t('apply.offline.unkept'),
    trappedTitle: t('apply.trapped.title'),
    trapped: t('apply.trapped'),
    sameNumber: t('apply.sameNumber'),
    kept: t('apply.kept'),
    keptAndTried: t('apply.keptAndTried'),
    unkept: t('apply.unkept'),
    asFile: t('apply.asFile'),
    draft: {
      kept: t('apply.draft.kept'),
      back: t('apply.draft.back'),
      unkept: t('apply.draft.unkept'),
      delete: t('apply.draft.delete'),
      deleted: t('apply.draft.deleted'),
      undo: t('apply.draft.undo'),
    },
    usual: {
      keep: t('apply.usual.keep'),
      offer: t('apply.usual.offer'),
      use: t('apply.usual.use'),
      used: t('apply.usual.used'),
      delete: t('apply.usual.delete'),
    },
    shared: t('apply.shared'),
    sharedOn: t('apply.shared.on'),
    arrived: t('apply.arrived'),
    earlier: t('apply.earlier'),
    earlierAgain: t('apply.earlier.again'),
    earlierTitle: t('apply.earlier.title'),
    earlierNow: t('apply.earlier.now'),
    pending: {
      waiting: t('apply.pending.waiting'),
      sending: t('apply.pending.sending'),
      unconfirmed: t('apply.pending.unconfirmed'),
      refused: t('apply.pending.refused'),
      late: t('apply.pending.late'),
    },
    pendingTitle: t('apply.pending.title'),
    pendingFirst: t('apply.pending.first'),
    pendingNow: t('apply.pending.now'),
    pendingDelete: t('apply.pending.delete'),
    subjectFrom: t('apply.subject.from'),
    subjectFollowUp: t('apply.subject.followUp'),
    byEmail: t('apply.byEmail'),
    copy: t('apply.copy'),
    copyLabel: t('apply.copy.label'),
    page: t('apply.page'),
    number: t('apply.number'),
    trap: t('apply.trap'),
    countries: countryChoices(t),
  };
}

const choicesByLocale = new Map<string, readonly Choice[]>();

/** By name. The same for every opportunity of a language, so it is made once. */
function countryChoices(t: Translate): readonly Choice[] {
  let found = choicesByLocale.get(t.locale);
  if (found === undefined) {
    const compare = collate(t.locale);
    const choices = countries.map((code): Choice => [code, countryName(t, code)]);
    found = choices.toSorted(([, a], [, b]) => compare(a, b));
    choicesByLocale.set(t.locale, found);
  }
  return found;
}
