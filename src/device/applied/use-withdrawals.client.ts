import { useEffect, useState } from 'react';
import { readOutboxEntry } from '../storage/application/outbox-entry';
import { onOutboxChange } from '../storage/outbox-changes.client';
import { readStoredOutbox } from '../storage/records.client';

/** The numbers of the applications whose withdrawal waits to be sent, always up to date. */
export function usePendingWithdrawals(): ReadonlySet<string> {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    const read = async () => {
      const entries = (await readStoredOutbox()).flatMap((value) => readOutboxEntry(value) ?? []);
      // A withdrawal that the form has refused for good is shown as such, and can be sent again.
      const waiting = entries.filter(({ state, reason }) => state !== 'refused' || reason === 'limit');
      setIds(new Set(waiting.flatMap(({ withdraws }) => withdraws ?? [])));
    };
    void read();
    return onOutboxChange(() => void read());
  }, []);
  return ids;
}
