/** Says whether the site has the open entry as it is saved. */
import { useEffect, useRef, useState } from 'react';
import type { ContentTypeName } from '@/model/types/entry';
import type { EntryStatus } from '@/status/entry-status';
import { follow } from '@/status/follow.client';
import { formatStatus } from '@/status/format-status';
import { ask } from '../ask.client';
import { useWords } from '../../../form-page/browser/words';

/** The most (ms) that passes between two questions to the server, which is on this machine: while something goes on, and else. */
const longestWaits = { busy: 1500, idle: 5000 };

interface PublicationLineProps {
  readonly type: ContentTypeName;
  readonly id: string;
  /** The file's text: after another one was saved, the state is asked for at once. */
  readonly text: string | null;
}

export function PublicationLine({ type, id, text }: PublicationLineProps) {
  const { t, locale } = useWords();
  const [status, setStatus] = useState<EntryStatus>();
  const latest = useRef(status);
  latest.current = status;
  useEffect(() => {
    let isShown = true;
    const update = async () => {
      const found = await ask<EntryStatus | null>({ action: 'status', type, id, locale }).catch(() => null);
      const isNew = isShown && JSON.stringify(found ?? undefined) !== JSON.stringify(latest.current);
      if (isNew) setStatus(found ?? undefined);
      return isNew;
    };
    const isBusy = () => latest.current?.is === 'queued' || latest.current?.is === 'building';
    const follower = follow(update, () => (isBusy() ? longestWaits.busy : longestWaits.idle));
    return () => {
      isShown = false;
      follower.stop();
    };
  }, [type, id, locale, text]);
  const { line, reasons } = status ? formatStatus(t, status) : { line: '', reasons: [] };
  return (
    <div role="status" className="publication" data-state={status?.is}>
      {line !== '' && <p>{line}</p>}
      {reasons.map((reason) => (
        <p key={reason}>{reason}</p>
      ))}
    </div>
  );
}
