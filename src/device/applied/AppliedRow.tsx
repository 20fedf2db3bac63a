/** An application in the visitor's log. */
import { interpolate } from '@/i18n/interpolate';
import type { AppliedItem } from './applied';
import { recentFollowUp, standingOf, tellingOf, toggleFollowUp, type ReplyStatus } from './applied-days';
import type { SavedCard } from '../saved/card';
import { visitorDay } from '../day';
import { RemovableRow } from '../saved-page/RemovableRow';
import type { SavedProps } from '../saved-page/saved-props';
import { SentCopy } from './SentCopy';
import { readableNumber } from '../storage/application/submission-id';
import { Title } from '../Title';
import type { LoadedCards } from '../saved-page/use-cards.client';

interface Props {
  readonly item: AppliedItem;
  readonly card: SavedCard | undefined;
  readonly status: LoadedCards['status'];
  readonly props: SavedProps;
  readonly now: number;
  readonly isOut: boolean;
  readonly toggle: () => void;
  readonly change: (next: AppliedItem) => void;
  /** Tells the editors whether an answer came. */
  readonly tell: (said: 'yes' | 'no') => void;
  readonly isWithdrawing: boolean;
  readonly withdraw: () => void;
}

function StandingNote({ standing, props }: Pick<Props, 'props'> & { readonly standing: ReplyStatus }) {
  const { strings, locale } = props;
  if (standing.kind === 'open') return null;
  const words = { answered: strings.answeredOn, due: strings.due, overdue: strings.overdue }[standing.kind];
  return (
    <p className="saved-note">
      <strong>{interpolate(words, { day: visitorDay(locale, standing.at) })}</strong>
    </p>
  );
}

/** What has been told, and what may be told now by one press. */
function Telling({
  item,
  standing,
  props,
  now,
  tell,
}: Pick<Props, 'item' | 'props' | 'now' | 'tell'> & { readonly standing: ReplyStatus }) {
  const { strings, locale } = props;
  const { told } = item;
  const telling = tellingOf(item, standing, now);
  const press = (said: 'yes' | 'no', text: string) => (
    <button type="button" className="button" onClick={() => tell(said)}>
      {text}
    </button>
  );
  return (
    <>
      {told && (
        <p className="saved-note">
          {interpolate(strings.told[told.said], { day: visitorDay(locale, told.at) })}
        </p>
      )}
      {telling === 'ask' && (
        <div role="group" aria-label={strings.ask}>
          <p>
            <strong>{strings.ask}</strong>
          </p>
          <p className="saved-notes">
            {press('yes', strings.yes)}
            {press('no', strings.no)}
          </p>
        </div>
      )}
      {telling === 'tell' && <p className="saved-notes">{press('yes', strings.tell)}</p>}
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
  tell,
  isWithdrawing,
  withdraw,
}: Omit<Props, 'isOut' | 'toggle'>) {
  const { strings, locale } = props;
  const standing = standingOf(item, card?.replyDays, now);
  // The question notes it too.
  const isAsked = props.reply !== undefined && tellingOf(item, standing, now) === 'ask';
  const days = item.followUps.map((instant) => visitorDay(locale, instant));
  return (
    <>
      <p className="row-when">
        {strings.appliedOn} <strong>{visitorDay(locale, item.appliedAt)}</strong>
      </p>
      <div>
        <h3>
          <Title kept={item} card={card} status={status} />
        </h3>
        <p className="row-for">{card?.organization ?? item.organization}</p>
        <StandingNote standing={standing} props={props} />
        {days.length > 0 && (
          <p className="saved-note">
            {interpolate(strings.wroteOn, { days: new Intl.ListFormat(locale).format(days) })}
          </p>
        )}
        {props.reply && <Telling item={item} standing={standing} props={props} now={now} tell={tell} />}
        <p className="saved-note">{interpolate(strings.number, { id: readableNumber(item.id) })}</p>
        <SentCopy item={item} props={props} isWithdrawing={isWithdrawing} withdraw={withdraw} />
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
              {strings.answered}
            </button>
          )}
          <button
            type="button"
            className="button"
            aria-pressed={recentFollowUp(item, now) !== undefined}
            onClick={() => change(toggleFollowUp(item, now))}
          >
            {strings.wrote}
          </button>
        </p>
      </div>
    </>
  );
}

export function AppliedRow({ isOut, toggle, ...row }: Props) {
  const { item, props } = row;
  return (
    <RemovableRow item={item} strings={props.strings} isOut={isOut} toggle={toggle}>
      <Row key="row" {...row} />
    </RemovableRow>
  );
}
