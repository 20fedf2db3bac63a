/** What is told of a submission, wherever it is shown: at most two sentences and one button. Pure. */
import { dayAndTime } from '@/i18n/format/reader-time';
import type { IslandTranslate } from '@/i18n/create-translate';
import type { SentRecord, OutboxEntry } from './outbox-entry';
import { nextAttemptAt } from './retries';
import { formatSubmissionNumber } from './submission-id';

/** The `t()` of a teller: all pages that show a submission have these strings. */
export type TellingTranslate = IslandTranslate<'told.'>;

export interface Telling {
  /** What happened. */
  readonly first: string;
  /** What follows from it. */
  readonly then?: string;
  /**
   * What the visitor can do: send it now, or without its file; send it by e-mail; or fill in the form again to correct
   * it.
   */
  readonly button?: 'now' | 'without' | 'mail' | 'correct' | undefined;
}

/** What is told of an entry depends on this besides the entry. */
interface TellingContext {
  readonly t: TellingTranslate;
  /** ms */
  readonly now: number;
  /** False if it will be gone with the page. */
  readonly isStored: boolean;
  readonly isSending: boolean;
}

type Key = Parameters<TellingTranslate>[0];

/** What happened, by the reason that the last attempt left. */
function firstKey({ reason, triedAt, attempts }: OutboxEntry, isSending: boolean): Key {
  if (isSending) return 'told.sending';
  // It was pressed again since, or never tried.
  if (triedAt === undefined && attempts === 0) return 'told.waiting';
  switch (reason) {
    case undefined:
      return 'told.unconfirmed';
    case 'offline':
      return 'told.waiting';
    case 'network':
    case 'timeout':
    case 'server':
    case 'answer':
    case 'limit':
    case 'inactive':
    case 'long':
    case 'files':
    case 'closed':
      return `told.${reason}`;
    default:
      return 'told.other';
  }
}

/** What follows from it. */
function thenKey(entry: OutboxEntry, { now, isStored }: TellingContext): Key {
  if (entry.state === 'refused') {
    if (entry.mayHaveArrived) return 'told.doubtful';
    return isStored ? 'told.saved' : 'told.gone';
  }
  if (!isStored) return 'told.unsaved';
  return nextAttemptAt(entry, now) === undefined ? 'told.ended' : 'told.automatic';
}

/** Tells of a submission that hasn't arrived. */
export function tellEntry(entry: OutboxEntry, context: TellingContext): Telling {
  const { t, isSending } = context;
  const time = dayAndTime(t.locale, Date.parse(entry.pressedAt));
  const first = t(firstKey(entry, isSending), { time });
  if (isSending) return { first };
  const isTooMuch = entry.file !== undefined && /^(?:files|long)$/.test(entry.reason ?? '');
  const canBeMailed = entry.contact !== undefined && entry.text !== undefined;
  const button = isTooMuch ? 'without' : entry.reason !== 'closed' ? 'now' : canBeMailed ? 'mail' : undefined;
  return { first, then: t(thenKey(entry, context)), button };
}

/** Tells of a submission that has arrived: in its form, also what differs now, or how to correct it. */
export function tellSent(
  item: SentRecord,
  t: TellingTranslate,
  form?: { readonly isChanged: boolean },
): Telling {
  const time = (instant: string) => dayAndTime(t.locale, Date.parse(instant));
  const { id, kind, appliedAt, correctedAt, withdrawnAt, copy } = item;
  const first = t('told.sent', { time: time(correctedAt ?? appliedAt), id: formatSubmissionNumber(id) });
  if (form?.isChanged) return { first, then: t('told.changed') };
  if (withdrawnAt !== undefined) return { first, then: t('told.withdrawn', { time: time(withdrawnAt) }) };
  if (kind !== undefined || !form) return { first };
  return { first, then: t('told.correctable'), ...(copy ? { button: 'correct' } : {}) };
}
