import { useEffect, useState } from 'react';
import { readEntry } from '../storage/application/outbox';
import { onOutboxChange } from '../storage/application/outbox-changes.client';
import { storedOutbox } from '../storage/records.client';

/** The numbers of the applications whose withdrawal waits to be sent, always as they are now. */
export function useWithdrawals(): ReadonlySet<string> {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    const read = async () => {
      const entries = (await storedOutbox()).flatMap((value) => readEntry(value) ?? []);
      // One that the form has refused for good is told as such, and can be sent anew.
      const waiting = entries.filter(({ state, reason }) => state !== 'refused' || reason === 'limit');
      setIds(new Set(waiting.flatMap(({ withdraws }) => withdraws ?? [])));
    };
    void read();
    return onOutboxChange(() => void read());
  }, []);
  return ids;
}
