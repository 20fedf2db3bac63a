/**
 * The strings around the form's questions. Gaps that the browser fills (`{label}`, `{n}`, `{address}`) stay open, so
 * that the strings are the same for every opportunity in a language.
 */
import { createCollator } from '@/i18n/format/format';
import { countryName } from '@/i18n/names';
import type { Translate } from '@/i18n/translate';
import { countries } from '@/model/vocabularies/countries';
import { pendingStatuses, statusMessages } from '../outbox/entry-states';
import { emailDomains } from './email/email-domains';
import type { FormChoice, FormStrings } from './form-props';
import { formString, type FormKind } from './form-string';

/** The strings of a form in the language of `t`. */
export function formStrings(t: Translate, of: FormKind = 'apply'): FormStrings {
  const say = (key: Parameters<typeof formString>[2]) => formString(t, of, key);
  return {
    optional: say('apply.optional'),
    choose: say('apply.choose'),
    send: say('apply.send'),
    sending: say('apply.sending'),
    again: say('apply.again'),
    sent: say('apply.sent'),
    sentLink: say('apply.sentLink'),
    errorPrefix: say('apply.error.prefix'),
    errorTitle: say('apply.error.title'),
    problems: {
      short: say('apply.problem.short'),
      long: say('apply.problem.long'),
      line: say('apply.problem.line'),
      email: say('apply.problem.email'),
      choice: say('apply.problem.choice'),
      links: say('apply.problem.links'),
      refused: say('apply.problem.refused'),
    },
    emailSuggestion: say('apply.email.suggestion'),
    emailUse: say('apply.email.use'),
    emailDomains,
    refusedTitle: say('apply.refused.title'),
    refused: {
      inactive: say('apply.refused.inactive'),
      limit: say('apply.refused.limit'),
      long: say('apply.refused.long'),
      files: say('apply.refused.files'),
      other: say('apply.refused.other'),
    },
    unconfirmedTitle: say('apply.unconfirmed.title'),
    unconfirmed: {
      network: say('apply.unconfirmed.network'),
      timeout: say('apply.unconfirmed.timeout'),
      server: say('apply.unconfirmed.server'),
      answer: say('apply.unconfirmed.answer'),
    },
    closedTitle: say('apply.closed.title'),
    closed: say('apply.closed'),
    offlineTitle: say('apply.offline.title'),
    offline: say('apply.offline'),
    offlineUnkept: say('apply.offline.unkept'),
    trappedTitle: say('apply.trapped.title'),
    trapped: say('apply.trapped'),
    sameNumber: say('apply.sameNumber'),
    kept: say('apply.kept'),
    keptAndTried: say('apply.keptAndTried'),
    unkept: say('apply.unkept'),
    asFile: say('apply.asFile'),
    draft: {
      kept: say('apply.draft.kept'),
      back: say('apply.draft.back'),
      other: say('apply.draft.other'),
      useOther: say('apply.draft.useOther'),
      unkept: say('apply.draft.unkept'),
      delete: say('apply.draft.delete'),
      deleted: say('apply.draft.deleted'),
      undo: say('apply.draft.undo'),
    },
    usual: {
      keep: say('apply.usual.keep'),
      offer: say('apply.usual.offer'),
      use: say('apply.usual.use'),
      delete: say('apply.usual.delete'),
    },
    shared: say('apply.shared'),
    sharedOn: say('apply.shared.on'),
    arrived: say('apply.arrived'),
    arrivedOther: say('apply.arrived.other'),
    earlier: say('apply.earlier'),
    earlierAgain: say('apply.earlier.again'),
    earlierWithdrawn: say('apply.earlier.withdrawn'),
    earlierText: say('apply.earlier.text'),
    earlierCorrect: say('apply.earlier.correct'),
    earlierTitle: say('apply.earlier.title'),
    earlierNow: say('apply.earlier.now'),
    pending: Object.fromEntries(
      pendingStatuses.map((status) => [status, say(statusMessages[status])]),
    ) as FormStrings['pending'],
    pendingLoss: say('apply.pending.loss'),
    pendingTitle: say('apply.pending.title'),
    pendingFirst: say('apply.pending.first'),
    pendingNow: say('apply.pending.now'),
    pendingDelete: say('apply.pending.delete'),
    subjectFrom: say('apply.subject.from'),
    subjectFollowUp: say('apply.subject.followUp'),
    byEmail: say('apply.byEmail'),
    copy: say('apply.copy'),
    copyLabel: say('apply.copy.label'),
    letterElsewhere: say('apply.letter.elsewhere'),
    page: say('apply.page'),
    number: say('apply.number'),
    trap: say('apply.trap'),
    countries: countryChoices(t),
  };
}

const choicesByLocale = new Map<string, readonly FormChoice[]>();

/** Sorted by name. The same for every opportunity in a language, so it is cached. */
function countryChoices(t: Translate): readonly FormChoice[] {
  let found = choicesByLocale.get(t.locale);
  if (found === undefined) {
    const compare = createCollator(t.locale);
    const choices = countries.map((code): FormChoice => [code, countryName(t, code)]);
    found = choices.toSorted(([, a], [, b]) => compare(a, b));
    choicesByLocale.set(t.locale, found);
  }
  return found;
}
