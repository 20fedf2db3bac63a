/** An application in the visitor's log. */
import { interpolate } from '@/i18n/interpolate';
import type { AppliedItem } from './applied';
import { recentFollowUp, standingOf, toggleFollowUp } from './applied-days';
import type { Card } from './card';
import { visitorDay } from './day';
import type { SavedProps } from './saved-props';
import { Title } from './Title';
import type { Cards } from './use-cards.client';

interface Props {
  readonly item: AppliedItem;
  readonly card: Card | undefined;
  readonly status: Cards['status'];
  readonly props: SavedProps;
  readonly now: number;
  readonly isOut: boolean;
  readonly toggle: () => void;
  readonly change: (next: AppliedItem) => void;
}

function Standing({ item, card, props, now }: Pick<Props, 'item' | 'card' | 'props' | 'now'>) {
  const { strings, locale } = props;
  const standing = standingOf(item, card?.replyDays, now);
  if (standing.kind === 'open') return null;
  const words = { answered: strings.answeredOn, due: strings.due, overdue: strings.overdue }[standing.kind];
  return (
    <p className="saved-note">
      <strong>{interpolate(words, { day: visitorDay(locale, standing.at) })}</strong>
    </p>
  );
}

function Row({ item, card, status, props, now, change }: Omit<Props, 'isOut' | 'toggle'>) {
  const { strings, locale } = props;
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
        <Standing item={item} card={card} props={props} now={now} />
        {days.length > 0 && (
          <p className="saved-note">
            {interpolate(strings.wroteOn, { days: new Intl.ListFormat(locale).format(days) })}
          </p>
        )}
        <p className="saved-note">{interpolate(strings.number, { id: item.id })}</p>
        <p className="saved-notes">
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
  const { strings } = props;
  return (
    <li className="row">
      {isOut ? (
        <p key="out" className="row-out">
          {interpolate(strings.removed, { title: item.title })}
        </p>
      ) : (
        <Row key="row" {...row} />
      )}
      <p key="do" className="row-do">
        <button type="button" className="button" onClick={toggle}>
          {isOut ? strings.undo : strings.remove}
          <span className="visually-hidden" lang={item.lang}>
            {' '}
            {item.title}
          </span>
        </button>
      </p>
    </li>
  );
}
