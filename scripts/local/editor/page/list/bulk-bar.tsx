/** Gives several entries another status at once. Each is checked as by its form, and what is refused stays as it was. */
import { useState } from 'react';
import type { ContentTypeName } from '@/model/types/entry';
import type { EntryRow } from '../../entry/list-entries';
import type { OpenedEntry } from '../../storage/entries';
import { explain } from '../../../form-page/browser/ask.client';
import { ask, readRefusal } from '../ask.client';
import { forgetRows } from '../host.client';
import { useWords } from '../../../form-page/browser/words';
import { Select, useStatuses } from './choices';

interface BulkBarProps {
  readonly type: ContentTypeName;
  /** The chosen entries. */
  readonly rows: readonly EntryRow[];
  readonly onChanged: () => void;
}

interface Result {
  readonly changed: number;
  readonly refused: readonly string[];
}

export function BulkBar({ type, rows, onChanged }: BulkBarProps) {
  const { t, locale } = useWords();
  const statuses = useStatuses(type);
  const [status, setStatus] = useState('');
  const [isRunning, setIsRunning] = useState(false);
  const [result, setResult] = useState<Result>();
  const change = async ({ id }: EntryRow) => {
    const { text, fields } = await ask<OpenedEntry>({ action: 'open', type, id });
    if (fields) await ask({ action: 'save', type, id, fields: { ...fields, status }, base: text, locale });
  };
  const run = async () => {
    setIsRunning(true);
    const refused: string[] = [];
    for (const row of rows) {
      try {
        await change(row);
      } catch (error) {
        const { findings = [], leaving = [] } = readRefusal(error);
        const others = leaving.map(({ title }) => t('“{name}”', { name: title })).join(', ');
        const reasons = findings.map(({ text }) => text);
        if (others)
          reasons.push(
            t('Open it to save it with this status. These go off the site with it: {titles}', {
              titles: others,
            }),
          );
        const part = reasons.join(' ') || explain(t, error);
        refused.push(t('{group}: {part}', { group: row.title || row.id, part }));
      }
    }
    forgetRows();
    setIsRunning(false);
    setResult({ changed: rows.length - refused.length, refused });
    onChanged();
  };
  return (
    <div>
      {rows.length > 0 && (
        <div className="bar">
          <strong>{t('Chosen: {n}', { n: rows.length })}</strong>
          <Select
            label={t('New status')}
            value={status}
            none={t('Choose…')}
            choices={statuses}
            onChange={setStatus}
          />
          <button type="button" disabled={status === '' || isRunning} onClick={() => void run()}>
            {isRunning ? t('Saving…') : t('Change all')}
          </button>
        </div>
      )}
      <div role="status">
        {result && (
          <>
            <p>{t('Changed: {n}', { n: result.changed })}</p>
            {result.refused.length > 0 && (
              <ul>
                {result.refused.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            )}
          </>
        )}
      </div>
    </div>
  );
}
