/** The closing date of an opportunity, or its status. */
import { closingDay, timeLeft } from '@/i18n/format/reader-time';
import { stageAt, acceptsApplications } from '@/model/time/lifecycle';
import type { SavedCard } from './saved/saved-card';
import type { SavedIslandProps } from './saved-page/saved-props';

interface Props {
  readonly card: SavedCard;
  readonly props: SavedIslandProps;
  /** The current instant on the device (ms). */
  readonly now: number;
  /** True if the context already says that this is the closing date. */
  readonly bare?: boolean;
}

export function ClosingOrStatus({ card, props, now, bare = false }: Props) {
  const { t, locale } = props;
  const stage = stageAt(card, now);
  if (!acceptsApplications(stage)) {
    return <strong>{t(`status.${stage === 'filled' || stage === 'paused' ? stage : 'closed'}`)}</strong>;
  }
  if (card.closesAt === undefined) return <>{t('row.openEnded')}</>;
  const left = timeLeft(locale, card.closesAt, now);
  return (
    <>
      {!bare && `${t('row.closes')} `}
      <strong>{closingDay(locale, card.closesAt)}</strong>
      {left !== undefined && <span> {left}</span>}
    </>
  );
}
