/** An application in the visitor's log. */
import type { AppliedItem } from '../storage/application/applied-item';
import {
  recentFollowUp,
  replyStatusAt,
  availableReport,
  toggleFollowUp,
  type ReplyStatus,
} from './reply-status';
import { visitorDay } from '../visitor-day';
import { RemovableRow } from '../saved-page/RemovableRow';
import type { SavedIslandProps } from '../saved-page/saved-props';
import { SentCopyDetails } from './SentCopyDetails';
import { formatSubmissionNumber } from '../storage/application/submission-id';
import { SavedTitle } from '../SavedTitle';
import type { PresentCard } from '../saved-page/PresentRow';
import type { LoadedCards } from '../saved-page/use-cards.client';

interface Props {
  readonly item: AppliedItem;
  readonly card: PresentCard['card'] | undefined;
  readonly status: LoadedCards['status'];
  readonly props: SavedIslandProps;
  readonly now: number;
  readonly isRemoved: boolean;
  readonly toggle: () => void;
  readonly change: (next: AppliedItem) => void;
  /** Reports to the editors whether a reply came. */
  readonly reportReply: (said: 'yes' | 'no') => void;
  /** What is told of its withdrawal, which hasn't arrived. */
  readonly withdrawal: string | undefined;
  readonly withdraw: () => void;
}

function ReplyStatusNote({ status, props }: Pick<Props, 'props'> & { readonly status: ReplyStatus }) {
  const { t, locale } = props;
  if (status.kind === 'open') return null;
  const key = status.kind === 'answered' ? 'applied.answeredOn' : (`applied.${status.kind}` as const);
  return (
    <p className="saved-note">
      <strong>{t(key, { day: visitorDay(locale, status.at) })}</strong>
    </p>
  );
}

/** The report that the visitor has sent, and the buttons for the next one. */
function ReplyReportButtons({
  item,
  replyStatus,
  props,
  now,
  reportReply,
}: Pick<Props, 'item' | 'props' | 'now' | 'reportReply'> & { readonly replyStatus: ReplyStatus }) {
  const { t, locale } = props;
  const { told } = item;
  const report = availableReport(item, replyStatus, now);
  const press = (said: 'yes' | 'no', text: string) => (
    <button type="button" className="button" onClick={() => reportReply(said)}>
      {text}
    </button>
  );
  return (
    <>
      {told && (
        <p className="saved-note">{t(`applied.told.${told.said}`, { day: visitorDay(locale, told.at) })}</p>
      )}
      {report === 'ask' && (
        <div role="group" aria-label={t('applied.ask')}>
          <p>
            <strong>{t('applied.ask')}</strong>
          </p>
          <p className="saved-notes">
            {press('yes', t('applied.yes'))}
            {press('no', t('applied.no'))}
          </p>
        </div>
      )}
      {report === 'tell' && <p className="saved-notes">{press('yes', t('applied.tell'))}</p>}
    </>
  );
}

function Row({
  item,
  card,
  status,
  props,
  now,
  change,
  reportReply,
  withdrawal,
  withdraw,
}: Omit<Props, 'isRemoved' | 'toggle'>) {
  const { t, locale } = props;
  const replyStatus = replyStatusAt(item, now);
  // The question records the reply too.
  const isAsked = props.reply !== undefined && availableReport(item, replyStatus, now) === 'ask';
  const days = item.followUps.map((instant) => visitorDay(locale, instant));
  return (
    <>
      <p className="row-when">
        {t('applied.on')} <strong>{visitorDay(locale, item.appliedAt)}</strong>
      </p>
      <div>
        <h3>
          <SavedTitle kept={item} card={card} status={status} />
        </h3>
        <p className="row-for">{card?.line ?? item.organization}</p>
        <ReplyStatusNote status={replyStatus} props={props} />
        {days.length > 0 && (
          <p className="saved-note">
            {t('applied.wroteOn', { days: new Intl.ListFormat(locale).format(days) })}
          </p>
        )}
        {props.reply && (
          <ReplyReportButtons
            item={item}
            replyStatus={replyStatus}
            props={props}
            now={now}
            reportReply={reportReply}
          />
        )}
        <p className="saved-note">{t('form.number', { id: formatSubmissionNumber(item.id) })}</p>
        <SentCopyDetails item={item} props={props} withdrawal={withdrawal} withdraw={withdraw} />
        <p className="saved-notes">
          {!isAsked && (
            <button
              type="button"
              className="button"
              aria-pressed={item.answeredAt !== undefined}
              onClick={() =>
                change({ ...item, answeredAt: item.answeredAt ? undefined : new Date(now).toISOString() })
              }
            >
              {t('applied.answered')}
            </button>
          )}
          <button
            type="button"
            className="button"
            aria-pressed={recentFollowUp(item, now) !== undefined}
            onClick={() => change(toggleFollowUp(item, now))}
          >
            {t('applied.wrote')}
          </button>
        </p>
      </div>
    </>
  );
}

export function AppliedRow({ isRemoved, toggle, ...row }: Props) {
  const { item, props } = row;
  return (
    <RemovableRow item={item} t={props.t} isRemoved={isRemoved} toggle={toggle}>
      <Row key="row" {...row} />
    </RemovableRow>
  );
}
