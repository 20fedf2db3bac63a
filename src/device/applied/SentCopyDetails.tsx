/** The copy of a sent application, and the way to withdraw it. */
import { interpolate } from '@/i18n/interpolate';
import type { AppliedItem } from './applied-item';
import { visitorDay } from '../visitor-day';
import type { SavedProps } from '../saved-page/saved-props';

interface Props {
  readonly item: AppliedItem;
  readonly props: SavedProps;
  /** True if a withdrawal waits to be sent. */
  readonly isWithdrawing: boolean;
  readonly withdraw: () => void;
}

function Withdrawal({ item, props, isWithdrawing, withdraw }: Props) {
  const { strings, locale } = props;
  if (item.withdrawnAt !== undefined)
    return (
      <p className="saved-note">
        <strong>{interpolate(strings.withdrawnOn, { day: visitorDay(locale, item.withdrawnAt) })}</strong>
      </p>
    );
  if (isWithdrawing) return <p className="saved-note">{strings.withdrawing}</p>;
  return (
    <details>
      <summary>{strings.withdraw}</summary>
      <p>{interpolate(strings.withdrawText, { organization: item.organization })}</p>
      <p className="saved-notes">
        <button type="button" className="button" onClick={withdraw}>
          {strings.withdrawSend}
        </button>
      </p>
    </details>
  );
}

/** The copy and its withdrawal; empty if the device has no copy. */
export function SentCopyDetails(all: Props) {
  const { item, props } = all;
  const { strings, locale } = props;
  if (!item.copy) return null;
  return (
    <>
      {item.correctedAt !== undefined && (
        <p className="saved-note">
          {interpolate(strings.corrected, { day: visitorDay(locale, item.correctedAt) })}
        </p>
      )}
      <details>
        <summary>{strings.sentText}</summary>
        <p className="saved-copy">{item.copy.text}</p>
      </details>
      <Withdrawal {...all} />
    </>
  );
}
