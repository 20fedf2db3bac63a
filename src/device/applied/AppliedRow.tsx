/** An application in the visitor's log. */
import { organizationLine } from '@/components/opportunity/row-facts';
import type { SavedCard } from '../saved-page/saved-cards';
import type { LoadedCards } from '../saved-page/saved-cards.client';
import type { SavedIslandProps } from '../saved-page/saved-props';
import { SavedTitle } from '../SavedTitle';
import type { AppliedItem } from '../storage/application/applied-item';
import { formatSubmissionNumber } from '../storage/application/submission-id';
import { visitorDay } from '../visitor-day';
import { availableReport, replyStatusAt } from './reply-status';

interface Props {
  readonly item: AppliedItem;
  readonly card: SavedCard['card'] | undefined;
  readonly status: LoadedCards['status'];
  readonly props: SavedIslandProps;
  readonly now: number;
  readonly change: (next: AppliedItem) => void;
  /** Reports to the editors whether a reply came. */
  readonly reportReply: (said: 'yes' | 'no') => void;
  /** What is told of its withdrawal, which hasn't arrived. */
  readonly withdrawal: string | undefined;
  readonly withdraw: () => void;
}

/** The day of the reply, as it was promised or noted. */
function ReplyDay({ item, props: { t, locale }, now }: Pick<Props, 'item' | 'props' | 'now'>) {
  const status = replyStatusAt(item, now);
  if (status.kind === 'open') return null;
  const key = status.kind === 'answered' ? 'applied.answeredOn' : (`applied.${status.kind}` as const);
  return (
    <p className="saved-note">
      <strong>{t(key, { day: visitorDay(locale, status.at) })}</strong>
    </p>
  );
}

/** The report that the visitor has sent, and the buttons for the next one. */
function ReplyReport({
  told,
  report,
  props: { t, locale },
  reportReply,
}: Pick<Props, 'props' | 'reportReply'> &
  Pick<AppliedItem, 'told'> & { readonly report: ReturnType<typeof availableReport> }) {
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

type CopyProps = Pick<Props, 'item' | 'props' | 'withdrawal' | 'withdraw'>;

function Withdrawal({ item, props: { t, locale }, withdrawal, withdraw }: CopyProps) {
  if (item.withdrawnAt !== undefined)
    return (
      <p className="saved-note">
        <strong>{t('applied.withdrawnOn', { day: visitorDay(locale, item.withdrawnAt) })}</strong>
      </p>
    );
  if (withdrawal !== undefined)
    return (
      <p className="saved-note" role="status">
        {t('applied.withdrawal', { told: withdrawal })}
      </p>
    );
  return (
    <details>
      <summary>{t('applied.withdraw')}</summary>
      <p>{t('applied.withdraw.text', { organization: item.organization })}</p>
      <p className="saved-notes">
        <button type="button" className="button" onClick={withdraw}>
          {t('applied.withdraw.send')}
        </button>
      </p>
    </details>
  );
}

/** The copy of what was sent, and the way to withdraw it; empty if the device has no copy. */
function SentCopy(all: CopyProps) {
  const { item, props } = all;
  const { t, locale } = props;
  if (!item.copy) return null;
  return (
    <>
      {item.correctedAt !== undefined && (
        <p className="saved-note">{t('applied.corrected', { day: visitorDay(locale, item.correctedAt) })}</p>
      )}
      <details>
        <summary>{t('applied.text')}</summary>
        <p className="saved-copy">{item.copy.text}</p>
      </details>
      <Withdrawal {...all} />
    </>
  );
}

export function AppliedRow({ item, card, status, props, now, change, reportReply, ...withdrawing }: Props) {
  const { t, locale, reply } = props;
  const report = reply && availableReport(item, replyStatusAt(item, now), now);
  return (
    <>
      <p className="row-when">
        {t('applied.on')} <strong>{visitorDay(locale, item.appliedAt)}</strong>
      </p>
      <div>
        <h3>
          <SavedTitle kept={item} card={card} status={status} />
        </h3>
        <p className="row-for">{card ? organizationLine(card) : item.organization}</p>
        <ReplyDay item={item} props={props} now={now} />
        {reply && <ReplyReport told={item.told} report={report} props={props} reportReply={reportReply} />}
        <p className="saved-note">{t('form.number', { id: formatSubmissionNumber(item.id) })}</p>
        <SentCopy item={item} props={props} {...withdrawing} />
        {/* The question records the reply too. */}
        {report !== 'ask' && (
          <p className="saved-notes">
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
          </p>
        )}
      </div>
    </>
  );
}
