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
import { SentCopyDetails } from './SentCopyDetails';

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
        <SentCopyDetails item={item} props={props} {...withdrawing} />
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
