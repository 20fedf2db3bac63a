/** When an opportunity closes, or how it stands. */
import { closingDay, timeLeft } from '@/i18n/reader-time';
import { stageAt, takesApplications } from '@/model/time/lifecycle';
import type { SavedCard } from './saved/card';
import type { SavedProps } from './saved-page/saved-props';

interface Props {
  readonly card: SavedCard;
  readonly props: SavedProps;
  /** The visitor's instant (ms). */
  readonly now: number;
  /** True where it is said already that this is about closing. */
  readonly bare?: boolean;
}

export function When({ card, props, now, bare = false }: Props) {
  const { strings, locale } = props;
  const stage = stageAt(card, now);
  if (!takesApplications(stage)) {
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
