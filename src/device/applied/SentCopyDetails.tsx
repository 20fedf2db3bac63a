/** The copy of a sent application, and the way to withdraw it. */
import type { AppliedItem } from '../storage/application/applied-item';
import { visitorDay } from '../visitor-day';
import type { SavedIslandProps } from '../saved-page/saved-props';

interface Props {
  readonly item: AppliedItem;
  readonly props: SavedIslandProps;
  /** What is told of its withdrawal, which hasn't arrived. */
  readonly withdrawal: string | undefined;
  readonly withdraw: () => void;
}

function Withdrawal({ item, props, withdrawal, withdraw }: Props) {
  const { t, locale } = props;
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

/** The copy and its withdrawal; empty if the device has no copy. */
export function SentCopyDetails(all: Props) {
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
