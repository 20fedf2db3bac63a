/** The transfer of the visitor's lists to another device, as a file. */
import { useRef, useState } from 'react';
import type { SavedIslandProps } from './saved-props';
import { storedList } from './use-list.client';

/** Loaded with the cards where an opportunity is saved or applied to: a file can then be made without a connection. */
const load = () => import('./saved-cards.client');

/** Resolves to no message: browsers tell of a download themselves. */
async function downloadTransferFile(name: string): Promise<string> {
  const url = URL.createObjectURL(await (await load()).createTransferFile(storedList));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has started to read it by then.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
  return '';
}

export function Transfer({ t }: SavedIslandProps) {
  const [message, setMessage] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const show = (working: Promise<string>) =>
    void working.then(setMessage).catch(() => setMessage(t('transfer.failed')));
  const fileName = () => t('transfer.fileName', { day: new Date().toISOString().slice(0, 10) });
  return (
    <section aria-labelledby="transfer">
      <h2 id="transfer">{t('transfer.title')}</h2>
      <p className="prose">{t('transfer.text')}</p>
      <p className="saved-notes">
        <button type="button" className="button" onClick={() => show(downloadTransferFile(fileName()))}>
          {t('transfer.save')}
        </button>
        <button type="button" className="button" onClick={() => input.current?.click()}>
          {t('transfer.open')}
        </button>
      </p>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        hidden
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          if (!file) return;
          show(load().then(({ importTransferFile }) => importTransferFile(file, t, storedList)));
          // Reset, so that choosing the same file again counts as a change.
          event.currentTarget.value = '';
        }}
      />
      <p role="status">{message}</p>
    </section>
  );
}
