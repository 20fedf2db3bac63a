/** The closing date of an opportunity, or its status. */
import { closingDay, timeLeft } from '@/i18n/format/reader-time';
import { stageAt, acceptsApplications } from '@/model/time/lifecycle';
import type { SavedCard } from './saved/saved-card';
import type { SavedProps } from './saved-page/saved-props';

interface Props {
  readonly card: SavedCard;
  readonly props: SavedProps;
  /** The current instant on the device (ms). */
  readonly now: number;
  /** True if the context already says that this is the closing date. */
  readonly bare?: boolean;
}

export function ClosingOrStatus({ card, props, now, bare = false }: Props) {
  const { strings, locale } = props;
  const stage = stageAt(card, now);
  if (!acceptsApplications(stage)) {
    return <strong>{strings.statuses[stage === 'filled' || stage === 'paused' ? stage : 'closed']}</strong>;
  }
  if (card.closesAt === undefined) return <>{strings.openEnded}</>;
  const left = timeLeft(locale, card.closesAt, now);
  return (
    <>
      {!bare && `${strings.closes} `}
      <strong>{closingDay(locale, card.closesAt, now)}</strong>
      {left !== undefined && <span> {left}</span>}
    </>
  );
}
