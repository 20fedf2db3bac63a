import { useEffect, useState } from 'react';
import { loadTold } from '../storage/application/load-told.client';
import { numberOf, readOutboxEntry } from '../storage/application/outbox-entry';
import { tellEntry } from '../storage/application/tell-submission';
import { onOutboxChange } from '../storage/outbox-changes.client';
import { readStoredOutbox } from '../storage/records.client';

/** What is told of withdrawals that haven't arrived, by the numbers of their applications; always up to date. */
async function readWithdrawals(): Promise<ReadonlyMap<string, string>> {
  const entries = (await readStoredOutbox()).flatMap((value) => readOutboxEntry(value) ?? []);
  const withdrawals = entries.filter(({ kind, reason }) => kind === 'withdrawal' && reason !== 'deleted');
  if (withdrawals.length === 0) return new Map();
  const t = await loadTold();
  const context = { t, now: Date.now(), isStored: true, isSending: false };
  return new Map(
    withdrawals.map((entry) => {
      const { first, then = '' } = tellEntry(entry, context);
      return [numberOf(entry.id), `${first} ${then}`];
    }),
  );
}

export function useWithdrawals(): ReadonlyMap<string, string> {
  const [told, setTold] = useState<ReadonlyMap<string, string>>(new Map());
  useEffect(() => {
    const read = () => void readWithdrawals().then(setTold, () => {});
    read();
    return onOutboxChange(read);
  }, []);
  return told;
}
