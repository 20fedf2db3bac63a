/** Gives several entries another status at once. Each is checked as by its form, and what is refused stays as it was. */
import { useState } from 'react';
import type { ContentTypeName } from '@/model/types/entry';
import type { OpenedEntry, SavedForm } from '../../entry/form-storage';
import type { EntryRow } from '../../entry/list-entries';
import { ask, readRefusal } from '../ask.client';
import { useHost } from '../host.client';
import { useWords } from '../../../form-page/browser/words';
import { useStatuses } from './use-statuses';

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
  const host = useHost();
  const statuses = useStatuses(type);
  const [status, setStatus] = useState('');
  const [isRunning, setIsRunning] = useState(false);
  const [result, setResult] = useState<Result>();
  const change = async ({ path }: EntryRow) => {
    const { text, fields } = await ask<OpenedEntry>({ action: 'open', path });
    if (fields)
      await ask<SavedForm>({ action: 'save', type, path, fields: { ...fields, status }, base: text, locale });
  };
  const run = async () => {
    setIsRunning(true);
    const refused: string[] = [];
    for (const row of rows) {
      try {
        await change(row);
      } catch (error) {
        const { findings = [], leaving = [] } = readRefusal(error);
        const reasons = [...findings.map(({ text }) => text), ...leaving.map(({ title }) => title)];
        const message = t.filled(error instanceof Error ? error.message : String(error));
        refused.push(`${row.title || row.id}: ${[message, ...reasons].join(' ')}`);
      }
    }
    host.forget();
    setIsRunning(false);
    setResult({ changed: rows.length - refused.length, refused });
    onChanged();
  };
  return (
    <div className="bulk">
      {rows.length > 0 && (
        <div className="bar">
          <strong>{t('Chosen: {n}', { n: rows.length })}</strong>
          <label>
            {t('New status')}{' '}
            <select value={status} onChange={({ target }) => setStatus(target.value)}>
              <option value="">{t('Choose…')}</option>
              {statuses.map(({ value, name }) => (
                <option key={value} value={value}>
                  {name}
                </option>
              ))}
            </select>
          </label>
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
